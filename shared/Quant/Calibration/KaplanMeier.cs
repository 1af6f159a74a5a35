using MathNet.Numerics.Distributions;

namespace LiquidityRisk.Quant.Calibration;

/// <summary>
/// The share that is still waiting after a time, from waits of which some were cut short (right-censored).
/// <code>
/// S(t) = Π over tᵢ ≤ t of (1 − dᵢ/nᵢ)
/// Var  = S(t)²·Σ over tᵢ ≤ t of dᵢ / (nᵢ(nᵢ − dᵢ))        Greenwood
/// </code>
/// tᵢ: times at which something ended; dᵢ: how many did; nᵢ: how many were still waiting just before, those cut short at tᵢ included.
/// S falls from 1; interval S ± z·√Var, cut at 0 and 1. Sources: E. L. Kaplan and P. Meier (1958), Nonparametric estimation from
/// incomplete observations, JASA 53; M. Greenwood (1926). Valid when being cut short says nothing about how long it would have taken.
/// </summary>
public static class KaplanMeier
{
    private const double Rounding = 1e-12; // the product of 29/30 … 15/16 is a half, but not to the last bit

    /// <summary>The curve: one point per time at which something ended; empty when everything was cut short.</summary>
    /// <param name="times">Waits, finite and not negative; at least one.</param>
    /// <param name="ended">True when the wait ended, false when it was cut short; as many.</param>
    /// <param name="confidence">Of the interval; above 0 and below 1.</param>
    /// <exception cref="ArgumentException">No waits, lengths that differ, a wait negative or not finite, or a confidence outside of (0, 1).</exception>
    public static IReadOnlyList<SurvivalPoint> Curve(ReadOnlySpan<double> times, ReadOnlySpan<bool> ended, double confidence = 0.95)
    {
        if (times.IsEmpty) throw new ArgumentException("There are no waits.", nameof(times));
        if (times.Length != ended.Length) throw new ArgumentException("Every wait either ended or was cut short.", nameof(ended));
        if (confidence is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Above 0 and below 1.");
        foreach (var time in times)
            if (!double.IsFinite(time) || time < 0) throw new ArgumentException("A wait is finite and not negative.", nameof(times));

        var (sorted, ends) = (times.ToArray(), ended.ToArray());
        Array.Sort(sorted, ends);
        return Walk(sorted, ends, Normal.InvCDF(0, 1, (1 + confidence) / 2));
    }

    /// <summary>The first time at which no more than half are still waiting; null when more than half still are at the end.</summary>
    public static double? Median(IReadOnlyList<SurvivalPoint> curve)
    {
        foreach (var point in curve)
            if (point.Survival <= 0.5 + Rounding) return point.Time;
        return null;
    }

    private static List<SurvivalPoint> Walk(double[] times, bool[] ended, double z)
    {
        var curve = new List<SurvivalPoint>();
        var (survival, greenwood) = (1.0, 0.0);
        for (var i = 0; i < times.Length;)
        {
            var (first, ends) = (i, 0);
            for (; i < times.Length && times[i].Equals(times[first]); i++)
                if (ended[i]) ends++;
            if (ends == 0) continue;
            var atRisk = times.Length - first;
            survival *= 1 - ((double)ends / atRisk);
            if (ends < atRisk) greenwood += ends / ((double)atRisk * (atRisk - ends));
            var error = survival * Math.Sqrt(greenwood); // nobody left: S = 0 and so is its error
            curve.Add(new(times[first], atRisk, ends, survival, error, Math.Max(0, survival - (z * error)), Math.Min(1, survival + (z * error))));
        }

        return curve;
    }
}

/// <summary>One step of a survival curve.</summary>
/// <param name="Time">When something ended.</param>
/// <param name="AtRisk">How many were still waiting just before.</param>
/// <param name="Ended">How many ended.</param>
/// <param name="Survival">Share still waiting after it, 0 to 1.</param>
/// <param name="StandardError">Of that share, by Greenwood.</param>
/// <param name="Low">Lower bound of the share.</param>
/// <param name="High">Upper bound of the share.</param>
public sealed record SurvivalPoint(
    double Time, int AtRisk, int Ended, double Survival, double StandardError, double Low, double High);
