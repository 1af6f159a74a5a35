using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Operations.Tests;

/// <summary>A market as it is stored: its book and its journal.</summary>
internal sealed record Market(CertificateType Certificate, BookSnapshot Book, ImmutableArray<JournalEntry> Journal)
{
    public static readonly MatchingRules Rules = new(SelfTradePolicy.CancelNewest, 64);

    public IEnumerable<RestingOrder> Resting => Book.Bids.Concat(Book.Asks);

    public JournalEntry? EntryOf(CommandId command) => Journal.FirstOrDefault(e => e.Command == command);

    /// <summary>Takes a command that is not in the journal yet.</summary>
    public Market Append(IMarketCommand command)
    {
        var (engine, events) = (MatchingEngine.Restore(Rules, Book), new MarketEventList());
        return engine.Apply(command, events) == CommandOutcome.AlreadyApplied
            ? this
            : this with { Book = engine.Snapshot(), Journal = Journal.Add(new(Certificate, engine.Position, command.Id, [.. events])) };
    }
}

/// <summary>Everything that is stored: the operation, the accounts (the client's is the last) and the markets.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Accounts">Makers follow the journals when they get to it, the client at once.</param>
/// <param name="Markets">One for each leg.</param>
/// <param name="Funded">What was paid in to all less what was paid out.</param>
/// <param name="Entitled">What each account owns by its payments and by the trades in the journals.</param>
/// <param name="PriceMoved">Whether the approved plan no longer holds.</param>
/// <param name="IsLate">Whether the deadline has passed.</param>
/// <param name="Sent">How many orders the client has sent.</param>
/// <param name="Withdrawn">How often a maker has been paid out.</param>
internal sealed record World(
    LiquidityOperation Operation,
    ImmutableArray<Account> Accounts,
    ImmutableArray<Market> Markets,
    AssetAmounts Funded,
    ImmutableArray<AssetAmounts> Entitled,
    bool PriceMoved = false,
    bool IsLate = false,
    int Sent = 0,
    int Withdrawn = 0)
{
    public DateTimeOffset Now => IsLate ? Plans.Deadline : Plans.Now;

    public int Makers => Accounts.Length - 1;

    public World Change(int account, Func<Account, AccountResult> change) => change(Accounts[account]).Account is var changed && ReferenceEquals(changed, Accounts[account])
        ? this
        : this with { Accounts = Accounts.SetItem(account, changed) };

    /// <summary>An account that has followed all journals to their ends.</summary>
    public AccountResult Settled(int account) => Settlement.Apply(Accounts[account], Markets.SelectMany(m => m.Journal), Plans.Now);

    public World Settle(int account) => Change(account, _ => Settled(account));

    public int IndexOf(AccountId account) => Accounts.IndexOf(Accounts.First(a => a.Id == account));

    /// <summary>Sends a command to a market, and books to whom its trades entitle.</summary>
    public World Append(int market, IMarketCommand command)
    {
        var after = Markets[market].Append(command);
        if (ReferenceEquals(after, Markets[market])) return this;
        var entitled = Entitled.ToBuilder();
        foreach (var trade in after.Journal[^1].Events.OfType<TradeExecuted>())
        {
            var (maker, taker) = (IndexOf(trade.MakerAccount), IndexOf(trade.TakerAccount));
            var (buyer, seller) = trade.TakerSide == OrderSide.Buy ? (taker, maker) : (maker, taker);
            var (cost, lots) = (AssetAmount.Cost(trade.Price, trade.Quantity), AssetAmount.Of(after.Certificate, trade.Quantity));
            entitled[buyer] = entitled[buyer].Plus(-cost).Plus(lots);
            entitled[seller] = entitled[seller].Plus(cost).Plus(-lots);
        }

        return (this with { Markets = Markets.SetItem(market, after), Entitled = entitled.ToImmutable() }).Settle(Makers);
    }
}
