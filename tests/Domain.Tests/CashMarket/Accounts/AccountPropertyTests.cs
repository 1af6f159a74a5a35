using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Matching.Tests;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts.Tests;

/// <summary>Laws that hold whatever is traded.</summary>
public class AccountPropertyTests(ITestOutputHelper output)
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(500);
    private static readonly Config VeryOften = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    public static TheoryData<SelfTradePolicy> Policies => [.. Enum.GetValues<SelfTradePolicy>()];

    [Theory]
    [MemberData(nameof(Policies))]
    public void After_every_command_nothing_is_lost_and_what_rests_is_locked(SelfTradePolicy policy) => Always(policy, exchange =>
        !exchange.Differences.Any());

    [Theory]
    [MemberData(nameof(Policies))]
    public void What_was_reserved_always_covers_what_the_journal_asks(SelfTradePolicy policy) => Always(policy, exchange =>
        !exchange.Refusals.Exists(r => r is EntryNotCovered or EntryNotSound or EntriesMissing)
        && exchange.Accounts.Values.All(a => Assets.All.All(s => a.Holdings[s] is { Available.IsNegative: false, Locked.IsNegative: false })));

    [Theory]
    [MemberData(nameof(Policies))]
    public void Transactions_add_up_to_the_account_and_trades_to_zero(SelfTradePolicy policy) => Check.One(Often, Prop.ForAll(OrderFlow.Intents, intents =>
    {
        var exchange = Run(policy, intents);
        var sums = exchange.Accounts.Values.All(account => Assets.All.All(asset =>
        {
            var own = exchange.Transactions.Where(t => t.Account == account.Id && t.Asset == asset).ToList();
            var (available, locked) = (own.Sum(t => t.Available.Value), own.Sum(t => t.Locked.Value));
            return account.Holdings[asset] == new Holding(new(asset, available), new(asset, locked))
                && (own.Count == 0 || own[^1].After == account.Holdings[asset]);
        }));
        var numbers = exchange.Transactions.GroupBy(t => t.Account).All(g => g.Select(t => t.Number).SequenceEqual(Enumerable.Range(1, g.Count()).Select(n => (long)n)));
        var trades = exchange.Transactions.Where(t => t.Reason == TransactionReason.Trade).GroupBy(t => t.Reference).All(g =>
            g.Count() == 4 && g.Select(t => t.Account).Distinct().Count() == 2 && AssetAmounts.Sum(g.Select(t => t.Change)).IsNone);
        var inside = exchange.Transactions.All(t => t.CrossesTheBorder || t.Reason == TransactionReason.Trade || t.Change.IsZero);
        return sums && numbers && trades && inside;
    }));

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_journal_gives_the_same_accounts_in_any_steps_and_however_often_it_comes(SelfTradePolicy policy) => Check.One(
        Often, Prop.ForAll(OrderFlow.Intents, ArbMap.Default.ArbFor<int>(), (intents, seed) =>
        {
            var exchange = Run(policy, intents);
            var start = OrderFlow.Open(policy);
            return exchange.Accounts.Values.All(account => Again(exchange, start.Accounts[account.Id], seed) == Exchange.Describe(account));
        }));

    [Theory]
    [MemberData(nameof(Policies))]
    public void Accounts_that_follow_only_at_the_end_of_the_day_have_the_same(SelfTradePolicy policy) => Check.One(Often, Prop.ForAll(OrderFlow.Intents, intents =>
    {
        var (prompt, late) = (Run(policy, intents, wealth: 1_000), Run(policy, intents, wealth: 1_000, settlesAtOnce: false));
        return late.Accounts.Values.All(account =>
        {
            var settled = account;
            foreach (var market in late.Journal.GroupBy(e => e.Certificate).Reverse()) settled = Settlement.Apply(settled, market, Exchange.Now).Account;
            return settled.Holdings == prompt.Accounts[account.Id].Holdings && settled.Applied == prompt.Accounts[account.Id].Applied;
        });
    }));

    [Theory]
    [MemberData(nameof(Policies))]
    public void Orders_that_nobody_reserved_for_never_make_an_account_negative(SelfTradePolicy policy) => Check.One(Often, Prop.ForAll(OrderFlow.Intents, intents =>
    {
        var exchange = OrderFlow.Open(policy, settlesAtOnce: false);
        var flow = new OrderFlow(exchange, policy);
        foreach (var intent in intents) flow.Step(intent, asks: false);
        return exchange.Accounts.Values.All(account =>
        {
            foreach (var entry in exchange.Journal)
            {
                var next = Settlement.Apply(account, entry, Exchange.Now);
                if (next.Refusal is not null && (!ReferenceEquals(next.Account, account) || !next.Transactions.IsEmpty)) return false;
                account = next.Account;
            }

            return Assets.All.All(s => account.Holdings[s] is { Available.IsNegative: false, Locked.IsNegative: false });
        });
    }));

    [Fact]
    public void What_is_reserved_and_released_leaves_the_holdings_as_they_were() => Check.One(VeryOften, Prop.ForAll(
        Gen.Choose(0, 200).Four().ToArbitrary(), Gen.Choose(1, 3).ToArbitrary(), (amounts, times) =>
        {
            var (cents, eua, cea, fund) = amounts;
            var wanted = AssetAmounts.Sum(new(Asset.Eur, cents / 100m), new(Asset.Eua, eua), new(Asset.Cea, cea));
            if (wanted.IsNone) return true;
            var before = new Exchange().Open("ann", AccountKind.Client, new(Asset.Eur, 1.50m), new(Asset.Eua, fund + 1), new(Asset.Cea, 150))["ann"];
            var account = before;
            for (var i = 0; i < times; i++) account = Reserving.Reserve(account, Desk.Command(1), wanted, Exchange.Now).Account;
            var fits = wanted.Present.All(a => a <= before.Holdings[a.Asset].Available);
            if (fits != (account.ReservationOf(Desk.Command(1)) is not null)) return false;
            if (fits && !wanted.Present.All(a => account.Holdings[a.Asset].Locked == a)) return false;
            for (var i = 0; i < times; i++) account = Reserving.Release(account, Desk.Command(1), Exchange.Now).Account;
            return account.Holdings == before.Holdings && account.Reservations.IsEmpty;
        }));

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_long_day_has_everything_in_it(SelfTradePolicy policy)
    {
        var random = new Random(7);
        var exchange = Run(policy, [.. Enumerable.Range(0, 20_000).Select(_ => Intent.Draw(random))]);
        var reasons = exchange.Transactions.CountBy(t => t.Reason).OrderBy(r => r.Key).ToList();
        output.WriteLine($"{exchange.Journal.Count} entries: {string.Join(", ", reasons)}; refused {string.Join(", ", exchange.Refusals.CountBy(r => r.GetType().Name))}");

        Assert.Empty(exchange.Differences);
        Assert.Equal(6, reasons.Count); // all but withdrawals and adjustments
        Assert.Contains(exchange.Refusals, r => r is InsufficientAssets);
        Assert.Contains(exchange.Refusals, r => r is SideNotAllowed);
    }

    private static void Always(SelfTradePolicy policy, Func<Exchange, bool> law) => Check.One(Often, Prop.ForAll(OrderFlow.Intents, intents =>
    {
        var exchange = OrderFlow.Open(policy);
        var flow = new OrderFlow(exchange, policy);
        return intents.TrueForAll(intent =>
        {
            flow.Step(intent);
            return law(exchange);
        });
    }));

    private static Exchange Run(SelfTradePolicy policy, List<Intent> intents, int wealth = 1, bool settlesAtOnce = true)
    {
        var exchange = OrderFlow.Open(policy, wealth, settlesAtOnce);
        var flow = new OrderFlow(exchange, policy);
        foreach (var intent in intents) flow.Step(intent);
        return exchange;
    }

    // Goes through an account's history once more: its own changes at their places, the journal in random steps that overlap.
    private static string Again(Exchange exchange, Account account, int seed)
    {
        var random = new Random(seed);
        var waiting = new List<JournalEntry>();
        var delivered = new List<JournalEntry>();
        foreach (var (id, own, entry) in exchange.History)
        {
            if (entry is not null) waiting.Add(entry);
            if (own is not null && id != account.Id) continue;
            if (own is null && random.Next(8) != 0) continue;
            Deliver();
            if (own is not null) account = own(own(account).Account).Account;
        }

        Deliver();
        return Exchange.Describe(account);

        void Deliver()
        {
            var again = delivered.Skip(random.Next(delivered.Count + 1)).Concat(waiting).ToList();
            account = Settlement.Apply(account, again, Exchange.Now).Account;
            delivered.AddRange(waiting);
            waiting.Clear();
        }
    }
}
