using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>What a market maker did in a market on one day in UTC, or on several together.</summary>
/// <param name="Date">The day; the first one of several.</param>
/// <param name="Observed">How much of it the record covers.</param>
/// <param name="AtTop">How much of that one of its orders rested at the best price of its side.</param>
/// <param name="Quoted">How much of that it quoted while the book had a mid.</param>
/// <param name="SpreadSeconds">Its spread to the mid in basis points, integrated over <paramref name="Quoted"/> in seconds.</param>
/// <param name="Placed">Orders taken in.</param>
/// <param name="Cancelled">Orders cancelled at request.</param>
/// <param name="Replaced">Orders moved to another price or size.</param>
/// <param name="Trades">Trades, with its orders that rested and with those that arrived.</param>
/// <param name="LotsPlaced">What came to rest; of a replaced order only what it grew.</param>
/// <param name="LotsFilled">What was traded of orders that rested.</param>
/// <param name="Volume">What was traded.</param>
/// <param name="Turnover">What was traded, in EUR.</param>
public sealed record MakerDay(
    DateOnly Date,
    TimeSpan Observed,
    TimeSpan AtTop,
    TimeSpan Quoted,
    double SpreadSeconds,
    int Placed,
    int Cancelled,
    int Replaced,
    int Trades,
    Lots LotsPlaced,
    Lots LotsFilled,
    Lots Volume,
    Money Turnover)
{
    private static readonly Money NoEuros = new Ticks(1).ValueOf(default);

    /// <summary>A day of which nothing is known yet.</summary>
    public static MakerDay Begin(DateOnly date) =>
        new(date, default, default, default, 0, 0, 0, 0, 0, default, default, default, NoEuros);

    /// <summary>The day with some more time during which a quote stood.</summary>
    internal MakerDay Observe(MakerQuote quote, TimeSpan time)
    {
        if (time == TimeSpan.Zero) return this;
        var spread = quote.SpreadToMid;
        return this with
        {
            Observed = Observed + time,
            AtTop = quote.IsAtTop ? AtTop + time : AtTop,
            Quoted = spread is null ? Quoted : Quoted + time,
            SpreadSeconds = SpreadSeconds + ((spread?.Value ?? 0) * time.TotalSeconds),
        };
    }

    /// <summary>The day with what an entry says about an account.</summary>
    internal MakerDay With(AccountId account, IReadOnlyList<IMarketEvent> events)
    {
        var day = this;
        RestingOrder? moved = null;
        for (var i = 0; i < events.Count; i++)
        {
            switch (events[i])
            {
                case OrderAccepted e when e.Order.Account == account:
                    day = day with { Placed = day.Placed + 1 };
                    break;
                case OrderCancelled { Reason: CancelReason.Requested } e when e.Account == account:
                    day = day with { Cancelled = day.Cancelled + 1 };
                    break;
                case OrderReduced { Reason: ReduceReason.Requested } e when e.Account == account:
                    day = day with { Replaced = day.Replaced + 1 };
                    break;
                case OrderReplaced e when e.Before.Account == account:
                    (day, moved) = (day with { Replaced = day.Replaced + 1 }, e.Before);
                    break;
                case OrderRested e when e.Order.Account == account:
                    day = day.Rest(e.Order, moved);
                    break;
                case TradeExecuted e when e.MakerAccount == account || e.TakerAccount == account:
                    day = day.Trade(e, e.MakerAccount == account);
                    break;
            }
        }

        return day;
    }

    /// <summary>Several days together.</summary>
    internal MakerDay Plus(MakerDay later) => new(
        Date,
        Observed + later.Observed,
        AtTop + later.AtTop,
        Quoted + later.Quoted,
        SpreadSeconds + later.SpreadSeconds,
        Placed + later.Placed,
        Cancelled + later.Cancelled,
        Replaced + later.Replaced,
        Trades + later.Trades,
        CappedLots.Sum(LotsPlaced, later.LotsPlaced),
        CappedLots.Sum(LotsFilled, later.LotsFilled),
        CappedLots.Sum(Volume, later.Volume),
        new(Turnover.Amount + later.Turnover.Amount, Turnover.Currency));

    private MakerDay Rest(in RestingOrder order, RestingOrder? moved)
    {
        var known = moved is { } before && before.Id == order.Id ? Lots.Min(before.Remaining, order.Remaining) : default;
        return this with { LotsPlaced = CappedLots.Sum(LotsPlaced, order.Remaining - known) };
    }

    private MakerDay Trade(in TradeExecuted trade, bool rested) => this with
    {
        Trades = Trades + 1,
        LotsFilled = rested ? CappedLots.Sum(LotsFilled, trade.Quantity) : LotsFilled,
        Volume = CappedLots.Sum(Volume, trade.Quantity),
        Turnover = new(Turnover.Amount + trade.Price.ValueOf(trade.Quantity).Amount, Turnover.Currency),
    };
}
