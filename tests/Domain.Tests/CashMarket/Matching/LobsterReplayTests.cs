using System.Globalization;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching.Tests;

/// <summary>
/// Half an hour of Apple on Nasdaq, message by message, with the exchange's own best bid and ask after each. Orders that rested before
/// the first message are not in the file; every one that a later message names is placed at the start with the size that those messages
/// take from it, older numbers first. Hidden executions touch no visible order. No row is left out of the comparison.
/// </summary>
public class LobsterReplayTests(ITestOutputHelper output)
{
    private static readonly (AccountId Account, OwnerId Owner) Buyers = (Desk.Account("buyers"), Desk.Owner("buyers"));
    private static readonly (AccountId Account, OwnerId Owner) Sellers = (Desk.Account("sellers"), Desk.Owner("sellers"));

    private readonly MatchingEngine _engine = new(MatchingRules.Standard);
    private readonly NaiveMarket _naive = new(SelfTradePolicy.CancelNewest);
    private readonly MarketEventList _told = [];
    private readonly MarketEventList _heard = [];
    private long _commands;

    [Fact]
    public void The_best_bid_and_ask_are_the_exchanges_after_every_message()
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
        var rows = File.ReadLines(Path.Combine(RealData.Folder!, "lobster_aapl_messages_l1.csv")).Skip(1).Select(Row.Parse).ToList();
        foreach (var seed in Seeds(rows)) Send(id => new PlaceOrder(id, Resting(seed)));

        var (executions, inTurn, samePrices, sameSizes) = (0, 0, 0, 0);
        foreach (var row in rows)
        {
            if (row.Type == 4)
            {
                executions++;
                if (Execute(row)) inTurn++;
            }
            else if (row.Type != 5) Rest(row);

            var depth = _engine.Depth(1);
            var (bid, ask) = (depth.Bids[0], depth.Asks[0]);
            if (bid.Price == row.Bid && ask.Price == row.Ask) samePrices++;
            if (bid.Quantity == row.BidSize && ask.Quantity == row.AskSize) sameSizes++;
        }

        output.WriteLine($"{rows.Count} messages: best prices equal after {samePrices}, best sizes after {sameSizes}; {executions} executions, {inTurn} of the order first in turn");
        Assert.Equal((25_000, 25_000, 25_000), (rows.Count, samePrices, sameSizes));
        Assert.Equal((1_432, 1_414), (executions, inTurn)); // the exchange executed 18 past an older order at their price; it does not say why
        Assert.Equal(StateHash.Of(_naive.Bids, _naive.Asks), _engine.Hash);
    }

    private static IEnumerable<Row> Seeds(List<Row> rows)
    {
        var placed = new HashSet<long>();
        var seeds = new Dictionary<long, Row>();
        foreach (var row in rows.Where(r => r.Type != 5))
        {
            if (row.Type == 1) placed.Add(row.Order);
            else if (!placed.Contains(row.Order))
                seeds[row.Order] = seeds.TryGetValue(row.Order, out var seed) ? seed with { Size = seed.Size + row.Size } : row;
        }

        return seeds.Values.OrderBy(s => s.Order);
    }

    // The taker is not in the file: an order of the execution's size arrives at its price.
    private bool Execute(Row row)
    {
        if (_naive.SideOf(row.Side)[0].Id.Value != row.Order)
        {
            TakeOff(row);
            return false;
        }

        var (account, owner) = row.Side == OrderSide.Buy ? Sellers : Buyers;
        var taker = new NewOrder(
            new OrderId(1_000_000_000 + _commands), account, owner, 1 - row.Side, row.Price, new Lots(row.Size), TimeInForce.ImmediateOrCancel);
        Send(id => new PlaceOrder(id, taker));
        return _told is [OrderAccepted, TradeExecuted { TakerRemaining.IsZero: true } trade] && trade.Maker.Value == row.Order;
    }

    private void Rest(Row row)
    {
        if (row.Type == 1) Send(id => new PlaceOrder(id, Resting(row)));
        else TakeOff(row);
    }

    private void TakeOff(Row row)
    {
        var order = _engine.Find(new OrderId(row.Order))!.Value;
        var left = order.Remaining - new Lots(row.Size);
        Send(id => left.IsZero
            ? new CancelOrder(id, order.Id, order.Account)
            : new ReplaceOrder(id, order.Id, order.Account, order.Price, left));
    }

    private void Send(Func<CommandId, IMarketCommand> make)
    {
        var command = make(Desk.Command(++_commands));
        _told.Clear();
        _heard.Clear();
        Assert.Equal(CommandOutcome.Applied, _engine.Apply(command, _told));
        _naive.Apply(command, _heard);
        Assert.Equal(_heard.AsEnumerable(), _told);
    }

    private static NewOrder Resting(Row row)
    {
        var (account, owner) = row.Side == OrderSide.Buy ? Buyers : Sellers;
        return new(new OrderId(row.Order), account, owner, row.Side, row.Price, new Lots(row.Size), PostOnly: true);
    }

    /// <summary>A message and the best of the book after it; prices of the file are in hundredths of a cent, all of them whole cents.</summary>
    private sealed record Row(int Type, long Order, long Size, Ticks Price, OrderSide Side, Ticks Ask, Lots AskSize, Ticks Bid, Lots BidSize)
    {
        public static Row Parse(string line)
        {
            var fields = line.Split(',');
            long Number(int field) => long.Parse(fields[field], CultureInfo.InvariantCulture);
            Ticks Cents(int field) => new((int)(Number(field) / 100));
            return new(
                (int)Number(1), Number(2), Number(3), Cents(4), Number(5) > 0 ? OrderSide.Buy : OrderSide.Sell, Cents(6), new Lots(Number(7)), Cents(8), new Lots(Number(9)));
        }
    }
}
