using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Quality;

/// <summary>What became of a recommended way out.</summary>
/// <param name="Path">Which way.</param>
/// <param name="RecommendedAt">When it was recommended.</param>
/// <param name="FillProbability">How likely it was said to fill, before any withholding.</param>
/// <param name="ExpectedTime">How long it was said to take.</param>
/// <param name="PredictedPrice">What it was said to fetch; null when no price was given.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Waited">How long it took to fill, or how long it was tried; null when that is not known or it was never tried.</param>
/// <param name="RealisedPrice">What it fetched; null when it did not fill or that is not known.</param>
public sealed record ExitOutcome(
    ExitPath Path,
    DateTimeOffset RecommendedAt,
    Probability FillProbability,
    TimeBand ExpectedTime,
    BondPrice? PredictedPrice,
    ExitVerdict Verdict,
    TimeSpan? Waited = null,
    BondPrice? RealisedPrice = null);

/// <summary>A time with its band.</summary>
/// <param name="Fast">Lower end.</param>
/// <param name="Expected">The figure itself.</param>
/// <param name="Slow">Upper end.</param>
public sealed record TimeBand(TimeSpan Fast, TimeSpan Expected, TimeSpan Slow);

/// <summary>What became of a recommendation.</summary>
public enum ExitVerdict
{
    /// <summary>Taken up, and still being tried.</summary>
    Accepted,

    /// <summary>Not taken up.</summary>
    Rejected,

    /// <summary>Taken up, and all was sold.</summary>
    Filled,

    /// <summary>Taken up and given up unsold.</summary>
    Expired,
}
