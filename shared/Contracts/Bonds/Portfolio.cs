using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>Body of <c>POST /api/v1/liquidity-risk/portfolio</c>.</summary>
/// <param name="Positions">1 to 200 holdings, each bond once.</param>
public sealed record PortfolioRequest(IReadOnlyList<PositionRequest>? Positions);

/// <summary>A holding.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="Face">Face amount held, above 0.</param>
public sealed record PositionRequest(string? Isin, decimal? Face);

/// <summary>Several holdings together. Values are at reference prices, in each currency of its own: nothing is converted.</summary>
/// <param name="AsOf">The instant it speaks for.</param>
/// <param name="LiquidityIndex">Mean of the holdings' indices weighted by face amount; null when none has one.</param>
/// <param name="IndexedShare">Share of the face amount that has an index.</param>
/// <param name="Currencies">Value and cost by currency.</param>
/// <param name="TimeToExitCurve">What share is expected to be sold when, if all begin now.</param>
/// <param name="Concentration">How much hangs on few bonds and issuers.</param>
/// <param name="Positions">The holdings, worst exits first.</param>
/// <param name="Unknown">Bonds about which nothing is known.</param>
/// <param name="Narrative">The same in plain words.</param>
public sealed record PortfolioAnswer(
    DateTimeOffset AsOf,
    Score? LiquidityIndex,
    Probability IndexedShare,
    IReadOnlyList<CurrencyTotals> Currencies,
    IReadOnlyList<ExitCurvePoint> TimeToExitCurve,
    ConcentrationAnswer Concentration,
    IReadOnlyList<PositionAnswer> Positions,
    IReadOnlyList<Isin> Unknown,
    string Narrative);

/// <summary>The holdings of one currency.</summary>
/// <param name="Currency">Which one; null for bonds whose currency is not known.</param>
/// <param name="Face">Face amount.</param>
/// <param name="Value">Value at reference prices; null when a price is missing.</param>
/// <param name="ExitCost">Expected cost of selling everything that can be sold; null when a cost is missing.</param>
public sealed record CurrencyTotals(CurrencyCode? Currency, FaceAmount Face, decimal? Value, decimal? ExitCost);

/// <summary>A point of the time-to-exit curve.</summary>
/// <param name="Minutes">Time from now.</param>
/// <param name="ExpectedShare">Share of the face amount expected to be sold by then.</param>
public sealed record ExitCurvePoint(double Minutes, Probability ExpectedShare);

/// <summary>How much hangs on few names.</summary>
/// <param name="LargestBondShare">Share of the largest bond in the face amount.</param>
/// <param name="LargestIssuer">The issuer with the largest share; null when no issuer is known.</param>
/// <param name="LargestIssuerShare">Its share.</param>
/// <param name="Herfindahl">Sum of squared shares by bond: 1 = one bond, 1/n = n equal ones.</param>
/// <param name="IlliquidShare">Share in bonds whose index is below 30 or missing.</param>
public sealed record ConcentrationAnswer(
    Probability LargestBondShare, string? LargestIssuer, Probability? LargestIssuerShare, double Herfindahl, Probability IlliquidShare);

/// <summary>A holding with its way out.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="Issuer">Its issuer; null when unknown.</param>
/// <param name="Face">Face amount held.</param>
/// <param name="Share">Share of the portfolio's face amount.</param>
/// <param name="LiquidityIndex">0 to 100; null when not assessed.</param>
/// <param name="RiskScore">0 to 100, high = bad; null when not assessed.</param>
/// <param name="Exit">The best plan: whole or in parts; null when nothing can be sold.</param>
/// <param name="ExpectedCost">What it is expected to lose on what is sold, in the bond's currency.</param>
/// <param name="Currency">The bond's currency.</param>
public sealed record PositionAnswer(
    Isin Isin,
    string? Issuer,
    FaceAmount Face,
    Probability Share,
    Score? LiquidityIndex,
    Score? RiskScore,
    PlanOptionAnswer? Exit,
    decimal? ExpectedCost,
    CurrencyCode? Currency);
