using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>The same bond for several trade sizes.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="AsOf">The instant it speaks for.</param>
/// <param name="Currency">Currency of the costs; null when unknown.</param>
/// <param name="Rungs">One per size, in rising order.</param>
public sealed record LadderAnswer(Isin Isin, DateTimeOffset AsOf, CurrencyCode? Currency, IReadOnlyList<LadderRung> Rungs);

/// <summary>One trade size.</summary>
/// <param name="TradeSize">Face amount.</param>
/// <param name="BestPath">The best way out; null when none is feasible.</param>
/// <param name="FillProbability">How likely it sells the whole size.</param>
/// <param name="ExpectedTimeToExitMinutes">How long it takes.</param>
/// <param name="ExpectedPrice">What it fetches, percent of face.</param>
/// <param name="ExpectedSpreadBps">Effective spread.</param>
/// <param name="Cost">What is lost against the reference price; negative is a gain.</param>
/// <param name="QuotedSlippageBps">What selling at once into the visible bids costs.</param>
/// <param name="Paths">The four ways out.</param>
/// <param name="SplitFill">Share that the recommended split is expected to sell.</param>
/// <param name="SplitParts">Parts of that split; 1 when selling whole is best, 0 when nothing can be sold.</param>
public sealed record LadderRung(
    FaceAmount TradeSize,
    string? BestPath,
    Probability? FillProbability,
    double? ExpectedTimeToExitMinutes,
    BondPrice? ExpectedPrice,
    BasisPoints? ExpectedSpreadBps,
    decimal? Cost,
    BasisPoints? QuotedSlippageBps,
    IReadOnlyList<ExitRecommendationAnswer> Paths,
    Probability? SplitFill,
    int SplitParts);
