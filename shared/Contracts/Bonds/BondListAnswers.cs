using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>A bond in a list.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="Issuer">Issuer; null when unknown.</param>
/// <param name="Rating">Rating; null when unknown.</param>
/// <param name="Currency">Currency; null when unknown.</param>
/// <param name="CouponPercent">Annual coupon in percent; null when floating or unknown.</param>
/// <param name="Maturity">Day of repayment; null when perpetual or unknown.</param>
/// <param name="LiquidityIndex">0 to 100, high = liquid; null when not assessed.</param>
/// <param name="LiquidityLevel">Band of the index.</param>
/// <param name="SpreadBps">Ask minus bid over mid.</param>
/// <param name="Bid">Best bid, percent of face.</param>
/// <param name="Ask">Best ask, percent of face.</param>
/// <param name="VolumeFace">Face amount traded in the session.</param>
/// <param name="AsOf">The instant the translation speaks for.</param>
/// <param name="ConfidenceOverall">How far the inputs carry the result.</param>
/// <param name="DataFreshness">real_time, recent, delayed or stale.</param>
/// <param name="RiskScore">Overall risk, 0 = none, 100 = worst; null when not assessed.</param>
/// <param name="RiskLevel">low, moderate, high or critical; null with the score.</param>
/// <param name="BestPath">The best way out for the usual trade size; null when none is feasible.</param>
/// <param name="TimeToExitMinutes">How long that way takes; null without one.</param>
/// <param name="OpenAlerts">Alerts that are not resolved.</param>
/// <param name="WorstAlert">info, warning or critical; null without open alerts.</param>
/// <param name="Trend">Liquidity index at earlier times, oldest first, one per ten minutes at most.</param>
public sealed record BondListItem(
    Isin Isin,
    string? Issuer,
    CreditRating? Rating,
    CurrencyCode? Currency,
    decimal? CouponPercent,
    DateOnly? Maturity,
    Score? LiquidityIndex,
    string? LiquidityLevel,
    BasisPoints? SpreadBps,
    BondPrice? Bid,
    BondPrice? Ask,
    FaceAmount? VolumeFace,
    DateTimeOffset AsOf,
    Probability ConfidenceOverall,
    string DataFreshness,
    Score? RiskScore,
    string? RiskLevel,
    string? BestPath,
    double? TimeToExitMinutes,
    int OpenAlerts,
    string? WorstAlert,
    IReadOnlyList<double?> Trend);

/// <summary>One page of a list of bonds.</summary>
/// <param name="Items">The bonds, in the order asked for.</param>
/// <param name="Total">How many match the filter.</param>
/// <param name="NextCursor">Asks for the next page; null on the last.</param>
/// <param name="Levels">How many of the matching bonds are in each band (and not assessed).</param>
/// <param name="Currencies">Every currency that a known bond has, in the order of the alphabet.</param>
public sealed record BondListAnswer(
    IReadOnlyList<BondListItem> Items,
    int Total,
    string? NextCursor,
    IReadOnlyDictionary<string, int> Levels,
    IReadOnlyList<CurrencyCode> Currencies);
