using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Matching.Tests;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts.Tests;

public class ReservingTests
{
    private static readonly CommandId Operation = Desk.Command(1);
    private static readonly AssetAmounts Wanted = AssetAmounts.Sum(new(Asset.Eur, 60.50m), new(Asset.Eua, 3));

    private readonly Account _ann = new Exchange().Open("ann", AccountKind.Client, new(Asset.Eur, 100), new(Asset.Eua, 5))["ann"];

    [Fact]
    public void A_reservation_locks_every_asset_it_names()
    {
        var (account, transactions, refusal) = Reserving.Reserve(_ann, Operation, Wanted, Exchange.Now);

        Assert.Null(refusal);
        Assert.Equal(new Holding(new(Asset.Eur, 39.50m), new(Asset.Eur, 60.50m)), account.Holdings.Eur);
        Assert.Equal(new Holding(new(Asset.Eua, 2), new(Asset.Eua, 3)), account.Holdings.Eua);
        Assert.Equal(new Reservation(Operation, Wanted, Exchange.Now), account.Reservations.Single());
        Assert.All(transactions, t => Assert.Equal((TransactionReason.Reserve, new OperationReference(Operation)), (t.Reason, t.Reference)));
    }

    [Fact]
    public void All_or_nothing_and_every_shortfall_is_named()
    {
        var result = Reserving.Reserve(_ann, Operation, AssetAmounts.Sum(new(Asset.Eur, 1), new(Asset.Eua, 8), new(Asset.Cea, 2)), Exchange.Now);

        Assert.Same(_ann, result.Account);
        var shortfalls = Assert.IsType<InsufficientAssets>(result.Refusal).Shortfalls;
        Assert.Equal([(Asset.Eua, 8m, 5m, 3m), (Asset.Cea, 2m, 0m, 2m)], shortfalls.Select(s => (s.AssetType, s.Required.Value, s.Available.Value, s.Shortfall.Value)));
    }

    [Fact]
    public void The_same_operation_reserves_once()
    {
        var once = Reserving.Reserve(_ann, Operation, Wanted, Exchange.Now).Account;

        Nothing(once, Reserving.Reserve(once, Operation, Wanted, Exchange.Now.AddHours(1)));
        Assert.Equal(
            new OperationDiffers(Operation, Wanted), Reserving.Reserve(once, Operation, Wanted.Plus(new(Asset.Eur, 1)), Exchange.Now).Refusal);
    }

    [Fact]
    public void Releasing_what_never_was_reserved_changes_no_holding_and_bars_a_reservation_that_comes_late()
    {
        var released = Reserving.Release(_ann, Operation, Exchange.Now);

        Assert.Empty(released.Transactions);
        Assert.Equal(_ann.Holdings, released.Account.Holdings);
        Assert.Equal(new OperationFinished(Operation), Reserving.Reserve(released.Account, Operation, Wanted, Exchange.Now).Refusal);
    }

    [Fact]
    public void A_released_reservation_is_not_made_again()
    {
        var released = Reserving.Release(Reserving.Reserve(_ann, Operation, Wanted, Exchange.Now).Account, Operation, Exchange.Now).Account;

        Assert.Equal(_ann.Holdings, released.Holdings);
        Nothing(released, Reserving.Release(released, Operation, Exchange.Now));
        var again = Reserving.Reserve(released, Operation, Wanted, Exchange.Now);
        Assert.Equal(new OperationFinished(Operation), again.Refusal);
        Assert.Same(released, again.Account);
    }

    [Fact]
    public void Orders_use_their_reservation_and_what_they_leave_is_released()
    {
        var reserved = Reserving.Reserve(_ann, Operation, Wanted, Exchange.Now).Account;
        var order = new NewOrder(new(1), _ann.Id, _ann.Owner, OrderSide.Buy, new Ticks(5_000), new Lots(1));
        var engine = new MatchingEngine(MatchingRules.Standard);
        var events = new MarketEventList();
        engine.Apply(new PlaceOrder(Operation, order), events);
        var settled = Settlement.Apply(reserved, new JournalEntry(CertificateType.Eua, 1, Operation, [.. events]), Exchange.Now).Account;

        Assert.Equal(new Holding(new(Asset.Eur, 50), new(Asset.Eur, 50)), settled.Holdings.Eur);
        Assert.Equal(_ann.Holdings.Eua, settled.Holdings.Eua);
        Assert.Empty(settled.Reservations);
        Nothing(settled, Reserving.Release(settled, Operation, Exchange.Now));
    }

    [Fact]
    public void Nothing_is_reserved_for_a_command_that_has_placed_its_orders()
    {
        var order = new NewOrder(new(1), _ann.Id, _ann.Owner, OrderSide.Buy, new Ticks(5_000), new Lots(1));
        var entry = new JournalEntry(CertificateType.Eua, 1, Operation, [new OrderAccepted(Operation, order)]);
        var settled = Settlement.Apply(_ann, entry, Exchange.Now).Account;

        Assert.Equal(new OperationFinished(Operation), Reserving.Reserve(settled, Operation, AssetAmounts.Sum(new AssetAmount(Asset.Eua, 1)), Exchange.Now).Refusal);
    }

    [Fact]
    public void Only_something_can_be_reserved_and_only_for_an_operation()
    {
        Assert.Throws<ArgumentException>(() => Reserving.Reserve(_ann, Operation, AssetAmounts.None, Exchange.Now));
        Assert.Throws<ArgumentException>(() => Reserving.Reserve(_ann, Operation, AssetAmounts.Sum(new AssetAmount(Asset.Eur, -1)), Exchange.Now));
        Assert.Throws<ArgumentException>(() => Reserving.Reserve(_ann, default, Wanted, Exchange.Now));
    }

    private static void Nothing(Account before, AccountResult result)
    {
        Assert.Same(before, result.Account);
        Assert.Empty(result.Transactions);
        Assert.Null(result.Refusal);
    }
}
