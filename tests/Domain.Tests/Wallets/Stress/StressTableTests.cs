using LiquidityRisk.Domain.Tests;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Domain.Wallets.Tests;
using LiquidityRisk.Units;
using static LiquidityRisk.Domain.Wallets.Tests.Loans;

namespace LiquidityRisk.Domain.Wallets.Stress.Tests;

public class StressTableTests
{
    private static readonly Population<ProtocolPosition> Positions = new(RandomPositions.All);

    private static readonly WalletHoldings Two = Wallet(
            Position([Collateral(Weth, 10)], [Debt(Usdc, 10_000)]),
            Position([Collateral(Wbtc, 1, 70)], [Debt(Weth, 15)], LendingProtocol.CompoundV2))
        .Holding((Dai, 5_000));

    [Fact]
    public void Each_token_falls_alone_each_stablecoin_loses_its_peg_and_all_fall_together()
    {
        var table = Of(Two);

        Assert.Equal(
            [
                .. from token in new[] { Weth, Wbtc } from fall in new[] { 10, 20, 30, 50 } select new AssetFall(token, Percent(fall)),
                .. from token in new[] { Usdc, Dai } from to in new[] { 0.95m, 0.90m } select new Depeg(token, new(to)),
                new Crash(Percent(20)),
                new Crash(Percent(40)),
            ],
            table.Rows.Select(r => r.Scenario));
        Assert.Empty(table.Unpriced);
    }

    [Fact]
    public void A_fall_of_ether_hurts_where_it_is_collateral_and_helps_where_it_is_debt()
    {
        var row = Row(new AssetFall(Weth, Percent(50)));

        // Aave: 10 × 1,000 × 83 % = 8,300 over 10,000. Compound: 42,000 over 15 × 1,000.
        Assert.Equal(new(0.83m), row.Worst);
        Assert.Equal([LendingProtocol.AaveV3], row.Liquidated);
        Assert.Equal(new(-5_000), row.Loss);
        Assert.Equal(70_000 / (25_000 * 1.2m), row.Ratio!.Value, 15);
    }

    [Fact]
    public void A_stablecoin_that_is_owed_and_falls_is_a_gain() => Assert.Equal(new(-1_000), Row(new Depeg(Usdc, new(0.90m))).Loss);

    [Fact]
    public void A_stablecoin_that_lies_free_is_lost_in_part() => Assert.Equal(new(250), Row(new Depeg(Dai, new(0.95m))).Loss);

    [Fact]
    public void A_stablecoin_below_its_stressed_price_stays_there()
    {
        var table = StressTable.Of(Two, Prices.With(Dai, new(0.93m)), Markets, StressRules.Standard);

        Assert.Equal([0, 150], table.Rows.Where(r => r.Scenario is Depeg { Stablecoin: var coin } && coin == Dai).Select(r => r.Loss.Amount));
    }

    [Fact]
    public void A_crash_spares_stablecoins()
    {
        // 80,000 of collateral less 30,000 of ether owed fall by 40 %.
        Assert.Equal(new(20_000), Row(new Crash(Percent(40))).Loss);
    }

    [Fact]
    public void What_has_no_price_is_named_and_not_put_through_anything()
    {
        var odd = TokenSymbol.Parse("ODD");
        var table = Of(Wallet(Position([Collateral(odd, 1)], [Debt(Usdc, 1)])));

        Assert.Equal([odd], table.Unpriced);
        Assert.All(table.Rows, r => Assert.IsType<Depeg>(r.Scenario));
        Assert.Empty(StressTable.Of(Two, Book(), Markets, StressRules.Standard).Rows);
    }

    [Fact]
    public void A_wallet_with_nothing_has_nothing_to_lose() => Assert.Empty(Of(Wallet()).Rows);

    [Fact]
    public void Without_debt_nothing_is_liquidated() => Assert.All(
        Of(Wallet(Position([Collateral(Weth, 10)], []))).Rows, r => Assert.True(r is { Ratio: null, Worst: null, Liquidated: [] } && r.Loss > Usd.Zero));

    [Fact]
    public void A_deeper_fall_of_what_is_only_collateral_is_never_better() => Positions.Holds(p =>
    {
        // Aave v2 rounds the average threshold, which rises when what has a low one falls.
        var hair = p.Protocol == LendingProtocol.AaveV2 ? 1.001m : 1;
        var rows = Of(Wallet(p)).Rows.Where(r => r.Scenario is AssetFall fall && p.Borrowed.All(b => b.Asset != fall.Asset));
        return rows.GroupBy(r => ((AssetFall)r.Scenario).Asset).All(g => g.Zip(g.Skip(1)).All(r =>
            r.Second.Worst!.Value.Value <= r.First.Worst!.Value.Value * hair && r.Second.Ratio <= r.First.Ratio && r.Second.Loss >= r.First.Loss));
    });

    private static StressRow Row(StressScenario scenario) => Of(Two).Rows.Single(r => r.Scenario == scenario);

    private static StressTable Of(WalletHoldings wallet) => StressTable.Of(wallet, Prices, Markets, StressRules.Standard);
}
