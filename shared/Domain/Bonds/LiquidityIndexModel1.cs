using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>
/// Model <c>liquidity-index-1</c>: the weighted sum of four scores, each clamped to [0, 100], as the product's founding
/// document prints them.
/// <code>
/// spread   = 100 − 2·spread_bps                     spread_bps relative to mid
/// depth    = 1000·l2_depth_qty / volume_face        face over face
/// turnover = 100 − time_since_last_trade_s / 3600
/// volume   = 20·volume_face / 1,000,000
/// index    = Σ wᵢ·scoreᵢ / Σ wᵢ                      over the components that could be assessed
/// </code>
/// Where the formula is silent: a missing side means an unbounded spread, so spread scores 0; without volume the depth
/// ratio has no value; an unknown last trade leaves turnover out; a crossed market leaves spread out. When less than half
/// of the weight can be assessed there is no index.
/// </summary>
/// <remarks>
/// Known weaknesses, kept for comparability: depth falls as volume rises, "turnover" is recency, any spread above 50 bp
/// scores 0, trade size plays no part.
/// </remarks>
public static class LiquidityIndexModel1
{
    /// <summary>Name and version, as reported with every result.</summary>
    public const string Version = "liquidity-index-1";

    private const double MinAssessedWeight = 0.5;

    /// <summary>Computes the index from one look at the market.</summary>
    public static LiquidityIndex Compute(Microstructure market, LiquidityWeights weights)
    {
        var parts = new[]
        {
            Part(LiquidityComponentKind.Spread, weights.Spread, Spread(market)),
            Part(LiquidityComponentKind.Depth, weights.Depth, Depth(market)),
            Part(LiquidityComponentKind.Turnover, weights.Turnover, Turnover(market)),
            Part(LiquidityComponentKind.Volume, weights.Volume, Volume(market)),
        };
        var assessed = 0.0;
        foreach (var part in parts)
            if (part.Score is not null) assessed += part.Weight.Value;
        var share = new Probability(Math.Min(1, assessed));
        if (assessed < MinAssessedWeight - 1e-12)
            return new LiquidityIndex(null, null, parts, share, "Less than half of what the index is made of was observed.");

        var index = 0.0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Score is not { } score) continue;
            var contribution = parts[i].Weight.Value * score.Value / assessed;
            index += contribution;
            parts[i] = parts[i] with { Contribution = contribution };
        }

        var value = Score.Clamp(index);
        return new LiquidityIndex(value, LevelOf(value), parts, share, null);
    }

    /// <summary>Excellent from 85, good from 70, moderate from 50, limited from 30, poor below.</summary>
    public static LiquidityLevel LevelOf(Score index) => index.Value switch
    {
        >= 85 => LiquidityLevel.Excellent,
        >= 70 => LiquidityLevel.Good,
        >= 50 => LiquidityLevel.Moderate,
        >= 30 => LiquidityLevel.Limited,
        _ => LiquidityLevel.Poor,
    };

    private static LiquidityComponent Part(LiquidityComponentKind kind, Weight weight, (Score? Score, LiquidityNote Note) found) =>
        new(kind, found.Score, weight, 0, found.Note);

    private static (Score? Score, LiquidityNote Note) Spread(Microstructure m) => m switch
    {
        { IsCrossed: true } => (null, LiquidityNote.CrossedMarket),
        { Spread: { } spread } => (Score.Clamp(100 - (2 * spread.Value)), LiquidityNote.Observed),
        { QuotesObserved: false } => (null, LiquidityNote.NotObserved),
        { Bid: null, Ask: null } => (default(Score), LiquidityNote.EmptyMarket),
        _ => (default(Score), LiquidityNote.OneSidedMarket),
    };

    private static (Score? Score, LiquidityNote Note) Depth(Microstructure m) => m switch
    {
        { DepthFace: null } or { VolumeFace: null } => (null, LiquidityNote.NotObserved),
        { DepthFace.IsZero: true } => (default(Score), LiquidityNote.EmptyMarket),
        { VolumeFace.IsZero: true } => (null, LiquidityNote.NoVolume),
        _ => (Score.Clamp((double)m.DepthFace.Value.Value / (double)m.VolumeFace.Value.Value * 1_000), LiquidityNote.Observed),
    };

    private static (Score? Score, LiquidityNote Note) Turnover(Microstructure m) =>
        m.TimeSinceLastTrade is { } age
            ? (Score.Clamp(100 - (age.TotalSeconds / 3_600)), LiquidityNote.Observed)
            : (null, LiquidityNote.NotObserved);

    private static (Score? Score, LiquidityNote Note) Volume(Microstructure m) =>
        m.VolumeFace is { } volume
            ? (Score.Clamp((double)volume.Value / 1_000_000 * 20), volume.IsZero ? LiquidityNote.NoVolume : LiquidityNote.Observed)
            : (null, LiquidityNote.NotObserved);
}
