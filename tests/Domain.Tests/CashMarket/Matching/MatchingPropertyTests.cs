using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching.Tests;

/// <summary>Laws that hold whatever is sent.</summary>
public class MatchingPropertyTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(250);

    private static readonly Arbitrary<List<Intent>> Intents = (
        from kind in Gen.Choose(0, 99)
        from price in Gen.Choose(-8, 8)
        from lots in Gen.Choose(1, 20)
        from who in Gen.Choose(0, 5)
        from pick in Gen.Choose(0, 999)
        select new Intent(kind, price, lots, who, pick)).ListOf().Select(l => l.ToList()).ToArbitrary();

    public static TheoryData<SelfTradePolicy> Policies => [.. Enum.GetValues<SelfTradePolicy>()];

    [Theory]
    [MemberData(nameof(Policies))]
    public void The_book_is_never_crossed(SelfTradePolicy policy) => Always(policy, step =>
        step.Engine.BestBid is not { } bid || step.Engine.BestAsk is not { } ask || bid < ask);

    [Theory]
    [MemberData(nameof(Policies))]
    public void What_was_placed_has_traded_rests_or_was_cancelled(SelfTradePolicy policy)
    {
        var ledger = new Dictionary<OrderId, long>();
        Always(policy, start: ledger.Clear, law: step =>
        {
            foreach (var happened in step.Events) Post(ledger, happened);
            var resting = Orders(step.After).ToDictionary(o => o.Id, o => o.Remaining.Value);
            return ledger.All(entry => entry.Value == resting.GetValueOrDefault(entry.Key)) && resting.Keys.All(ledger.ContainsKey);
        });
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_trade_is_with_the_best_and_oldest_order_of_another_owner_at_its_price(SelfTradePolicy policy) => Always(policy, step =>
    {
        var waiting = Orders(step.Before).ToList();
        foreach (var happened in step.Events)
        {
            if (happened is TradeExecuted trade)
            {
                var first = waiting.First(o => o.Side != trade.TakerSide);
                if (first.Id != trade.Maker || first.Price != trade.Price || first.Owner == CommandMaker.OwnerOf(trade.TakerAccount)) return false;
                waiting.Remove(first);
                if (!trade.MakerRemaining.IsZero) waiting.Insert(0, first with { Remaining = trade.MakerRemaining });
            }
            else if (happened is OrderCancelled { Reason: CancelReason.SelfTrade } cancelled) waiting.RemoveAll(o => o.Id == cancelled.Order);
            else if (happened is OrderReplaced replaced) waiting.RemoveAll(o => o.Id == replaced.Before.Id);
        }

        return true;
    });

    [Theory]
    [MemberData(nameof(Policies))]
    public void Orders_that_stay_keep_their_order_of_priority(SelfTradePolicy policy) => Always(policy, step =>
    {
        var moved = step.Events.OfType<OrderReplaced>().Select(e => e.Before.Id).ToHashSet();
        var rank = Orders(step.After).Select((o, i) => (o.Id, i)).ToDictionary(o => o.Id, o => o.i);
        var kept = Orders(step.Before).Where(o => rank.ContainsKey(o.Id) && !moved.Contains(o.Id)).Select(o => rank[o.Id]).ToList();
        return kept.SequenceEqual(kept.Order());
    });

    [Theory]
    [MemberData(nameof(Policies))]
    public void Fill_or_kill_is_all_or_nothing_and_post_only_never_takes(SelfTradePolicy policy) => Always(policy, step =>
    {
        if (step.Command is not PlaceOrder { Order: var order }) return true;
        var taken = step.Events.OfType<TradeExecuted>().Where(t => t.Taker == order.Id).Sum(t => t.Quantity.Value);
        if (order.PostOnly) return taken == 0;
        return order.TimeInForce != TimeInForce.FillOrKill || taken == 0 || taken == order.Quantity.Value;
    });

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_command_that_is_refused_or_comes_again_leaves_no_trace(SelfTradePolicy policy) => Always(policy, step =>
        step.Outcome == CommandOutcome.Applied
        || (step.Engine.Hash == step.Before.Hash && step.Events.Count == (step.Outcome == CommandOutcome.Rejected ? 1 : 0)));

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_command_delivered_twice_changes_nothing_more(SelfTradePolicy policy) => Check.One(Often, Prop.ForAll(Intents, intents =>
    {
        var commands = Journal(policy, intents);
        var (once, twice) = (Run(policy, commands), Run(policy, commands.SelectMany(c => new[] { c, c })));
        return once.Hash == twice.Hash && once.Position == twice.Position && once.LastTrade == twice.LastTrade;
    }));

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_journal_gives_the_same_market_from_its_start_and_from_any_snapshot(SelfTradePolicy policy) => Check.One(Often, Prop.ForAll(Intents, intents =>
    {
        var commands = Journal(policy, intents);
        var whole = Run(policy, commands);
        var half = commands.Count / 2;
        var resumed = MatchingEngine.Restore(new MatchingRules(policy, 1_024), Run(policy, commands.Take(half)).Snapshot());
        foreach (var command in commands.Skip(half / 2)) resumed.Apply(command, new MarketEventList()); // some of them once more

        return (whole.Hash, whole.Position, whole.LastTrade) == (resumed.Hash, resumed.Position, resumed.LastTrade)
            && whole.Snapshot().Commands.SequenceEqual(resumed.Snapshot().Commands) && whole.Snapshot().Hash == whole.Hash;
    }));

    [Theory]
    [MemberData(nameof(Policies))]
    public void Changes_of_depth_add_up_to_the_depth(SelfTradePolicy policy)
    {
        var view = BookDepth.Empty;
        Always(policy, start: () => view = BookDepth.Empty, law: step =>
        {
            var depth = step.Engine.Depth();
            view = view.With(depth.ChangesSince(view));
            return view.Bids.SequenceEqual(depth.Bids) && view.Asks.SequenceEqual(depth.Asks)
                && depth.Bids.Sum(l => l.Quantity.Value) == step.After.Bids.Sum(o => o.Remaining.Value)
                && depth.Asks.Sum(l => l.Orders) == step.After.Asks.Length;
        });
    }

    private static void Always(SelfTradePolicy policy, Func<Step, bool> law) => Always(policy, () => { }, law);

    private static void Always(SelfTradePolicy policy, Action start, Func<Step, bool> law) => Check.One(Often, Prop.ForAll(Intents, intents =>
    {
        start();
        var naive = new NaiveMarket(policy);
        var maker = new CommandMaker(naive);
        var engine = new MatchingEngine(new MatchingRules(policy, 1_024));
        var before = engine.Snapshot();
        foreach (var intent in intents)
        {
            var command = maker.Make(intent, 60);
            var events = new MarketEventList();
            naive.Apply(command, new MarketEventList());
            var outcome = engine.Apply(command, events);
            var after = engine.Snapshot();
            if (!law(new Step(engine, before, after, command, outcome, events))) return false;
            before = after;
        }

        return true;
    }));

    private static List<IMarketCommand> Journal(SelfTradePolicy policy, List<Intent> intents)
    {
        var naive = new NaiveMarket(policy);
        var maker = new CommandMaker(naive);
        return intents.ConvertAll(intent =>
        {
            var command = maker.Make(intent, 60);
            naive.Apply(command, new MarketEventList());
            return command;
        });
    }

    private static MatchingEngine Run(SelfTradePolicy policy, IEnumerable<IMarketCommand> commands)
    {
        var engine = new MatchingEngine(new MatchingRules(policy, 1_024));
        foreach (var command in commands) engine.Apply(command, new MarketEventList());
        return engine;
    }

    private static IEnumerable<RestingOrder> Orders(BookSnapshot snapshot) => snapshot.Bids.Concat(snapshot.Asks);

    // What should be left of every order by its events alone.
    private static void Post(Dictionary<OrderId, long> ledger, IMarketEvent happened)
    {
        switch (happened)
        {
            case OrderAccepted e: ledger[e.Order.Id] = e.Order.Quantity.Value; break;
            case OrderReplaced e: ledger[e.Before.Id] += e.Remaining.Value - e.Before.Remaining.Value; break;
            case OrderReduced e: ledger[e.Order] -= e.By.Value; break;
            case OrderCancelled e: ledger[e.Order] -= e.Quantity.Value; break;
            case TradeExecuted e:
                ledger[e.Maker] -= e.Quantity.Value;
                ledger[e.Taker] -= e.Quantity.Value;
                break;
        }
    }

    private sealed record Step(
        MatchingEngine Engine, BookSnapshot Before, BookSnapshot After, IMarketCommand Command, CommandOutcome Outcome, MarketEventList Events);
}
