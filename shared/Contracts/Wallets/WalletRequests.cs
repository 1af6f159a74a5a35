using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Contracts.Wallets;

/// <summary>Body of <c>POST /api/risk/analyze</c>.</summary>
/// <param name="WalletAddress">Which wallet.</param>
/// <param name="ForceRefresh">Whether to ask the sources anew instead of using what was read within the last minute.</param>
/// <param name="Protocols">Only these; null for all. <c>compound</c> and <c>aave</c> mean every version.</param>
[JsonExample("""{"wallet_address":"0x2c7536E3605D9C16a7a3D7b1898e529396a65c23","force_refresh":true,"protocols":["aave_v3","compound"]}""")]
public sealed record WalletAnalyzeRequest(string? WalletAddress, bool? ForceRefresh = null, IReadOnlyList<string>? Protocols = null);

/// <summary>Body of <c>POST /api/risk/wallets</c>.</summary>
/// <param name="WalletAddress">Which wallet to watch from now on.</param>
[JsonExample("""{"wallet_address":"0x2c7536E3605D9C16a7a3D7b1898e529396a65c23"}""")]
public sealed record TrackWalletRequest(string? WalletAddress);

/// <summary>Whether a wallet is watched.</summary>
/// <param name="WalletAddress">Which wallet.</param>
/// <param name="TrackedSince">Since when it is watched; null when nobody has it watched.</param>
/// <param name="TrackedByCaller">Whether the caller is one of those who have it watched.</param>
/// <param name="AnalysedAt">When it was last analysed; null when not yet.</param>
public sealed record TrackedWalletAnswer(string WalletAddress, DateTimeOffset? TrackedSince, bool TrackedByCaller, DateTimeOffset? AnalysedAt);

/// <summary>How the watch over wallets is doing.</summary>
/// <param name="Status">ok, degraded (a source or the last scan failed in part) or down.</param>
/// <param name="AsOf">When this was found.</param>
/// <param name="TrackedWallets">How many wallets are watched, as of the last scan.</param>
/// <param name="Distribution">How many of them have which risk level, as of the last scan.</param>
/// <param name="OpenAlerts">How many alerts are open, as of the last scan.</param>
/// <param name="Scan">The scan that runs or ran last; null before the first.</param>
/// <param name="Sources">How each source is doing.</param>
public sealed record WalletStatusAnswer(
    string Status,
    DateTimeOffset AsOf,
    int TrackedWallets,
    IReadOnlyDictionary<string, int> Distribution,
    int OpenAlerts,
    WalletScanAnswer? Scan,
    IReadOnlyList<SourceFreshnessAnswer> Sources);

/// <summary>One scan over all watched wallets.</summary>
/// <param name="Id">Which scan.</param>
/// <param name="State">running, completed or failed.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
/// <param name="Wallets">How many wallets it has looked at.</param>
/// <param name="Failed">Of how many nothing new could be read; they are tried again by the next scan.</param>
/// <param name="AlertsRaised">How many alerts it raised.</param>
/// <param name="AlertsResolved">How many it closed.</param>
/// <param name="Chunks">Parts of it that are done.</param>
/// <param name="ChunksTotal">Parts of it.</param>
/// <param name="Seconds">How long it took so far.</param>
/// <param name="SourceSeconds">How much of that its parts, which run beside each other, waited for sources.</param>
public sealed record WalletScanAnswer(
    string Id,
    string State,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    int Wallets,
    int Failed,
    int AlertsRaised,
    int AlertsResolved,
    int Chunks,
    int ChunksTotal,
    double Seconds,
    double SourceSeconds);

/// <summary>A wallet's figures over time.</summary>
/// <param name="WalletAddress">Which wallet.</param>
/// <param name="From">From when, inclusive.</param>
/// <param name="To">Until when, exclusive.</param>
/// <param name="Points">Oldest first.</param>
public sealed record WalletHistoryAnswer(
    string WalletAddress, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<WalletHistoryPoint> Points);

/// <summary>A wallet's figures at a time.</summary>
/// <param name="At">When.</param>
/// <param name="HealthRatio">Health ratio; null without debt.</param>
/// <param name="HealthFactor">Lowest health factor; null without debt.</param>
/// <param name="LiquidationRiskScore">0 to 100; null when health is not known.</param>
/// <param name="ExposureScore">0 to 100; null when not known.</param>
/// <param name="CollateralUsd">Collateral.</param>
/// <param name="BorrowedUsd">Debt.</param>
/// <param name="NetWorthUsd">Owned less owed.</param>
/// <param name="ValueAtRiskUsd">Of a day; null when not known.</param>
/// <param name="OpenAlerts">How many alerts were open.</param>
public sealed record WalletHistoryPoint(
    DateTimeOffset At,
    decimal? HealthRatio,
    decimal? HealthFactor,
    double? LiquidationRiskScore,
    double? ExposureScore,
    decimal CollateralUsd,
    decimal BorrowedUsd,
    decimal NetWorthUsd,
    decimal? ValueAtRiskUsd,
    int OpenAlerts);

/// <summary>News of a wallet; payload of the topic <c>wallet.{address}</c>. It carries the whole state, so that a later one makes up for one lost.</summary>
/// <param name="WalletAddress">Which wallet.</param>
/// <param name="AsOf">When it was analysed.</param>
/// <param name="Headline">The most important thing in one sentence.</param>
/// <param name="RiskLevel">none, low, elevated, high or critical.</param>
/// <param name="Health">How well its collateral covers its debts.</param>
/// <param name="NetWorthUsd">Owned less owed.</param>
/// <param name="CollateralUsd">Securing debt.</param>
/// <param name="BorrowedUsd">Owed.</param>
/// <param name="OpenAlerts">How many alerts are open.</param>
public sealed record WalletUpdatePayload(
    string WalletAddress,
    DateTimeOffset AsOf,
    string Headline,
    string RiskLevel,
    WalletHealthAnswer Health,
    decimal NetWorthUsd,
    decimal CollateralUsd,
    decimal BorrowedUsd,
    int OpenAlerts);
