using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Quant.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Evidence;

/// <summary>A bond on one day of the SIX list, and what the exchange saw of it at the next snapshot, about three weeks later.</summary>
/// <param name="Now">What the models are given.</param>
/// <param name="Next">What they are judged by.</param>
/// <param name="Exit">The best way out of 100,000 as advised now; null when none is feasible.</param>
internal sealed record NextLook(StudyBond Now, StudyBond Next, ExitRecommendation? Exit)
{
    /// <summary>The size that is advised on.</summary>
    public static readonly FaceAmount Size = LiquidityIndexModel2.ReferenceSize;

    private static readonly FaceAmount LargeSize = new(1_000_000);

    /// <summary>Models that speak of every bond. What has no value ranks below what has one.</summary>
    public static IReadOnlyList<Signal<NextLook>> ModelsOfAll { get; } =
    [
        new("index 1", l => l.Now.First.Value?.Value),
        new("index 2", l => l.Now.Second.Value?.Value ?? -1),
        new("cost of 1,000,000", l => -l.LargeCost ?? double.MinValue),
        new("advised fill probability", l => l.Exit?.FillProbability?.Value ?? 0),
        new("advised utility", l => l.Exit?.Utility ?? 0),
        new("advised minutes", l => -l.Exit?.ExpectedTime?.TotalMinutes ?? double.MinValue),
        new("advised cost", l => -l.Exit?.Quote?.Spread.Value ?? double.MinValue),
    ];

    /// <summary>What anybody could rank by without a model.</summary>
    public static IReadOnlyList<Signal<NextLook>> Baselines { get; } =
    [
        new("last trade's age", l => -l.Days),
        new("turnover now", l => l.Now.Turnover),
        new("spread now", l => -l.Now.Market.Spread?.Value ?? double.MinValue),
        new("amount issued", l => (double?)l.Now.Inputs.Reference?.Value.IssueSize?.Value),
    ];

    /// <summary>Index 2 and the advice with more or less weight on the last trade's age; none of them is in use.</summary>
    public static IReadOnlyList<Signal<NextLook>> Tried { get; } =
    [
        new("cost of 100,000 as it is", l => -l.CostWith(a => a)),
        new("cost of 100,000, doubt grows with days, not their root", l => -l.CostWith(a => a * a)),
        new("cost of 100,000, age left out", l => -l.CostWith(_ => 0)),
        new("advised fill probability as it is", l => LogOdds(l.Exit)),
        new("advised fill probability, ½·ln(1 + days since the last trade) off its log-odds", l => LogOdds(l.Exit) - (0.5 * Math.Log(1 + l.Days))),
    ];

    /// <summary>What the exchange saw next.</summary>
    public static IReadOnlyList<Signal<NextLook>> Targets { get; } =
    [
        new("turnover next", l => l.Next.Turnover),
        new("order book next", l => l.Next.OnMarket),
        new("two-sided next", l => l.Next.Market.Spread is null ? 0 : 1),
        new("tight next", l => -l.Next.Market.Spread?.Value),
    ];

    /// <summary>Whether it can be compared by cost: index 2 has a value.</summary>
    public bool IsRankedByCost => Now.Second.Value is not null;

    public string Issuer => Now.Inputs.Reference?.Value.Issuer ?? Now.Isin.Value;

    private double Days => Now.Market.TimeSinceLastTrade?.TotalDays ?? 1e6;

    private double? LargeCost => Now.Surface?.At(LargeSize, LiquidityIndexModel2.ReferenceHorizon, new Probability(0.5)).Value;

    /// <summary>Every bond on every snapshot that is followed by another one of it.</summary>
    public static IReadOnlyList<NextLook> Of(IReadOnlyList<IReadOnlyDictionary<Isin, StudyBond>> days, ExitPolicy policy) =>
        [.. days.Zip(days.Skip(1)).SelectMany(d => d.First.Values
            .Where(b => d.Second.ContainsKey(b.Isin))
            .Select(b => new NextLook(
                b, d.Second[b.Isin], ExitRecommender.Recommend(b.Inputs, b.First, Size, policy, b.At).Best)))];

    private static double LogOdds(ExitRecommendation? exit) =>
        exit?.FillProbability is { Value: > 0 and < 1 and var p } ? Math.Log(p / (1 - p)) : -100;

    private double? CostWith(Func<double, double> age) => Now.Market is { Spread: { } spread, DepthFace: { IsZero: false } depth }
        ? LiquidationCost.Of(
            (double)Size.Value,
            LiquidityIndexModel2.ReferenceHorizon.TotalDays,
            LiquidityIndexModel2.ReferenceConfidence.Value,
            spread.Value,
            (double)depth.Value / 2,
            (double)(Now.Market.VolumeFace?.Value ?? 0),
            age(Days))
        : null;
}
