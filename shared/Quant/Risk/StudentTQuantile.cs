using MathNet.Numerics.Distributions;

namespace LiquidityRisk.Quant.Risk;

/// <summary>
/// The quantile of a t distribution to its last digits, also far out: t with T_ν(t) = p.
/// </summary>
/// <remarks>
/// Newton's method on ln T_ν(sinh s) = ln p, which is almost a straight line in the tail, cut by bisection; in the lower half only, the upper
/// being its mirror, so that small tails keep their digits. Source: M. Abramowitz, I. Stegun (1964), §26.7, for the function and its mirror.
/// </remarks>
internal static class StudentTQuantile
{
    private const int MaxSteps = 100;

    /// <summary>The quantile.</summary>
    /// <param name="p">Above 0 and below 1.</param>
    /// <param name="degreesOfFreedom">ν, above 0.</param>
    public static double Of(double p, double degreesOfFreedom)
    {
        if (p > 0.5) return -Of(1 - p, degreesOfFreedom);
        var (low, high, s) = (-700.0, 0.0, Math.Asinh(Math.Min(0, ParametricVar.Quantile(p))));
        for (var step = 0; step < MaxSteps; step++)
        {
            var t = Math.Sinh(s);
            var tail = StudentT.CDF(0, 1, degreesOfFreedom, t);
            var miss = Math.Log(tail / p);
            if (miss > 0) high = s;
            else low = s;
            var next = s - (miss * tail / (StudentT.PDF(0, 1, degreesOfFreedom, t) * Math.Cosh(s)));
            if (!(next >= low && next <= high)) next = (low + high) / 2;
            if (Math.Abs(next - s) <= 1e-15 * Math.Abs(s)) break;
            s = next;
        }

        return Math.Sinh(s);
    }
}
