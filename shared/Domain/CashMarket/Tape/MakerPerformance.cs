using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>How well a market maker did its job in a market.</summary>
/// <param name="AsOf">Until when.</param>
/// <param name="Observed">How much time was looked at: from the window's first midnight in UTC, or from when the record began.</param>
/// <param name="TimeAtTop">Part of that time in which one of its orders rested at the best price of its side; null when no time was looked at.</param>
/// <param name="FillRatio">
/// Lots filled of lots placed; null when none was placed. 1 when more were filled, which were then placed before the window.
/// </param>
/// <param name="Spread">
/// Its best price's distance from half-way between best bid and ask, averaged over the time in which there were both; null when there was no such time.
/// </param>
/// <param name="Placed">Orders taken in.</param>
/// <param name="Cancelled">Orders cancelled at request.</param>
/// <param name="Replaced">Orders moved to another price or size.</param>
/// <param name="Trades">Trades.</param>
/// <param name="LotsPlaced">What came to rest; of a replaced order only what it grew.</param>
/// <param name="LotsFilled">What was traded of orders that rested.</param>
/// <param name="Volume">What was traded, also with orders that arrived.</param>
/// <param name="Turnover">The same in EUR.</param>
public sealed record MakerPerformance(
    DateTimeOffset AsOf,
    TimeSpan Observed,
    Weight? TimeAtTop,
    Weight? FillRatio,
    BasisPoints? Spread,
    int Placed,
    int Cancelled,
    int Replaced,
    int Trades,
    Lots LotsPlaced,
    Lots LotsFilled,
    Lots Volume,
    Money Turnover)
{
    /// <summary>The performance that some days come to.</summary>
    internal static MakerPerformance Of(MakerDay days, DateTimeOffset now) => new(
        now,
        days.Observed,
        days.Observed == TimeSpan.Zero ? null : new Weight(days.AtTop / days.Observed),
        days.LotsPlaced.IsZero ? null : new Weight(Math.Min(1, days.LotsFilled.Value / (double)days.LotsPlaced.Value)),
        days.Quoted == TimeSpan.Zero ? null : new BasisPoints(days.SpreadSeconds / days.Quoted.TotalSeconds),
        days.Placed,
        days.Cancelled,
        days.Replaced,
        days.Trades,
        days.LotsPlaced,
        days.LotsFilled,
        days.Volume,
        days.Turnover);
}
