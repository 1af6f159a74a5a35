using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Alerts;
using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Model;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets;

/// <summary>Everything stored about one wallet. What it means is computed of it and of the market named in <see cref="WalletFigures"/>.</summary>
/// <param name="Address">Which wallet.</param>
/// <param name="TrackedSince">Since when it is watched; null when it is not.</param>
/// <param name="Trackers">Users who asked for that.</param>
/// <param name="Parts">What was last read of each protocol.</param>
/// <param name="Free">What was last read of the wallet itself; null before the first reading.</param>
/// <param name="Figures">What the last analysis found; null before the first.</param>
/// <param name="Alerts">Its alerts.</param>
/// <param name="Points">Its newest history, oldest first; older points have left in pages.</param>
/// <param name="Pending">Samples whose outcome is not known yet, oldest first.</param>
/// <param name="Breaches">On how many days its health factor was seen below 1.</param>
/// <param name="BreachedOn">The last of these days; null for none.</param>
/// <param name="Seq">Number of the last message of its topic.</param>
/// <param name="AlertSeq">Number of the last message of its topic of alerts.</param>
/// <param name="ChangedAt">When it last changed.</param>
public sealed record WalletDocument(
    WalletAddress Address,
    DateTimeOffset? TrackedSince,
    IReadOnlyList<string> Trackers,
    IReadOnlyList<PositionPart> Parts,
    BalancePart? Free,
    WalletFigures? Figures,
    WalletAlertBook Alerts,
    IReadOnlyList<WalletHistoryPoint> Points,
    IReadOnlyList<PendingSample> Pending,
    int Breaches,
    DateOnly? BreachedOn,
    long Seq,
    long AlertSeq,
    DateTimeOffset ChangedAt)
{
    /// <summary>A wallet about which nothing is known yet.</summary>
    public static WalletDocument New(WalletAddress address, DateTimeOffset now) =>
        new(address, null, [], [], null, null, WalletAlertBook.Empty, [], [], 0, null, 0, 0, now);

    /// <summary>What it has and owes, as last read; the time is that of the oldest part.</summary>
    public WalletHoldings Holdings
    {
        get
        {
            var times = Parts.Where(p => p.Position is not null).Select(p => p.AsOf).Append(Free?.AsOf).OfType<DateTimeOffset>();
            return new(Address, times.DefaultIfEmpty(ChangedAt).Min(), [.. Parts.Select(p => p.Position).OfType<ProtocolPosition>()], Free?.Balances ?? []);
        }
    }
}

/// <summary>What was last read of a wallet in one protocol.</summary>
/// <param name="Protocol">Which protocol.</param>
/// <param name="AsOf">What the reading speaks for; null when it was never read.</param>
/// <param name="Position">The position; null for none.</param>
/// <param name="OraclePrices">The protocol's own prices of its tokens, as far as told.</param>
/// <param name="Fault">Why the last attempt failed; null when it did not.</param>
/// <param name="Contradiction">What made the last answer unusable, in words; null when it was not.</param>
/// <param name="Caveat">What the source could not tell of the position; null for nothing.</param>
public sealed record PositionPart(
    LendingProtocol Protocol,
    DateTimeOffset? AsOf,
    ProtocolPosition? Position,
    IReadOnlyDictionary<string, UsdPrice>? OraclePrices,
    SourceFault? Fault,
    string? Contradiction,
    PositionCaveat? Caveat = null);

/// <summary>What was last read of a wallet's free balances.</summary>
/// <param name="AsOf">When; null when never.</param>
/// <param name="Balances">What lies free.</param>
/// <param name="Fault">Why the last attempt failed; null when it did not.</param>
public sealed record BalancePart(DateTimeOffset? AsOf, IReadOnlyList<TokenBalance> Balances, SourceFault? Fault);

/// <summary>What an analysis found.</summary>
/// <param name="AsOf">When.</param>
/// <param name="MarketId">By which market.</param>
/// <param name="Level">The band of its risk.</param>
/// <param name="Ratio">Health ratio; null without debt.</param>
/// <param name="Factor">Lowest health factor; null without debt.</param>
/// <param name="Score">Liquidation risk, 0 to 100; null when health is not known.</param>
/// <param name="NetWorth">Owned less owed.</param>
public sealed record WalletFigures(
    DateTimeOffset AsOf, string MarketId, WalletRiskLevel Level, decimal? Ratio, decimal? Factor, double? Score, Usd NetWorth);

/// <summary>What lists see of a wallet.</summary>
/// <param name="Address">Which wallet.</param>
/// <param name="IsTracked">Whether it is watched.</param>
/// <param name="Level">The band of its risk; null before the first analysis.</param>
/// <param name="OpenAlerts">How many alerts are open.</param>
/// <param name="Seq">Number of the last message of its topic.</param>
/// <param name="AlertSeq">Number of the last message of its topic of alerts.</param>
public sealed record WalletHead(WalletAddress Address, bool IsTracked, WalletRiskLevel? Level, int OpenAlerts, long Seq, long AlertSeq);

/// <summary>A page of a wallet's older history.</summary>
/// <param name="Points">Oldest first.</param>
public sealed record WalletHistoryPage(IReadOnlyList<WalletHistoryPoint> Points);
