using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>How easy a bond is to sell, from 0 (not at all) to 100 (at once), with what it is made of.</summary>
/// <param name="Value">The index; null when too little was observed to say (see <see cref="Reason"/>).</param>
/// <param name="Level">The band the value falls into; null with the value.</param>
/// <param name="Components">The parts, each with its share.</param>
/// <param name="AssessedWeight">Share of the weights whose component could be assessed, 0 to 1.</param>
/// <param name="Reason">Why there is no value; null when there is one.</param>
public sealed record LiquidityIndex(
    Score? Value,
    LiquidityLevel? Level,
    IReadOnlyList<LiquidityComponent> Components,
    Probability AssessedWeight,
    string? Reason);

/// <summary>One part of a liquidity index.</summary>
/// <param name="Kind">Which part.</param>
/// <param name="Score">Its score, high = liquid; null when it could not be assessed.</param>
/// <param name="Weight">Its configured weight.</param>
/// <param name="Contribution">Points it brings to the index after re-normalising over the assessed parts.</param>
/// <param name="Note">What the score was computed from, or why there is none.</param>
public sealed record LiquidityComponent(
    LiquidityComponentKind Kind, Score? Score, Weight Weight, double Contribution, LiquidityNote Note);

/// <summary>The parts of the liquidity index.</summary>
public enum LiquidityComponentKind
{
    /// <summary>Tightness of bid and ask.</summary>
    Spread,

    /// <summary>Visible depth against the day's volume.</summary>
    Depth,

    /// <summary>How recently it traded.</summary>
    Turnover,

    /// <summary>Face amount traded.</summary>
    Volume,
}

/// <summary>The defined cases of a component.</summary>
public enum LiquidityNote
{
    /// <summary>Computed from what was observed.</summary>
    Observed,

    /// <summary>Nobody quotes one of the sides: the spread has no bound, so it scores 0.</summary>
    OneSidedMarket,

    /// <summary>Nobody quotes at all: it scores 0.</summary>
    EmptyMarket,

    /// <summary>Bid and ask are crossed: the spread means nothing.</summary>
    CrossedMarket,

    /// <summary>Nothing traded, so depth cannot be related to volume.</summary>
    NoVolume,

    /// <summary>The feed did not say.</summary>
    NotObserved,
}

/// <summary>Bands of the liquidity index.</summary>
public enum LiquidityLevel
{
    /// <summary>Below 30.</summary>
    Poor,

    /// <summary>30 to below 50.</summary>
    Limited,

    /// <summary>50 to below 70.</summary>
    Moderate,

    /// <summary>70 to below 85.</summary>
    Good,

    /// <summary>85 and above.</summary>
    Excellent,
}
