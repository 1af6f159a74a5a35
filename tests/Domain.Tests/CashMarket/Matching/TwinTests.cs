namespace LiquidityRisk.Domain.CashMarket.Matching.Tests;

/// <summary>The fast and the naive market under the same commands: the same events after each, the same book at every checkpoint.</summary>
public class TwinTests(ITestOutputHelper output)
{
    private const int Checkpoint = 500;

    /// <summary>Together more than a million commands, over all policies, books from nearly empty to a hundred orders, and prices near and far apart.</summary>
    [Theory]
    [InlineData(SelfTradePolicy.CancelNewest, 1, 4, 1, 250_000)]
    [InlineData(SelfTradePolicy.CancelNewest, 2, 40, 1, 300_000)]
    [InlineData(SelfTradePolicy.CancelNewest, 3, 120, 1, 100_000)]
    [InlineData(SelfTradePolicy.CancelOldest, 4, 30, 1, 200_000)]
    [InlineData(SelfTradePolicy.DecrementAndCancel, 5, 30, 1, 200_000)]
    [InlineData(SelfTradePolicy.CancelNewest, 6, 300, 200, 50_000)]
    public void They_tell_the_same_and_hold_the_same(SelfTradePolicy policy, int seed, int depth, int spread, int commands)
    {
        var random = new Random(seed);
        var naive = new NaiveMarket(policy);
        var engine = new MatchingEngine(new MatchingRules(policy, 4_096));
        var maker = new CommandMaker(naive, spread);
        var (told, heard) = (new MarketEventList(), new MarketEventList());
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 1; i <= commands; i++)
        {
            var command = maker.Make(Intent.Draw(random), depth);
            told.Clear();
            heard.Clear();
            var outcome = engine.Apply(command, told);

            Assert.Equal(naive.Apply(command, heard), outcome);
            if (!Same(told, heard)) Assert.Fail($"Command {i} {command}: {Tell(told)} instead of {Tell(heard)}");
            if (i % Checkpoint == 0) Assert.Equal(StateHash.Of(naive.Bids, naive.Asks), engine.Hash);
            Count(kinds, told);
        }

        Assert.Equal(StateHash.Of(naive.Bids, naive.Asks), engine.Hash);
        output.WriteLine(string.Join(", ", kinds.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $"{k.Key} {k.Value}")));
        Assert.All(Enum.GetValues<CancelReason>(), r => Assert.True(kinds.GetValueOrDefault($"cancelled {r}") > 50, $"{r} was hardly met"));
    }

    private static bool Same(MarketEventList a, MarketEventList b)
    {
        if (a.Count != b.Count) return false;
        for (var i = 0; i < a.Count; i++)
            if (!a[i].Equals(b[i])) return false;
        return true;
    }

    private static string Tell(MarketEventList events) => string.Join("; ", events.Select(Desk.Line));

    private static void Count(Dictionary<string, int> kinds, MarketEventList events)
    {
        foreach (var happened in events)
        {
            var kind = happened switch
            {
                CommandRejected r => Names.Rejected[(int)r.Reason],
                OrderCancelled c => Names.Cancelled[(int)c.Reason],
                TradeExecuted => "trades",
                OrderReplaced => "replaced",
                OrderReduced => "reduced",
                _ => "others",
            };
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        }
    }

    private static class Names
    {
        public static readonly string[] Rejected = [.. Enum.GetValues<RejectReason>().Select(r => $"refused {r}")];
        public static readonly string[] Cancelled = [.. Enum.GetValues<CancelReason>().Select(r => $"cancelled {r}")];
    }
}
