using MathNet.Numerics.Distributions;

namespace LiquidityRisk.Quant.Risk;

/// <summary>The supervisor's verdict on a value at risk.</summary>
public enum TrafficLight
{
    /// <summary>As many failures as a right model may well have.</summary>
    Green,

    /// <summary>More than that; right and wrong models both do this.</summary>
    Amber,

    /// <summary>So many that a right model almost never has them.</summary>
    Red,
}

/// <summary>A verdict and what it rests on.</summary>
/// <param name="Light">The zone.</param>
/// <param name="CumulativeProbability">Probability that a right model has at most as many failures.</param>
/// <param name="PlusFactor">Addition to the capital multiplier of 3, 0 to 1; null unless 250 periods at 99 %, for which alone it is laid down.</param>
public readonly record struct TrafficLightResult(TrafficLight Light, double CumulativeProbability, double? PlusFactor);

/// <summary>
/// The Basel Committee's three zones.
/// <code>
/// P = P(Binomial(n, 1 − c) ≤ x)         green: P &lt; 95 %        amber: P &lt; 99.99 %        red: otherwise
/// </code>
/// n: periods; x: failures; c: confidence. With n = 250, c = 99 %: green to 4, amber to 9, red from 10; additions 0.40, 0.50, 0.65, 0.75, 0.85 for
/// 5 to 9 and 1 in red. Source: Basel Committee on Banking Supervision (1996), Supervisory framework for the use of "backtesting".
/// </summary>
public static class BaselTrafficLight
{
    private static readonly double[] Additions = [0, 0, 0, 0, 0, 0.40, 0.50, 0.65, 0.75, 0.85];

    /// <summary>The zone.</summary>
    /// <param name="exceptions">x, 0 to n.</param>
    /// <param name="periods">n, at least 1.</param>
    /// <param name="confidence">c, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside of its range.</exception>
    public static TrafficLightResult Of(int exceptions, int periods, double confidence)
    {
        KupiecTest.Check(exceptions, periods, confidence);
        var p = Math.Clamp(Binomial.CDF(1 - confidence, periods, exceptions), 0, 1);
        var light = p < 0.95 ? TrafficLight.Green : p < 0.9999 ? TrafficLight.Amber : TrafficLight.Red;
        var addition = exceptions < Additions.Length ? Additions[exceptions] : 1;
        return new(light, p, periods == 250 && Math.Abs(confidence - 0.99) < 1e-12 ? addition : null);
    }
}
