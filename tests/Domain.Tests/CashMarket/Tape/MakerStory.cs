using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Matching.Tests;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape.Tests;

/// <summary>A market, one maker's record of it, and all that the record was made of.</summary>
internal sealed class MakerStory
{
    private readonly Listener _market = new();
    private readonly Desk _desk;

    public MakerStory(string maker)
    {
        _desk = new(_market);
        Account = Desk.Account(maker);
        Record = MakerRecord.Begin(Account, 0, Now);
        History.Add(new([], 0, Now, default));
    }

    public AccountId Account { get; }

    public DateTimeOffset Now { get; private set; } = Printer.Time("2026-03-02T22:00:00Z");

    public MakerRecord Record { get; private set; }

    public List<MakerEntry> History { get; } = [];

    public NaiveMarket Market => _market.Inner;

    public MakerStory Send(Action<Desk> act)
    {
        act(_desk);
        return Note(60);
    }

    public MakerStory Apply(IMarketCommand command, int seconds)
    {
        _market.Apply(command, new MarketEventList());
        return Note(seconds);
    }

    private MakerStory Note(int seconds)
    {
        var at = Now.AddSeconds(seconds);
        Now = at > Now ? at : Now;
        BookDepth depth = new([.. Levels(Market.Bids)], [.. Levels(Market.Asks)]);
        var quote = MakerQuote.Of(depth, Market.Bids.Concat(Market.Asks).Where(o => o.Account == Account));
        Record = Record.With(new([.. _market.Events], History.Count, at, quote));
        History.Add(new([.. _market.Events], History.Count, Now, quote));
        return this;
    }

    private static IEnumerable<DepthLevel> Levels(IEnumerable<RestingOrder> orders) => orders.Take(1).Select(o => new DepthLevel(o.Price, o.Remaining, 1));

    private sealed class Listener : IMarket
    {
        public NaiveMarket Inner { get; } = new(SelfTradePolicy.CancelNewest);

        public MarketEventList Events { get; } = [];

        public IEnumerable<RestingOrder> Bids => Inner.Bids;

        public IEnumerable<RestingOrder> Asks => Inner.Asks;

        public CommandOutcome Apply(IMarketCommand command, IMarketEventSink sink)
        {
            Events.Clear();
            return Inner.Apply(command, Events);
        }
    }
}
