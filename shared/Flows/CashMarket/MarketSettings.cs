using LiquidityRisk.Domain.CashMarket.Matching;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>How markets are kept.</summary>
/// <param name="Rules">How orders are matched.</param>
/// <param name="MaxLag">How far a reader may be behind what other instances wrote.</param>
/// <param name="SnapshotEvery">Entries between two snapshots.</param>
/// <param name="MaxAttempts">How often a command is tried when others write at the same time.</param>
public sealed record MarketSettings(MatchingRules Rules, TimeSpan MaxLag, int SnapshotEvery, int MaxAttempts)
{
    /// <summary>
    /// Cancel the newest on self-trade, 8,192 remembered commands (a minute at 130 commands a second; older ones are looked up in the journal);
    /// a quarter of a second behind others; a snapshot every 500 entries; 50 attempts.
    /// </summary>
    public static MarketSettings Standard { get; } = new(new(SelfTradePolicy.CancelNewest, 8_192), TimeSpan.FromMilliseconds(250), 500, 50);
}
