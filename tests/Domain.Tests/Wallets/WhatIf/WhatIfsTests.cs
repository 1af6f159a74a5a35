using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;
using static LiquidityRisk.Domain.Wallets.Tests.Loans;

namespace LiquidityRisk.Domain.Wallets.WhatIf.Tests;

public class WhatIfsTests
{
    private const LendingProtocol Aave = LendingProtocol.AaveV3;

    private static readonly TokenSymbol Odd = TokenSymbol.Parse("ODD");

    private static readonly WalletHoldings Start =
        Wallet(Position([Collateral(Weth, 10), Collateral(Usdc, 100, 78) with { IsCollateral = false }], [Debt(Dai, 10_000)])).Holding((Dai, 3_000), (Weth, 2));

    public static TheoryData<WalletChange, WhatIfFault> Refusals => new()
    {
        { new Repay(LendingProtocol.AaveV2, Dai, new(1)), WhatIfFault.NoSuchPosition },
        { new Repay(Aave, Dai, TokenAmount.Zero), WhatIfFault.NothingToDo },
        { new Repay(Aave, Usdc, new(1)), WhatIfFault.MoreThanOwed },
        { new Repay(Aave, Dai, new(10_001)), WhatIfFault.MoreThanOwed },
        { new Repay(Aave, Dai, new(3_001)), WhatIfFault.NotEnoughFree },
        { new Borrow(LendingProtocol.CompoundV3, Dai, new(1)), WhatIfFault.NoSuchPosition },
        { new Borrow(Aave, Dai, new(6_001)), WhatIfFault.BeyondBorrowLimit },
        { new Borrow(Aave, Odd, new(1)), WhatIfFault.UnknownPrice },
        { new Deposit(LendingProtocol.AaveV2, Weth, new(1)), WhatIfFault.NoSuchPosition },
        { new Deposit(Aave, Weth, new(2.1m)), WhatIfFault.NotEnoughFree },
        { new Deposit(Aave, Wbtc, new(1), true), WhatIfFault.UnknownTerms },
        { new Withdraw(Aave, Wbtc, new(1)), WhatIfFault.MoreThanSupplied },
        { new Withdraw(Aave, Weth, new(10.1m)), WhatIfFault.MoreThanSupplied },
        { new Withdraw(Aave, Weth, new(4)), WhatIfFault.Unhealthy },
        { new PriceShock(null, -1), WhatIfFault.PriceNotPositive },
        { new PriceShock(Odd, 0.1m), WhatIfFault.UnknownPrice },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_is_refused_and_nothing_changes(WalletChange change, WhatIfFault fault)
    {
        var result = WhatIfs.Apply(Start, Prices, [new PriceShock(Wbtc, 0.5m), change]);

        Assert.Equal(new(1, change, fault), result.Refusal);
        Assert.Same(Start, result.Holdings);
        Assert.Same(Prices, result.Prices);
    }

    [Fact]
    public void Paying_back_uses_what_lies_free()
    {
        var after = Apply(new Repay(Aave, Dai, new(2_500)));

        Assert.Equal(7_500, after.Positions[0].Borrowed.Single().Amount.Value);
        Assert.Equal(500, after.Free(Dai).Value);
    }

    [Fact]
    public void A_debt_that_is_paid_back_from_outside_is_gone_and_the_balance_stays()
    {
        var after = Apply(new Repay(Aave, Dai, new(10_000), FromOutside: true));

        Assert.Empty(after.Positions[0].Borrowed);
        Assert.Equal(3_000, after.Free(Dai).Value);
        Assert.True(WalletHealth.Of(after, Prices, 1.2m).IsDebtFree);
    }

    [Fact]
    public void What_is_borrowed_lies_free_up_to_the_limit()
    {
        // 20,000 × 80 % = 16,000 less 10,000.
        var after = Apply(new Borrow(Aave, Dai, new(5_000)), new Borrow(Aave, Usdc, new(1_000)));

        Assert.Equal((15_000m, 1_000m), (after.Positions[0].Borrowed[0].Amount.Value, after.Positions[0].Borrowed[1].Amount.Value));
        Assert.Equal((8_000m, 1_000m), (after.Free(Dai).Value, after.Free(Usdc).Value));
    }

    [Fact]
    public void A_deposit_gets_the_terms_of_what_is_supplied_or_its_own()
    {
        var after = Apply(new Deposit(Aave, Weth, new(2)), new Deposit(Aave, Wbtc, new(1), true, Terms(78)), new Deposit(LendingProtocol.AaveV2, Dai, new(1_000), false, Terms(77)));

        Assert.Equal([12m, 100m, 1m], after.Positions[0].Supplied.Select(s => s.Amount.Value));
        Assert.True(after.Positions[0].Supplied[2].IsCollateral);
        Assert.Equal(((24_000 * 0.83m) + (60_000 * 0.78m)) / 10_000, PositionHealth.Of(after.Positions[0], Prices).Factor!.Value.Value);
        Assert.Equal((LendingProtocol.AaveV2, 2_000m), (after.Positions[1].Protocol, after.Free(Dai).Value));
        Assert.Equal([Dai], after.Balances.Select(b => b.Asset));
    }

    [Fact]
    public void Collateral_may_be_withdrawn_down_to_a_factor_of_one()
    {
        var after = Apply(new Withdraw(Aave, Weth, new(3.97590361445783132530m)));

        Assert.InRange(PositionHealth.Of(after.Positions[0], Prices).Factor!.Value.Value, 1, 1 + 1e-18m);
        Assert.Equal(5.97590361445783132530m, after.Free(Weth).Value);
    }

    [Fact]
    public void What_is_no_collateral_may_be_withdrawn_even_below_one()
    {
        var result = WhatIfs.Apply(Start, Prices, [new PriceShock(Weth, -0.5m), new Withdraw(Aave, Usdc, new(100))]);

        Assert.Null(result.Refusal);
        Assert.Equal([Weth], result.Holdings.Positions[0].Supplied.Select(s => s.Asset));
    }

    [Fact]
    public void Shocks_come_in_their_order()
    {
        var result = WhatIfs.Apply(Start, Prices, [new PriceShock(null, -0.5m), new PriceShock(Weth, 0.2m)]);

        Assert.Equal((1_200m, 30_000m), (result.Prices.Of(Weth)!.Value.Value, result.Prices.Of(Wbtc)!.Value.Value));
    }

    [Fact]
    public void No_change_is_no_change() => Assert.Same(Start, WhatIfs.Apply(Start, Prices, []).Holdings);

    [Fact]
    public void A_deposit_that_is_withdrawn_and_a_loan_that_is_paid_back_leave_everything_as_it_was()
    {
        var after = Apply(
            new Deposit(Aave, Weth, new(1)), new Borrow(Aave, Dai, new(700)), new Repay(Aave, Dai, new(700)), new Withdraw(Aave, Weth, new(1)));

        Assert.Equal(Start.Positions[0].Supplied, after.Positions[0].Supplied);
        Assert.Equal(Start.Positions[0].Borrowed, after.Positions[0].Borrowed);
        Assert.Equal(Start.Balances, after.Balances);
    }

    private static WalletHoldings Apply(params WalletChange[] changes)
    {
        var result = WhatIfs.Apply(Start, Prices, changes);
        Assert.Null(result.Refusal);
        return result.Holdings;
    }
}
