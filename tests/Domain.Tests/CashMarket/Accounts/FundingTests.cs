using LiquidityRisk.Domain.CashMarket.Matching.Tests;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts.Tests;

public class FundingTests
{
    private static readonly CommandId First = Desk.Command(1);
    private static readonly CommandId Second = Desk.Command(2);

    [Fact]
    public void What_is_paid_in_is_available_and_can_be_paid_out()
    {
        var paidIn = Funding.Deposit(Open(AccountKind.Client), First, Eur(100.01m), Exchange.Now);
        var paidOut = Funding.Withdraw(paidIn.Account, Second, Eur(40), Exchange.Now);

        Assert.Equal(new Holding(Eur(60.01m), Eur(0)), paidOut.Account.Holdings.Eur);
        Assert.Equal(
            new AssetTransaction(
                paidIn.Account.Id, 2, TransactionReason.Withdrawal, new OperationReference(Second), Eur(-40), Eur(0), paidOut.Account.Holdings.Eur, Exchange.Now),
            Assert.Single(paidOut.Transactions));
    }

    [Fact]
    public void A_payment_that_comes_twice_happens_once()
    {
        var once = Funding.Deposit(Open(AccountKind.Client), First, Eur(100), Exchange.Now).Account;
        var twice = Funding.Deposit(once, First, Eur(100), Exchange.Now);

        Assert.Same(once, twice.Account);
        Assert.Empty(twice.Transactions);
        Assert.Null(twice.Refusal);
    }

    [Fact]
    public void No_more_is_paid_out_than_is_available()
    {
        var funded = Funding.Deposit(Open(AccountKind.Client), First, Eur(100), Exchange.Now).Account;
        var reserved = Reserving.Reserve(funded, Desk.Command(3), AssetAmounts.Sum(Eur(70)), Exchange.Now).Account;
        var refused = Funding.Withdraw(reserved, Second, Eur(30.01m), Exchange.Now);

        Assert.Equal(new AssetShortfall(Eur(30.01m), Eur(30)), Assert.IsType<InsufficientAssets>(refused.Refusal).Shortfalls.Single());
        Assert.Same(reserved, refused.Account);
        Assert.Null(Funding.Withdraw(reserved, Second, Eur(30), Exchange.Now).Refusal);
    }

    [Theory]
    [InlineData(AccountKind.AssetHolder, Asset.Eur)]
    [InlineData(AccountKind.LiquidityProvider, Asset.Eua)]
    [InlineData(AccountKind.LiquidityProvider, Asset.Cea)]
    public void A_market_maker_is_funded_with_what_it_brings(AccountKind kind, Asset asset) => Assert.Equal(
        new AssetNotAllowed(kind, asset), Funding.Deposit(Open(kind), First, new(asset, 1), Exchange.Now).Refusal);

    [Fact]
    public void An_adjustment_goes_either_way_and_counts_as_funding()
    {
        var up = Funding.Adjust(Open(AccountKind.LiquidityProvider), First, new(Asset.Cea, 3), Exchange.Now);
        var down = Funding.Adjust(up.Account, Second, new(Asset.Cea, -2), Exchange.Now);

        Assert.Equal(new AssetAmount(Asset.Cea, 1), Conservation.Funded([.. up.Transactions, .. down.Transactions]).Cea);
        Assert.IsType<InsufficientAssets>(Funding.Adjust(down.Account, Desk.Command(3), new(Asset.Cea, -2), Exchange.Now).Refusal);
    }

    [Fact]
    public void An_account_forgets_its_oldest_operations_only()
    {
        var account = Open(AccountKind.Client);
        for (var i = 0; i <= Account.RememberedOperations; i++) account = Funding.Deposit(account, Desk.Command(i + 1), Eur(1), Exchange.Now).Account;

        Assert.Equal(Account.RememberedOperations, account.Finished.Length);
        Assert.Same(account, Funding.Deposit(account, Second, Eur(1), Exchange.Now).Account);
        Assert.NotSame(account, Funding.Deposit(account, First, Eur(1), Exchange.Now).Account);
    }

    [Fact]
    public void Senseless_payments_are_errors_of_the_program()
    {
        var account = Open(AccountKind.Client);
        Assert.Throws<ArgumentException>(() => Funding.Deposit(account, First, Eur(0), Exchange.Now));
        Assert.Throws<ArgumentException>(() => Funding.Withdraw(account, First, Eur(-1), Exchange.Now));
        Assert.Throws<ArgumentException>(() => Funding.Adjust(account, First, Eur(0), Exchange.Now));
        Assert.Throws<ArgumentException>(() => Funding.Deposit(account, default, Eur(1), Exchange.Now));
        Assert.Throws<ArgumentException>(() => Account.Open(default, account.Owner, AccountKind.Client, JournalPositions.Start));
        Assert.Throws<ArgumentException>(() => Account.Open(account.Id, default, AccountKind.Client, JournalPositions.Start));
    }

    private static Account Open(AccountKind kind) => new Exchange().Open("ann", kind)["ann"];

    private static AssetAmount Eur(decimal euros) => new(Asset.Eur, euros);
}
