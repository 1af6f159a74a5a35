using System.Diagnostics;
using LiquidityRisk.Domain.Wallets.Liquidation;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Domain.Wallets.Stress;
using LiquidityRisk.Domain.Wallets.WhatIf;
using LiquidityRisk.Units;
using static LiquidityRisk.Domain.Wallets.Tests.Loans;

namespace LiquidityRisk.Domain.Wallets.Tests;

/// <summary>A wallet that has supplied 500 tokens and owes each of them.</summary>
public class ManyAssetsTests
{
    private static readonly TokenSymbol[] Tokens = [.. Enumerable.Range(0, 500).Select(i => TokenSymbol.Parse($"T{i}"))];

    private static readonly PriceBook Many = Book([.. Tokens.Select((t, i) => (t, 1m + i))]);

    private static readonly WalletHoldings Whale = Owing(0.8m);

    [Fact]
    public void Each_token_has_its_price_of_liquidation_and_its_oracle_error()
    {
        // Each token's collateral at 50 % of 2 moves by 1 with its price, its debt by 0.8: a sum of 0.2 × price for each.
        var room = 0.2m * Tokens.Select((_, i) => 1m + i).Sum();
        var prices = LiquidationPrices.Of(Whale.Positions[0], Many, Markets);

        Assert.Equal(Tokens, prices.Select(p => p.Asset));
        Assert.All(prices, p => Assert.True(p.Move == PriceMove.Fall && p.At is null == room >= 0.2m * p.Now.Value));
        Assert.Equal(2_000, OracleErrors.Of(Whale.Positions[0], Many)!.AllCollateral!.Value.Value, 9);
    }

    [Fact]
    public void Every_pair_is_offered()
    {
        var offers = LiquidationPreview.Of(Owing(1.2m).Positions[0], Many, LiquidationRules.AaveV3);

        Assert.Equal(250_000, offers.Count);
        Assert.Equal(250_000, offers.DistinctBy(o => (o.DebtAsset, o.CollateralAsset)).Count());
    }

    [Fact]
    public void Each_token_is_stressed()
    {
        var started = Stopwatch.GetTimestamp();
        var table = StressTable.Of(Whale, Many, Markets, StressRules.Standard);

        Assert.Equal((500 * 4) + 2, table.Rows.Count);
        Assert.Equal(new(1.25m), table.Rows[^1].Worst);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 30);
    }

    [Fact]
    public void One_of_them_is_paid_back()
    {
        var result = WhatIfs.Apply(Whale, Many, [new Repay(LendingProtocol.AaveV3, Tokens[321], new(0.8m), FromOutside: true)]);

        Assert.Equal(Tokens.Where((_, i) => i != 321), result.Holdings.Positions[0].Borrowed.Select(b => b.Asset));
    }

    private static WalletHoldings Owing(decimal each) => Wallet(Position([.. Tokens.Select(t => Collateral(t, 2, 50))], [.. Tokens.Select(t => Debt(t, each))]));
}
