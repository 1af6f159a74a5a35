using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Matching.Tests;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts.Tests;

/// <summary>Both markets with their journals and the accounts that trade there, all in memory: check, reserve, send, settle.</summary>
internal sealed class Exchange
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly Dictionary<CertificateType, MatchingEngine> _engines;

    public Exchange(SelfTradePolicy policy = SelfTradePolicy.CancelNewest) => _engines = new[] { CertificateType.Eua, CertificateType.Cea }
        .ToDictionary(c => c, _ => new MatchingEngine(new MatchingRules(policy, 4_096)));

    public Dictionary<AccountId, Account> Accounts { get; } = [];

    public List<AssetTransaction> Transactions { get; } = [];

    public List<JournalEntry> Journal { get; } = [];

    /// <summary>What each account went through, so that it can be done again: a change of its own or a journal entry.</summary>
    public List<(AccountId? Account, Func<Account, AccountResult>? Own, JournalEntry? Entry)> History { get; } = [];

    /// <summary>The commands that a market has taken.</summary>
    public HashSet<CommandId> Sent { get; } = [];

    public List<AccountRefusal> Refusals { get; } = [];

    /// <summary>Whether accounts follow the journal after every command.</summary>
    public bool SettlesAtOnce { get; init; } = true;

    public MatchingEngine Market(CertificateType certificate) => _engines[certificate];

    public IEnumerable<MarketBook> Books => _engines.Select(e => MarketBook.Of(e.Key, e.Value.Snapshot()));

    public IEnumerable<BalanceDifference> Differences => Conservation.Check(Accounts.Values, Conservation.Funded(Transactions), Books);

    public Account this[string who] => Accounts[Desk.Account(who)];

    public Exchange Open(string who, AccountKind kind, params AssetAmount[] funds)
    {
        Accounts.Add(Desk.Account(who), Account.Open(Desk.Account(who), Desk.Owner(who), kind, JournalPositions.Start));
        foreach (var (i, amount) in funds.Index())
        {
            var operation = new CommandId(new Guid(i + 1, 9, 9, Desk.Account(who).Value.ToByteArray()[..8]));
            Change(Desk.Account(who), a => Funding.Deposit(a, operation, amount, Now));
        }

        return this;
    }

    /// <summary>Sends a command if its account may; false when it may not, or when the market knows it already.</summary>
    public bool Send(CertificateType certificate, IMarketCommand command)
    {
        if (Sent.Contains(command.Id)) return Append(certificate, command);
        var needs = Needs(certificate, command);
        if (needs.Find(n => n.Decision.Refusal is not null) is { Decision.Refusal: { } refusal })
        {
            Refusals.Add(refusal);
            return false;
        }

        foreach (var (id, decision) in needs)
            if (!decision.Lock.IsNone && !Change(id, a => Reserving.Reserve(a, command.Id, decision.Lock, Now))) return false;

        return Append(certificate, command);
    }

    /// <summary>Sends a command without asking the accounts.</summary>
    public bool Append(CertificateType certificate, IMarketCommand command)
    {
        var events = new MarketEventList();
        if (_engines[certificate].Apply(command, events) == CommandOutcome.AlreadyApplied) return false;
        var entry = new JournalEntry(certificate, _engines[certificate].Position, command.Id, [.. events]);
        Journal.Add(entry);
        Sent.Add(command.Id);
        History.Add((null, null, entry));
        if (!SettlesAtOnce) return true;
        foreach (var id in Accounts.Keys) Book(id, a => Settlement.Apply(a, entry, Now));
        return true;
    }

    public bool Change(AccountId id, Func<Account, AccountResult> change)
    {
        History.Add((id, change, null));
        return Book(id, change);
    }

    /// <summary>What an account has to have ready for a command.</summary>
    public List<(AccountId Account, PlacingDecision Decision)> Needs(CertificateType certificate, IMarketCommand command) => command switch
    {
        PlaceOrder { Order: var order } => [(order.Account, Placing.Check(Accounts[order.Account], certificate, order))],
        PlaceOrders { Orders: var orders } =>
            [.. orders.GroupBy(o => o.Account).Select(g => (g.Key, Placing.Check(Accounts[g.Key], certificate, [.. g])))],
        ReplaceOrder replace when _engines[certificate].Find(replace.Order) is { } resting && resting.Account == replace.Account =>
            [(replace.Account, Placing.CheckReplacement(Accounts[replace.Account], certificate, resting, replace.Price, replace.Remaining))],
        _ => [],
    };

    /// <summary>All that an account is, as text: records compare their arrays by reference.</summary>
    public static string Describe(Account account) => string.Join('\n', [
        $"{account.Id} {account.Owner} {account.Kind} {account.Holdings} {account.Applied} {account.LastTransaction}",
        .. account.Reservations.Select(r => r.ToString()), .. account.Finished.Select(f => f.ToString())]);

    private bool Book(AccountId id, Func<Account, AccountResult> change)
    {
        var result = change(Accounts[id]);
        Accounts[id] = result.Account;
        Transactions.AddRange(result.Transactions);
        if (result.Refusal is { } why) Refusals.Add(why);
        return result.Refusal is null;
    }
}
