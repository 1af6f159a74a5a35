using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Volatility;

/// <summary>What every estimator asks of its observations, and a root mean square that neither overflows nor vanishes.</summary>
internal static class Observations
{
    public static void CheckFinite(ReadOnlySpan<double> values, int least, [CallerArgumentExpression(nameof(values))] string? name = null) =>
        Inputs.CheckSeries(values, least, name!);

    public static void CheckPrices(ReadOnlySpan<double> values, int least, [CallerArgumentExpression(nameof(values))] string? name = null)
    {
        Inputs.CheckSeries(values, least, name!);
        foreach (var value in values)
            if (value <= 0) throw new ArgumentException("Every price is finite and above 0.", name);
    }

    public static void CheckBars(ReadOnlySpan<double> opens, ReadOnlySpan<double> highs, ReadOnlySpan<double> lows, ReadOnlySpan<double> closes, int least)
    {
        CheckPrices(opens, least);
        CheckPrices(highs, least);
        CheckPrices(lows, least);
        CheckPrices(closes, least);
        if (highs.Length != opens.Length || lows.Length != opens.Length || closes.Length != opens.Length)
            throw new ArgumentException("Opens, highs, lows and closes are equally many.", nameof(opens));
        for (var i = 0; i < opens.Length; i++)
        {
            if (highs[i] < Math.Max(opens[i], closes[i])) throw new ArgumentException("A high is not below its open, low or close.", nameof(highs));
            if (lows[i] > Math.Min(opens[i], closes[i])) throw new ArgumentException("A low is not above its open or close.", nameof(lows));
        }
    }

    public static void CheckPeriods(double periodsPerYear)
    {
        if (!double.IsFinite(periodsPerYear) || periodsPerYear <= 0)
            throw new ArgumentOutOfRangeException(nameof(periodsPerYear), periodsPerYear, "Periods a year are finite and above 0.");
    }

    public static void CheckDecay(double lambda)
    {
        if (!(lambda is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(lambda), lambda, "Lambda lies between 0 and 1.");
    }

    /// <summary>√Σ(x − centre)², for any scale.</summary>
    public static double Norm(ReadOnlySpan<double> values, double centre)
    {
        var largest = 0.0;
        foreach (var value in values) largest = Math.Max(largest, Math.Abs((value / 2) - (centre / 2)));
        if (largest == 0) return 0;
        var sum = 0.0;
        foreach (var value in values)
        {
            var x = ((value / 2) - (centre / 2)) / largest;
            sum += x * x;
        }

        return Inputs.Finite(2 * largest * Math.Sqrt(sum));
    }

    /// <summary>The mean, for any scale.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        var sum = TensorPrimitives.Sum(values);
        if (double.IsFinite(sum)) return sum / values.Length;
        var mean = 0.0;
        foreach (var value in values) mean += value / values.Length;
        return mean;
    }
}
