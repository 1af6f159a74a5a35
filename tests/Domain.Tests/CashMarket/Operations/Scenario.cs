using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Matching.Tests;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Operations.Tests;

/// <summary>A plan in small and how a world begins: two makers who own just what their orders need, and a client who can trade with them.</summary>
internal sealed record Scenario(ImmutableArray<ImmutableArray<NewOrder>> Orders, ImmutableArray<OperationLeg> Legs, World Start)
{
    public const string Client = "cleo";
    private static readonly CertificateType[] Markets = [CertificateType.Eua, CertificateType.Cea];

    /// <summary>A plan: for each order its leg, its maker, its side and its price; two lots each.</summary>
    public static Scenario Of(bool needsApproval, params (int Leg, string Who, OrderSide Side, decimal Price)[] plan)
    {
        var orders = plan.Index().GroupBy(p => p.Item.Leg).OrderBy(g => g.Key)
            .Select(g => g.Select(p => Order(100 + p.Index, p.Item.Who, p.Item.Side, p.Item.Price, 2)).ToImmutableArray()).ToImmutableArray();
        ImmutableArray<OperationLeg> legs = [.. orders.Select((leg, i) => new OperationLeg(
            Markets[i],
            Desk.Command(10 + i),
            Desk.Command(20 + i),
            [.. leg.Select(o => new MakerLock(o.Account, OrderLock.Of(Markets[i], o.Side, o.Limit, o.Quantity)))]))];
        var makers = plan.Select(p => (p.Who, Kind: AccountKindRules.TypeFor(p.Side))).Distinct().Select(m => Open(
            m.Who, m.Kind, [.. legs.SelectMany(l => l.Locks).Where(l => l.Account == Desk.Account(m.Who)).Select(l => l.Amount)]));
        var client = Open(Client, AccountKind.Client, new(Asset.Eur, 10_000), new(Asset.Eua, 10), new(Asset.Cea, 10));
        ImmutableArray<Account> accounts = [.. makers, client];
        return new(orders, legs, new World(
            LiquidityOperation.Create(Plans.Id, Plans.Requester, legs, needsApproval ? Plans.Deadline : null, Plans.Now),
            accounts,
            [.. legs.Select(l => new Market(l.Certificate, new MatchingEngine(Market.Rules).Snapshot(), []))],
            AssetAmounts.Sum(Assets.All.SelectMany(a => accounts.Select(x => x.Holdings[a].Total))),
            [.. accounts.Select(a => AssetAmounts.Sum(Assets.All.Select(x => a.Holdings[x].Total)))]));
    }

    /// <summary>The same after all orders were placed, with a request to withdraw them.</summary>
    public Scenario ThenWithdrawn() => this with
    {
        Start = new Driver(this, Flaw.None).Complete(Start) with
        {
            Operation = LiquidityOperation.Withdraw(
                Plans.Id, Plans.Requester, [.. Legs.Select((l, i) => l with { Cancel = Desk.Command(40 + i), Locks = [] })], Plans.Now),
        },
    };

    public static NewOrder Order(long id, string who, OrderSide side, decimal price, long lots) =>
        new(new(id), Desk.Account(who), Desk.Owner(who), side, Desk.Price(price), new Lots(lots));

    private static Account Open(string who, AccountKind kind, params ImmutableArray<AssetAmount> funds) => funds.Aggregate(
        Account.Open(Desk.Account(who), Desk.Owner(who), kind, JournalPositions.Start),
        (a, f) => Funding.Deposit(a, Desk.Command(1_000 + a.Finished.Length), f, Plans.Now).Account);
}
