using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Matching.Tests;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape.Tests;

/// <summary>Prints trades on a tape and keeps them all, so that the tape can be compared with what is worked out from the whole list.</summary>
internal sealed class Printer
{
    private long _sequence;

    public MarketTape Tape { get; private set; } = MarketTape.Empty;

    /// <summary>All trades that ever were, with the time that counts for them.</summary>
    public List<(TradeExecuted Trade, DateTimeOffset At, long Sequence)> All { get; } = [];

    public DateTimeOffset At { get; private set; } = DateTimeOffset.MinValue;

    public static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public static BookDepth Book((decimal Euros, long Lots)[] bids, (decimal Euros, long Lots)[] asks) => new(
        [.. bids.Select(b => new DepthLevel(Desk.Price(b.Euros), new Lots(b.Lots), 1))],
        [.. asks.Select(a => new DepthLevel(Desk.Price(a.Euros), new Lots(a.Lots), 1))]);

    public Printer Print(string at, params (decimal Euros, long Lots)[] trades) =>
        Print(Time(at), BookDepth.Empty, [.. trades.Select(t => (Desk.Price(t.Euros), new Lots(t.Lots)))]);

    public Printer Print(DateTimeOffset at, BookDepth book, params (Ticks Price, Lots Quantity)[] trades)
    {
        At = at > At ? at : At;
        _sequence++;
        var events = new MarketEventList();
        events.On(new OrderAccepted(Desk.Command(_sequence), default));
        foreach (var (price, quantity) in trades)
        {
            var side = quantity.Value % 2 == 0 ? OrderSide.Buy : OrderSide.Sell;
            var trade = new TradeExecuted(
                new(All.Count + 1), new(1), Desk.Account("ann"), new(2), Desk.Account("bob"), side, price, quantity, default, default);
            All.Add((trade, At, _sequence));
            events.On(trade);
        }

        Tape = Tape.With(events, _sequence, at, book);
        return this;
    }
}
