namespace LiquidityRisk.Contracts.Wallets;

/// <summary>All that is known of a wallet's risk, as of its last analysis. Money is in US dollars; what is not known is null.</summary>
/// <param name="WalletAddress">Which wallet, with its EIP-55 checksum.</param>
/// <param name="AsOf">When it was analysed.</param>
/// <param name="ObservedAt">The time of the block in which its holdings were read; the oldest one of several sources.</param>
/// <param name="Headline">The most important thing in one sentence.</param>
/// <param name="Narrative">The rest in plain words.</param>
/// <param name="RiskLevel">none (no debt), low, elevated, high or critical.</param>
/// <param name="Health">How well its collateral covers its debts.</param>
/// <param name="Totals">What it owns and owes in all.</param>
/// <param name="Positions">Its positions, one per protocol.</param>
/// <param name="Balances">What lies free in it.</param>
/// <param name="LiquidationPrices">For each token alone: the price at which a position can be liquidated.</param>
/// <param name="OracleTolerance">How wrong a price feed may be until a position is liquidated.</param>
/// <param name="LiquidationPreviews">Who could take what at which price.</param>
/// <param name="Market">Volatility, value at risk, concentration, correlation and liquidity of what it holds.</param>
/// <param name="Stress">What is left of it in bad markets.</param>
/// <param name="Rescues">The cheapest ways back to the target health, per position below the health that is warned of.</param>
/// <param name="Prediction">What the liquidation model says, or why it says nothing.</param>
/// <param name="Alerts">Open alerts, most urgent first.</param>
/// <param name="DataFreshness">How old each source's facts are.</param>
/// <param name="Caveats">What a reader must know, in words.</param>
/// <param name="InputsHash">SHA-256 over holdings and market, lower-case hex.</param>
/// <param name="ModelVersions">Which model made which part.</param>
/// <param name="Seq">Number of the last message of its topic.</param>
public sealed record WalletSummaryAnswer(
    string WalletAddress,
    DateTimeOffset AsOf,
    DateTimeOffset ObservedAt,
    string Headline,
    IReadOnlyList<string> Narrative,
    string RiskLevel,
    WalletHealthAnswer Health,
    WalletTotalsAnswer Totals,
    IReadOnlyList<ProtocolPositionAnswer> Positions,
    IReadOnlyList<TokenBalanceAnswer> Balances,
    IReadOnlyList<LiquidationPriceAnswer> LiquidationPrices,
    IReadOnlyList<OracleToleranceAnswer> OracleTolerance,
    IReadOnlyList<LiquidationPreviewAnswer> LiquidationPreviews,
    WalletMarketRiskAnswer Market,
    IReadOnlyList<StressRowAnswer> Stress,
    IReadOnlyList<RescueAnswer> Rescues,
    LiquidationPredictionAnswer Prediction,
    IReadOnlyList<WalletAlertAnswer> Alerts,
    IReadOnlyList<SourceFreshnessAnswer> DataFreshness,
    IReadOnlyList<string> Caveats,
    string InputsHash,
    IReadOnlyDictionary<string, string> ModelVersions,
    long Seq);

/// <summary>How well collateral covers debts.</summary>
/// <param name="HealthRatio">Collateral / (debt × safety threshold), which looks at no liquidation threshold; null without debt.</param>
/// <param name="HealthFactor">The lowest Σ(collateral × liquidation threshold)/debt of its positions: below 1 it can be liquidated; null without debt.</param>
/// <param name="HealthRatioAtExit">The ratio after what selling the collateral at once would cost.</param>
/// <param name="HealthFactorAtExit">The factor after that.</param>
/// <param name="DebtFree">Whether nothing is owed.</param>
/// <param name="SafetyThreshold">How many times the debt is to be covered.</param>
/// <param name="LiquidationRiskScore">0 (far from liquidation) to 100 (beyond it), of the lower of ratio and factor; null when health is not known.</param>
public sealed record WalletHealthAnswer(
    decimal? HealthRatio,
    decimal? HealthFactor,
    decimal? HealthRatioAtExit,
    decimal? HealthFactorAtExit,
    bool DebtFree,
    decimal SafetyThreshold,
    double? LiquidationRiskScore);

/// <summary>A wallet's totals in US dollars.</summary>
/// <param name="SuppliedUsd">In protocols.</param>
/// <param name="FreeUsd">In the wallet itself.</param>
/// <param name="CollateralUsd">Supplied and securing debt.</param>
/// <param name="BorrowedUsd">Owed.</param>
/// <param name="NetWorthUsd">Owned less owed.</param>
/// <param name="NetApy">Interest earned less interest paid a year, as a fraction of the net worth; null when not known.</param>
/// <param name="UnwindGasUsd">Gas to close all positions at the current price; null when the price of gas is not known.</param>
/// <param name="GasGwei">Price of gas; null when not known.</param>
/// <param name="SharedCollateral">Tokens that secure debts in several protocols at once.</param>
public sealed record WalletTotalsAnswer(
    decimal SuppliedUsd,
    decimal FreeUsd,
    decimal CollateralUsd,
    decimal BorrowedUsd,
    decimal NetWorthUsd,
    double? NetApy,
    decimal? UnwindGasUsd,
    decimal? GasGwei,
    IReadOnlyList<SharedCollateralAnswer> SharedCollateral);

/// <summary>A token that secures debts in several protocols: one fall of its price hits all of them.</summary>
/// <param name="Asset">Which token.</param>
/// <param name="Protocols">In which protocols.</param>
/// <param name="ValueUsd">How much there is in all.</param>
public sealed record SharedCollateralAnswer(string Asset, IReadOnlyList<string> Protocols, decimal ValueUsd);

/// <summary>What a wallet has and owes in one protocol.</summary>
/// <param name="Protocol">aave_v2, aave_v3, compound_v2, compound_v3 or curve.</param>
/// <param name="HealthFactor">Null without debt, or when a debt has no price.</param>
/// <param name="HealthFactorAtExit">After what selling the collateral would cost.</param>
/// <param name="SuppliedUsd">All that is supplied.</param>
/// <param name="CollateralUsd">What secures the debt.</param>
/// <param name="BorrowedUsd">All that is owed.</param>
/// <param name="BorrowLimitUsd">Up to how much debt more may be borrowed.</param>
/// <param name="LiquidationValueUsd">Debt above which the position can be liquidated.</param>
/// <param name="EMode">The efficiency mode; null for none.</param>
/// <param name="ProtocolLockedUsd">Value locked in the protocol by everybody; null when not known.</param>
/// <param name="Supplied">Its parts.</param>
/// <param name="Borrowed">Its debts.</param>
public sealed record ProtocolPositionAnswer(
    string Protocol,
    decimal? HealthFactor,
    decimal? HealthFactorAtExit,
    decimal SuppliedUsd,
    decimal CollateralUsd,
    decimal BorrowedUsd,
    decimal BorrowLimitUsd,
    decimal LiquidationValueUsd,
    string? EMode,
    decimal? ProtocolLockedUsd,
    IReadOnlyList<SuppliedAssetAnswer> Supplied,
    IReadOnlyList<BorrowedAssetAnswer> Borrowed);

/// <summary>An asset supplied.</summary>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">How many.</param>
/// <param name="PriceUsd">Of one; null when not known.</param>
/// <param name="ValueUsd">Of all; null when the price is not known.</param>
/// <param name="LiquidationThreshold">Share of its value up to which debt is safe from liquidation.</param>
/// <param name="LoanToValue">Share of its value that may be borrowed.</param>
/// <param name="LiquidationBonus">What a liquidator gets beyond the debt he repays, a fraction.</param>
/// <param name="IsCollateral">Whether it secures debt.</param>
/// <param name="Apy">Interest earned, a fraction a year; null when not known.</param>
public sealed record SuppliedAssetAnswer(
    string Asset,
    decimal Amount,
    decimal? PriceUsd,
    decimal? ValueUsd,
    decimal LiquidationThreshold,
    decimal LoanToValue,
    decimal LiquidationBonus,
    bool IsCollateral,
    double? Apy);

/// <summary>A debt.</summary>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">How many.</param>
/// <param name="PriceUsd">Of one; null when not known.</param>
/// <param name="ValueUsd">Of all; null when the price is not known.</param>
/// <param name="Apy">Interest paid, a fraction a year; null when not known.</param>
public sealed record BorrowedAssetAnswer(string Asset, decimal Amount, decimal? PriceUsd, decimal? ValueUsd, double? Apy);

/// <summary>A token that lies free in a wallet.</summary>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">How many.</param>
/// <param name="PriceUsd">Of one; null when not known.</param>
/// <param name="ValueUsd">Of all; null when the price is not known.</param>
public sealed record TokenBalanceAnswer(string Asset, decimal Amount, decimal? PriceUsd, decimal? ValueUsd);

/// <summary>How old a source's facts are.</summary>
/// <param name="Source">the_graph, coin_gecko, alchemy, etherscan, defi_llama or alternative_me, with the protocol where it is about one.</param>
/// <param name="AsOf">What its facts speak for; null when there are none.</param>
/// <param name="Status">fresh, delayed, stale or missing.</param>
/// <param name="Fault">Why the last attempt failed: down, slow, throttled, refused, unusable or not_configured; null when it did not.</param>
public sealed record SourceFreshnessAnswer(string Source, DateTimeOffset? AsOf, string Status, string? Fault);
