using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Contracts.Wallets;

/// <summary>Something about a wallet that its owner should look at.</summary>
/// <param name="Id">Which alert; unique in its wallet.</param>
/// <param name="WalletAddress">Which wallet.</param>
/// <param name="Kind">liquidation_risk, high_volatility, concentration, low_liquidity, value_at_risk or stale_source.</param>
/// <param name="Severity">warning or critical.</param>
/// <param name="Message">What is the matter, in words.</param>
/// <param name="Recommendations">What to do about it, in words, the best first.</param>
/// <param name="Value">What was measured last, in the unit of the kind.</param>
/// <param name="Limit">The limit that it passed.</param>
/// <param name="Subject">Which token, protocol or source; null for the wallet as a whole.</param>
/// <param name="RaisedAt">When it was raised.</param>
/// <param name="SeenAt">When its condition was last known to hold.</param>
/// <param name="ResolvedAt">When it was closed; null while it is open.</param>
/// <param name="ResolvedReason">recovered, nothing_left, manual or untracked; null while it is open.</param>
/// <param name="ResolvedBy">Who closed it; null when it closed by itself.</param>
/// <param name="Rescue">The cheapest rescue as of the last analysis; of liquidation risk only, and not in a topic's messages: ask for it.</param>
public sealed record WalletAlertAnswer(
    string Id,
    string WalletAddress,
    string Kind,
    string Severity,
    string Message,
    IReadOnlyList<string> Recommendations,
    double Value,
    double Limit,
    string? Subject,
    DateTimeOffset RaisedAt,
    DateTimeOffset SeenAt,
    DateTimeOffset? ResolvedAt,
    string? ResolvedReason,
    string? ResolvedBy,
    RescueAnswer? Rescue);

/// <summary>A wallet's alerts.</summary>
/// <param name="WalletAddress">Which wallet.</param>
/// <param name="Items">The most urgent first, then the newest.</param>
/// <param name="Seq">Number of the last message of the topic <c>wallet.{address}.alerts</c>.</param>
public sealed record WalletAlertListAnswer(string WalletAddress, IReadOnlyList<WalletAlertAnswer> Items, long Seq);

/// <summary>The cheapest ways to bring a position back to a target health.</summary>
/// <param name="Protocol">Which position.</param>
/// <param name="HealthFactor">Now.</param>
/// <param name="TargetHealthFactor">What the plans reach.</param>
/// <param name="Best">The cheapest plan; null when none is feasible.</param>
/// <param name="Alternatives">The other plans, the cheapest first.</param>
/// <param name="Impossible">Remedies that cannot do it, with the reason in words.</param>
public sealed record RescueAnswer(
    string Protocol,
    decimal HealthFactor,
    decimal TargetHealthFactor,
    RescuePlanAnswer? Best,
    IReadOnlyList<RescuePlanAnswer> Alternatives,
    IReadOnlyList<string> Impossible);

/// <summary>One way to do it.</summary>
/// <param name="Summary">In words.</param>
/// <param name="Steps">What to do, in order.</param>
/// <param name="CostUsd">Gas and exit cost together.</param>
/// <param name="GasUsd">Gas.</param>
/// <param name="ExitCostUsd">What selling costs.</param>
/// <param name="HealthFactorAfter">Reached; null when no debt is left.</param>
/// <param name="IsDominated">Whether another plan costs no more and reaches no less.</param>
/// <param name="Changes">The same as changes for <c>POST /api/risk/simulate</c>.</param>
public sealed record RescuePlanAnswer(
    string Summary,
    IReadOnlyList<string> Steps,
    decimal CostUsd,
    decimal GasUsd,
    decimal ExitCostUsd,
    decimal? HealthFactorAfter,
    bool IsDominated,
    IReadOnlyList<WalletChangeRequest> Changes);

/// <summary>One change of a wallet, or of prices, to try out.</summary>
/// <param name="Type">repay, borrow, deposit, withdraw or price_shock.</param>
/// <param name="Protocol">Of which position; not for a price shock.</param>
/// <param name="Asset">Which token; null in a price shock means all but stablecoins.</param>
/// <param name="Amount">How many tokens, above 0; not for a price shock.</param>
/// <param name="Change">How a price changes, a fraction above −1; for a price shock only.</param>
/// <param name="FromOutside">Whether tokens to repay or deposit come from elsewhere and not from what lies free in the wallet.</param>
public sealed record WalletChangeRequest(
    string? Type, string? Protocol, string? Asset, decimal? Amount, double? Change, bool? FromOutside = null);

/// <summary>Body of <c>POST /api/risk/simulate</c>.</summary>
/// <param name="WalletAddress">Which wallet.</param>
/// <param name="Changes">What to change, in order; 1 to 50.</param>
[JsonExample("""{"wallet_address":"0x2c7536E3605D9C16a7a3D7b1898e529396a65c23","changes":[{"type":"price_shock","change":-0.2},{"type":"repay","protocol":"aave_v3","asset":"USDC","amount":500,"from_outside":true}]}""")]
public sealed record WalletSimulateRequest(string? WalletAddress, IReadOnlyList<WalletChangeRequest>? Changes);

/// <summary>A wallet before and after some changes.</summary>
/// <param name="WalletAddress">Which wallet.</param>
/// <param name="AsOf">As of which analysis.</param>
/// <param name="Before">Before them.</param>
/// <param name="After">After them.</param>
/// <param name="Narrative">What they do, in words.</param>
/// <param name="Caveats">What a reader must know.</param>
public sealed record WalletSimulateAnswer(
    string WalletAddress,
    DateTimeOffset AsOf,
    SimulatedWalletAnswer Before,
    SimulatedWalletAnswer After,
    IReadOnlyList<string> Narrative,
    IReadOnlyList<string> Caveats);

/// <summary>A wallet in a simulation.</summary>
/// <param name="Health">How well its collateral covers its debts.</param>
/// <param name="NetWorthUsd">Owned less owed.</param>
/// <param name="BorrowedUsd">Owed.</param>
/// <param name="CollateralUsd">Securing debt.</param>
/// <param name="Positions">Its positions.</param>
/// <param name="LiquidationPrices">What would liquidate them.</param>
public sealed record SimulatedWalletAnswer(
    WalletHealthAnswer Health,
    decimal NetWorthUsd,
    decimal BorrowedUsd,
    decimal CollateralUsd,
    IReadOnlyList<ProtocolPositionAnswer> Positions,
    IReadOnlyList<LiquidationPriceAnswer> LiquidationPrices);
