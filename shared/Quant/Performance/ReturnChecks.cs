using System.Numerics.Tensors;
using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Performance;

/// <summary>Input checks and the two moments that the ratios share.</summary>
internal static class ReturnChecks
{
    // A deviation this small beside the numbers themselves is rounding of a constant.
    private const double Rounding = 1e-14;

    public static void Check(ReadOnlySpan<double> returns, int least, ReturnConvention convention)
    {
        if (!double.IsFinite(convention.PeriodsPerYear) || convention.PeriodsPerYear <= 0)
            throw new ArgumentException("The periods per year are above 0.", nameof(convention));
        Inputs.CheckSeries(returns, least, nameof(returns));
        if (convention.Compounding == Compounding.Arithmetic) return;
        foreach (var r in returns)
            if (r < -1) throw new ArgumentException("A simple return is not below −1.", nameof(returns));
    }

    /// <summary>Mean, and deviation about it: exactly 0 for what does not vary.</summary>
    public static (double Mean, double Deviation) Moments(ReadOnlySpan<double> values, bool sample)
    {
        var scale = Math.Abs(TensorPrimitives.MaxMagnitude(values));
        if (scale == 0) return (0, 0);
        var (mean, squares) = (0.0, 0.0);
        foreach (var v in values) mean += v / scale / values.Length;
        foreach (var v in values) squares += ((v / scale) - mean) * ((v / scale) - mean);
        var deviation = Math.Sqrt(squares / (sample ? values.Length - 1 : values.Length));
        return (mean * scale, deviation <= Rounding ? 0 : deviation * scale);
    }

    public static double Ratio(double value, double risk, string nothing) =>
        risk > 0 ? Inputs.Finite(value / risk) : throw new ArithmeticException(nothing);
}
