using System.Globalization;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching.Tests;

/// <summary>
/// Five hours of orders of a Bitcoin exchange as a listener received them, against the trades that were inferred from the same record
/// by others (maker, taker, price and volume). Orders are placed when they are created, made smaller when the record says that less is left,
/// and cancelled when they are deleted; trades come from matching alone. Orders that were there before and are deleted with something left
/// are placed at the start. The record is not in the exchange's own order: some makers are deleted before their taker is seen, so not
/// every trade can be found again.
/// </summary>
public class BitstampReplayTests(ITestOutputHelper output)
{
    private readonly MatchingEngine _engine = new(MatchingRules.Standard);
    private readonly MarketEventList _events = [];
    private long _commands;

    [Fact]
    public void Most_of_the_inferred_trades_are_made_again_and_the_book_never_crosses()
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
        var rows = Read("bitstamp_orders_20150501.csv").Select(Row.Parse).ToList();
        var created = rows.Where(r => r.Action == "created").Select(r => r.Order).ToHashSet();
        foreach (var seed in rows.Where(r => !created.Contains(r.Order) && r is { Action: "deleted", Volume: > 0 }).DistinctBy(r => r.Order).OrderBy(r => r.Order))
            Place(seed);

        var made = new HashSet<(long Maker, long Taker, int Price, long Volume)>();
        var placed = new HashSet<long>();
        foreach (var row in rows)
        {
            if (row.Action != "created") TakeOff(row);
            else if (placed.Add(row.Order)) Place(row);

            foreach (var trade in _events.OfType<TradeExecuted>())
                made.Add((trade.Maker.Value, trade.Taker.Value, trade.Price.Value, trade.Quantity.Value));
            Assert.True(_engine.BestBid is not { } bid || _engine.BestAsk is not { } ask || bid < ask);
        }

        var inferred = Read("bitstamp_trades_20150501.csv").Select(f => (
            long.Parse(f[4], CultureInfo.InvariantCulture), long.Parse(f[5], CultureInfo.InvariantCulture), Cents(f[1]).Value, long.Parse(f[2], CultureInfo.InvariantCulture))).ToList();
        var again = inferred.Count(made.Contains);
        output.WriteLine($"{rows.Count} rows, {_commands} commands, {made.Count} trades; {again} of {inferred.Count} inferred trades made again");
        Assert.Equal(482, inferred.Count);
        Assert.True(again >= 430, $"{again}");
    }

    private static IEnumerable<string[]> Read(string file) =>
        File.ReadLines(Path.Combine(RealData.Folder!, file)).Skip(1).Select(line => line.Split(','));

    private static Ticks Cents(string price) => new((int)Math.Min(Ticks.Max, Math.Round(decimal.Parse(price, CultureInfo.InvariantCulture) * 100)));

    private void Place(Row row) => Send(id => new PlaceOrder(id, new NewOrder(
        new OrderId(row.Order), row.Account, new OwnerId(row.Account.Value), row.Side, row.Price, new Lots(row.Volume))));

    private void TakeOff(Row row)
    {
        _events.Clear();
        if (_engine.Find(new OrderId(row.Order)) is not { } order) return;
        if (row.Action == "deleted") Send(id => new CancelOrder(id, order.Id, order.Account));
        else if (row.Volume < order.Remaining.Value) Send(id => new ReplaceOrder(id, order.Id, order.Account, order.Price, new Lots(row.Volume)));
    }

    private void Send(Func<CommandId, IMarketCommand> make)
    {
        _events.Clear();
        Assert.Equal(CommandOutcome.Applied, _engine.Apply(make(Desk.Command(++_commands)), _events));
    }

    private sealed record Row(long Order, Ticks Price, long Volume, string Action, OrderSide Side)
    {
        // The record names no owners, so every order is somebody else's.
        public AccountId Account => new(new Guid(1, 0, 0, BitConverter.GetBytes(Order)));

        public static Row Parse(string[] f) => new(
            long.Parse(f[0], CultureInfo.InvariantCulture), Cents(f[3]), long.Parse(f[4], CultureInfo.InvariantCulture), f[5], f[6] == "bid" ? OrderSide.Buy : OrderSide.Sell);
    }
}
