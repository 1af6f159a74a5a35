using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds.Answers;

/// <summary>Figures with as many digits as readers can use. The full figures are in the audit record.</summary>
internal static class Rounded
{
    public static Score? Score(Score? score) => score is { } s ? new Score(Math.Round(s.Value, 2)) : null;

    public static Probability Probability(Probability p) => new(Math.Round(p.Value, 4));

    public static Probability? Probability(Probability? p) => p is { } known ? Probability(known) : null;

    public static BasisPoints? BasisPoints(BasisPoints? bps) => bps is { } b ? BasisPoints(b) : null;

    public static BasisPoints BasisPoints(BasisPoints bps) => new(Math.Round(bps.Value, 2));

    public static double? Minutes(TimeSpan? time) => time is { } t ? Minutes(t) : null;

    public static double Minutes(TimeSpan time) => Math.Round(time.TotalMinutes, 1);
}
