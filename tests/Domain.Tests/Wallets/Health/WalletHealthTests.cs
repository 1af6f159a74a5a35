using System.Diagnostics;
using FsCheck.Fluent;
using LiquidityRisk.Domain.Tests;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;
using static LiquidityRisk.Domain.Wallets.Tests.Loans;

namespace LiquidityRisk.Domain.Wallets.Health.Tests;

public class WalletHealthTests
{
    private const decimal Safety = 1.2m;

    private static readonly ProtocolPosition Aave = Position([Collateral(Weth, 10)], [Debt(Usdc, 10_000)]);
    private static readonly ProtocolPosition Compound = Position([Collateral(Wbtc, 1, 70)], [Debt(Dai, 30_000)], LendingProtocol.CompoundV2);

    private static readonly Population<(WalletHoldings Wallet, IReadOnlyDictionary<TokenSymbol, TokenMarket> Markets)> Wallets = new(
        from supplied in (from token in Gen.Elements(Weth, Wsteth, Wbtc, Usdc, Dai)
                          from cents in Gen.Choose(1, 1_000_000_000)
                          from threshold in Gen.Choose(0, 95)
                          from used in Gen.Elements(true, true, false)
                          select Collateral(token, cents / Prices.Of(token)!.Value.Value, threshold) with { IsCollateral = used }).ListOf().Resize(6)
        from owed in Gen.Choose(1, 100_000_000)
        from volume in Gen.Choose(0, 1_000_000_000)
        from volatility in Gen.Choose(0, 300)
        from known in Gen.Elements(true, false)
        from stable in Gen.Elements(true, false)
        let market = new TokenMarket(Weth, known ? volatility / 1_000d : null, known ? new Usd(volume) : null, stable)
        select (
            Wallet(Position([.. supplied], [Debt(Usdc, owed)])),
            (IReadOnlyDictionary<TokenSymbol, TokenMarket>)new[] { Weth, Wsteth, Usdc }.ToDictionary(t => t, t => market with { Token = t })));

    [Fact]
    public void The_ratio_looks_at_no_threshold_and_the_worst_factor_decides_when_it_is_lower()
    {
        // 80,000 / (40,000 × 1.2) = 1.666…; Aave 16,600 / 10,000 = 1.66, Compound 42,000 / 30,000 = 1.4.
        var health = WalletHealth.Of(Wallet(Aave, Compound), Prices, Safety);

        Assert.Equal(1.666666666666666666m, health.Ratio);
        Assert.Equal(new(1.4m), health.Worst);
        Assert.Equal(1.4m, health.Decisive);
    }

    [Fact]
    public void The_ratio_decides_when_it_is_lower()
    {
        // With a threshold of 93 % the factor says 1.03, the ratio 0.92.
        var health = WalletHealth.Of(Wallet(Position([Collateral(Usdc, 1_030, 93)], [Debt(Dai, 930)])), Prices, Safety);

        Assert.Equal(1.03m, health.Worst!.Value.Value);
        Assert.Equal(1_030m / (930 * Safety), health.Decisive!.Value, 15);
    }

    [Fact]
    public void A_wallet_without_debt_is_debt_free_and_has_neither()
    {
        var health = WalletHealth.Of(Wallet(Aave with { Borrowed = [] }), Prices, Safety);

        Assert.True(health.IsDebtFree);
        Assert.Null(health.Ratio);
        Assert.Null(health.Worst);
        Assert.Null(health.Decisive);
    }

    [Fact]
    public void An_empty_wallet_is_debt_free() => Assert.True(WalletHealth.Of(Wallet(), Prices, Safety).IsDebtFree);

    [Fact]
    public void When_nothing_has_a_price_nothing_is_said()
    {
        var health = WalletHealth.Of(Wallet(Aave, Compound), Book(), Safety);

        Assert.False(health.IsDebtFree);
        Assert.Null(health.Decisive);
        Assert.Equal(4, health.Positions.Sum(p => p.Unpriced.Count));
    }

    [Fact]
    public void A_debt_without_a_price_leaves_the_ratio_unknown_and_the_other_positions_factor_stands()
    {
        var odd = Position([Collateral(Weth, 1)], [Debt(TokenSymbol.Parse("ODD"), 1)], LendingProtocol.AaveV2);
        var health = WalletHealth.Of(Wallet(Aave, odd), Prices, Safety);

        Assert.Null(health.Ratio);
        Assert.Equal(1.66m, health.Decisive);
    }

    [Fact]
    public void At_exit_each_collateral_is_worth_what_its_sale_leaves()
    {
        var large = Wallet(Position([Collateral(Wsteth, 10_000, 81)], [Debt(Usdc, 10_000_000)]), Position([Collateral(Wsteth, 10_000, 81)], [], LendingProtocol.AaveV2));
        var exit = WalletHealth.AtExit(large, Prices, Markets, Safety, ExitAssumptions.Standard);

        // Both holdings are one sale of 48 million: 15 bp + 2/3 × 4 % × √(48 / 200).
        var kept = 1 - (0.0015 + (2.0 / 3 * 0.04 * Math.Sqrt(48.0 / 200)));
        Assert.Equal(48_000_000 * kept, (double)exit.Collateral.Amount, 0.01);
        Assert.Equal(24_000_000 * kept * 0.81 / 10_000_000, (double)exit.Worst!.Value.Value, 1e-9);
        Assert.Equal(new(10_000_000), exit.Debt);
    }

    [Fact]
    public void Exit_is_never_above_the_mark() => Wallets.Holds(w =>
    {
        var mark = WalletHealth.Of(w.Wallet, Prices, Safety);
        var exit = WalletHealth.AtExit(w.Wallet, Prices, w.Markets, Safety, ExitAssumptions.Standard);
        return exit.Collateral <= mark.Collateral && exit.Ratio <= mark.Ratio && exit.Worst!.Value <= mark.Worst!.Value && exit.Debt == mark.Debt
            && exit.Collateral >= Usd.Zero;
    });

    [Fact]
    public void Five_hundred_assets_are_summed_exactly()
    {
        var tokens = Enumerable.Range(0, 500).Select(i => TokenSymbol.Parse($"T{i}")).ToArray();
        var prices = Book([.. tokens.Select((t, i) => (t, 1m + i))]);
        var wallet = Wallet(Position([.. tokens.Select(t => Collateral(t, 2, 50))], [.. tokens.Select(t => Debt(t, 0.5m))]));
        WalletHealth.Of(wallet, prices, Safety);

        var fastest = Enumerable.Range(0, 20).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            WalletHealth.Of(wallet, prices, Safety);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        });

        Assert.Equal(new(2), WalletHealth.Of(wallet, prices, Safety).Worst);
        Assert.InRange(fastest, 0, 5); // about 0.1 ms on two idle cores
    }
}
