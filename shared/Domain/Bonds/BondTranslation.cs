using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>What the inputs of one bond mean, as numbers and named cases; words are made of it elsewhere.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="AsOf">The instant it speaks for.</param>
/// <param name="Liquidity">How easy it is to sell; null when no look at its market is known.</param>
/// <param name="Reference">What is fixed about the bond; null when unknown.</param>
/// <param name="Confidence">How far the inputs carry the result: falls with missing and ageing data.</param>
/// <param name="Freshness">How old the look at the market is.</param>
/// <param name="Caveats">What a reader must know, each once, in order of weight.</param>
/// <param name="Risk">Its risk in eight categories, on a clock of its own; null when it was not scored.</param>
/// <param name="Exits">The ways out for one trade size, on a clock of their own; null when none was asked for.</param>
public sealed record BondTranslation(
    Isin Isin,
    DateTimeOffset AsOf,
    LiquidityProfile? Liquidity,
    BondReference? Reference,
    Probability Confidence,
    DataFreshness Freshness,
    IReadOnlyList<BondCaveat> Caveats,
    RiskAssessment? Risk = null,
    ExitRecommendations? Exits = null);

/// <summary>How easy a bond is to sell.</summary>
/// <param name="Index">The liquidity index.</param>
/// <param name="Market">The look at the market it rests on.</param>
/// <param name="ObservedAt">When that look was taken.</param>
/// <param name="Source">Which feed took it.</param>
public sealed record LiquidityProfile(
    LiquidityIndex Index, Microstructure Market, DateTimeOffset ObservedAt, string Source);

/// <summary>What a reader must know about a translation.</summary>
public enum BondCaveat
{
    /// <summary>No look at the market has arrived yet.</summary>
    NoMarketData,

    /// <summary>Too little was observed for an index.</summary>
    IndexNotAssessed,

    /// <summary>Nobody quotes the bond.</summary>
    EmptyMarket,

    /// <summary>Only one side is quoted.</summary>
    OneSidedMarket,

    /// <summary>Bid and ask are crossed.</summary>
    CrossedMarket,

    /// <summary>The look at the market is fifteen minutes old or older.</summary>
    StaleMarketData,

    /// <summary>The ISIN's check digit is wrong.</summary>
    WrongCheckDigit,

    /// <summary>Nothing is known about issuer, coupon and maturity.</summary>
    NoReferenceData,
}
