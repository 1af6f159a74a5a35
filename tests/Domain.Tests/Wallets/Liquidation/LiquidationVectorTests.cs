using System.Globalization;
using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Liquidation.Tests;

/// <summary>Against <c>tests/Golden/Wallets/liquidation.csv</c>, whose origin stands beside it.</summary>
public class LiquidationVectorTests
{
    private static readonly string[][] Rows =
        [.. File.ReadLines(Path.Combine(Checkout.Root, "tests", "Golden", "Wallets", "liquidation.csv")).Skip(1).Select(l => l.Split(','))];

    public static TheoryData<int> Pairs => [.. Enumerable.Range(0, Rows.Length).Where(i => Rows[i][0] != "compound_v3")];

    public static TheoryData<int> Absorptions => [.. Enumerable.Range(0, Rows.Length).Where(i => Rows[i][0] == "compound_v3")];

    [Fact]
    public void The_file_has_all_rules_and_both_sides_of_each_edge()
    {
        Assert.Equal(44, Rows.Length);
        Assert.Equal(5, Rows.Select(r => r[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([false, true], Rows.Where(r => r[0] == "aave_v3").Select(r => r[7] == "1").Distinct());
        Assert.Equal([false, true], Rows.Where(r => r[0] == "aave_v3").Select(r => r[12] == "1").Distinct());
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_pair_is_liquidated_as_the_contract_does(int number)
    {
        var row = Rows[number];
        var offer = OfferOf(row);

        Assert.Equal(Number(row[6]) * 100, offer.Bonus.Value);
        Assert.Equal(row[7] == "1", offer.CloseFactor.Value == PartsPerMillion.Whole);
        Near(Number(row[8]), offer.Repaid.Value);
        Near(Number(row[9]), offer.Seized.Value);
        Near(Number(row[10]), offer.ProtocolFee.Value);
        Assert.Equal(row[11].Length == 0, offer.FactorAfter is null);
        if (offer.FactorAfter is { } after) Assert.Equal((double)Number(row[11]), (double)after.Value, 1e-6);
        Assert.Equal(row[12] == "1", offer.LeavesBadDebt);
        Adds(offer);
    }

    [Theory]
    [MemberData(nameof(Absorptions))]
    public void An_account_is_absorbed_as_the_contract_does(int number)
    {
        var row = Rows[number];
        var (position, prices) = PositionOf(row);
        var offer = OfferOf(row);
        var all = LiquidationPreview.Of(position, prices, LiquidationRules.CompoundV3);

        Near(Number(row[8]), (offer.RepaidValue + offer.Credited).Amount);
        Near(Number(row[9]), offer.Profit.Amount);
        Near(Number(row[10]), all.Sum(o => o.Credited.Amount) / prices.Of(offer.DebtAsset)!.Value.Value);
        Near(Number(row[11]), offer.DebtLeft.Value);
        Assert.Equal(row[12] == "1", offer.LeavesBadDebt);
        Assert.All(all, o => Assert.True(o.CollateralLeft == TokenAmount.Zero && o.FactorAfter is null));
        Near(position.Borrowed[0].Amount.Value, all.Sum(o => o.Repaid.Value) + offer.DebtLeft.Value);
        Adds(offer);
    }

    [Fact]
    public void The_factor_before_is_the_contracts() => Assert.All(Rows, row =>
    {
        var (position, prices) = PositionOf(row);
        Assert.Equal((double)Number(row[5]), (double)PositionHealth.Of(position, prices).Factor!.Value.Value, 1e-9);
    });

    private static LiquidationOffer OfferOf(string[] row)
    {
        var (position, prices) = PositionOf(row);
        var rules = row[0] == "aave_v4" ? LiquidationRules.AaveV4 : LiquidationRules.Of(position.Protocol)!;
        var offers = LiquidationPreview.Of(position, prices, rules);
        Assert.Equal(position.Supplied.Count * position.Borrowed.Count, offers.Count);
        Assert.True(offers.Zip(offers.Skip(1)).All(o => o.First.Profit >= o.Second.Profit));
        return offers.Single(o => o.CollateralAsset == Token("C", row[3]) && o.DebtAsset == Token("D", row[4]));
    }

    private static (ProtocolPosition Position, PriceBook Prices) PositionOf(string[] row)
    {
        var collaterals = row[1].Split('|').Select(c => c.Split(':').Select(Number).ToArray()).ToArray();
        var debts = row[2].Split('|').Select(d => d.Split(':').Select(Number).ToArray()).ToArray();
        var protocol = row[0] switch
        {
            "aave_v2" => LendingProtocol.AaveV2,
            "compound_v2" => LendingProtocol.CompoundV2,
            "compound_v3" => LendingProtocol.CompoundV3,
            _ => LendingProtocol.AaveV3,
        };
        return (
            new(
                protocol,
                [.. collaterals.Select((c, i) => new SuppliedAsset(Token("C", $"{i}"), new(c[0]), Terms(c), true, null))],
                [.. debts.Select((d, i) => new BorrowedAsset(Token("D", $"{i}"), new(d[0]), null))]),
            new(collaterals.Select((c, i) => new KeyValuePair<TokenSymbol, UsdPrice>(Token("C", $"{i}"), new(c[1])))
                .Concat(debts.Select((d, i) => new KeyValuePair<TokenSymbol, UsdPrice>(Token("D", $"{i}"), new(d[1]))))));
    }

    private static CollateralTerms Terms(decimal[] numbers) =>
        new(default, new((int)numbers[2] * 100), new((int)numbers[3] * 100), new((int)numbers[4] * 100));

    /// <summary>The contracts keep whole 1e-6 or 1e-8 of some tokens, and dollars in whole 1e-8.</summary>
    private static void Near(decimal expected, decimal actual) =>
        Assert.InRange(actual, expected - (expected * 1e-6m) - 0.00000002m, expected + (expected * 1e-6m) + 0.00000002m);

    private static void Adds(LiquidationOffer offer) => Assert.Equal(
        offer.SeizedValue.Amount, (offer.RepaidValue + offer.Credited + offer.Profit + offer.ProtocolFeeValue).Amount, 12);

    private static TokenSymbol Token(string kind, string number) => TokenSymbol.Parse(kind + number);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
