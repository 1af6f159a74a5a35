using LiquidityRisk.Domain.Wallets.Alerts;
using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Domain.Wallets.Rescue;
using LiquidityRisk.Domain.Wallets.WhatIf;
using LiquidityRisk.TestKit.Prose;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Wallets.Tests;

public class WalletSentencesTests
{
    private const double HighestGrade = 9;
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly TokenSymbol Weth = TokenSymbol.Parse("WETH");
    private static readonly TokenSymbol Usdc = TokenSymbol.Parse("USDC");

    private static readonly MarketView View = MarketViews.Of(
        Now,
        new PriceBook([new(Weth, new(2_000)), new(Usdc, new(1)), new(TokenSymbol.Eth, new(2_000))]),
        new Dictionary<TokenSymbol, Usd>(),
        new Dictionary<TokenSymbol, IReadOnlyList<DayPrice>>(),
        gwei: 10,
        new Dictionary<LendingProtocol, Usd>(),
        MarketRules.Standard);

    [Theory]
    [InlineData(0, "This wallet owes nothing, so nobody can liquidate it. It holds $20,000.")]
    [InlineData(8_300, "The weakest position, in Aave v3, has a health factor of 2.00: its collateral may fall by 50 % until it can be liquidated.")]
    [InlineData(12_000, "Keep an eye on the position in Aave v3: with a health factor of 1.38, its collateral may fall by 28 % until it can be liquidated.")]
    [InlineData(14_500, "The position in Aave v3 is close to liquidation: with a health factor of 1.14, its collateral may fall by 13 % until it can be liquidated.")]
    [InlineData(16_000, "Act now: the position in Aave v3 has a health factor of 1.03, and its collateral may fall by 3.6 % until it can be liquidated.")]
    [InlineData(16_610, "The position in Aave v3 can be liquidated now: its health factor is 0.99, below 1.")]
    public void The_headline_says_how_near_liquidation_is(decimal owed, string headline) => Assert.Equal(headline, WalletHeadline.Of(Assessed(owed)));

    [Fact]
    public void A_debt_of_unknown_worth_is_said_to_be_unknown()
    {
        var strange = Holdings(100) with { Positions = [new(LendingProtocol.AaveV3, [], [new(TokenSymbol.Parse("XYZ"), new(5), null)])] };
        Assert.Contains("not known", WalletHeadline.Of(WalletAssessment.Of(strange, View, WalletRules.Standard)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WalletAlertKind.LiquidationRisk, 1.149, 1.2, null, "Health is 1.14, below 1.20: liquidation is getting near.")]
    [InlineData(WalletAlertKind.LiquidationRisk, 0.998, 1.1, null, "Health is 0.99, below 1: the debt is no longer covered as it should be, and positions can be liquidated.")]
    [InlineData(WalletAlertKind.HighVolatility, 0.062, 0.05, null, "What this wallet holds moves by about 6.2 % a day, more than 5 %.")]
    [InlineData(WalletAlertKind.Concentration, 0.75, 0.5, "WETH", "75 % of what this wallet owns is WETH, more than 50 %.")]
    [InlineData(WalletAlertKind.LowLiquidity, 12_345, 100_000, "XYZ", "Only $12,345 of XYZ is traded a day, less than $100,000: it may be hard to sell.")]
    [InlineData(WalletAlertKind.ValueAtRisk, 0.2, 0.15, null, "A bad day may cost 20 % of this wallet's net worth, more than 15 %.")]
    [InlineData(WalletAlertKind.StaleSource, 44.7, 30, "coin_gecko", "What we know from coin_gecko is 45 minutes old: the figures may have changed since.")]
    public void An_alert_says_what_is_the_matter_with_its_figures(WalletAlertKind kind, double value, double limit, string? subject, string message)
    {
        var alert = new WalletAlert("id", kind, WalletAlertSeverity.Warning, value, limit, subject, Now, Now);

        Assert.Equal(message, WalletAlertSentences.Message(alert));
        Assert.NotEmpty(WalletAlertSentences.Advice(alert));
    }

    [Fact]
    public void A_rescue_says_what_to_do_what_it_reaches_and_what_it_costs() => Assert.Equal(
        "Repay 500 USDC out of what lies free in the wallet; then take 2 WETH of the collateral back, sell them for about 3,990 USDC, and repay with them. "
        + "This brings the health factor to 1.50 and costs about $22.50 ($12.50 gas, $10.00 for selling).",
        RescueSentences.Summary(new(
            [
                new(RemedyKind.Repay, Usdc, new(500), new(500), Usdc, new(500), Usd.Zero, new(5)),
                new(RemedyKind.Unwind, Weth, new(2), new(4_000), Usdc, new(3_990), new(10), new(7.5m)),
            ],
            new(12.5m),
            new(10),
            new(1.5m),
            IsDominated: false)));

    [Fact]
    public void Trying_changes_says_what_they_do()
    {
        var (before, after) = (Assessed(14_500).Mark, Assessed(10_000).Mark);
        Assert.Equal(
            ["The lowest health factor would rise from 1.14 to 1.66.", "The debt would shrink by $4,500 to $10,000."],
            WhatIfSentences.Effect(before, after));
    }

    [Fact]
    public void Every_fault_of_a_change_has_words_of_its_own()
    {
        var change = new Repay(LendingProtocol.AaveV3, Usdc, new(1));
        foreach (var fault in Enum.GetValues<WhatIfFault>()) Assert.NotEmpty(WhatIfSentences.Refusal(change, fault));
        Assert.Equal("More USDC would be repaid than is owed there.", WhatIfSentences.Refusal(change, WhatIfFault.MoreThanOwed));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8_300)]
    [InlineData(14_500)]
    [InlineData(16_610)]
    public void Nothing_is_promised_and_it_reads_easily(decimal owed)
    {
        var assessment = Assessed(owed);
        string[] texts = [WalletHeadline.Of(assessment), .. WalletStory.Of(assessment, null, null), .. WalletCaveats.Of(assessment, [])];
        foreach (var text in texts) Assert.Empty(Promises.In(text));
        Assert.True(ReadingGrade.Of(string.Join(' ', texts)) <= HighestGrade, string.Join(' ', texts));
    }

    [Theory]
    [InlineData("down", null, "The source coin_gecko cannot be reached. What it said 40 minutes ago is used.")]
    [InlineData("unusable", "a negative balance", "The source coin_gecko contradicts itself (a negative balance). What it said 40 minutes ago is used.")]
    [InlineData("not_configured", null, "The source coin_gecko is not set up. What it said 40 minutes ago is used.")]
    public void A_source_that_fails_is_named_with_the_age_of_what_is_used(string fault, string? contradiction, string text) =>
        Assert.Equal(text, WalletCaveats.Source("coin_gecko", TimeSpan.FromMinutes(40), fault, contradiction));

    private static WalletAssessment Assessed(decimal owed) => WalletAssessment.Of(Holdings(owed), View, WalletRules.Standard);

    private static WalletHoldings Holdings(decimal owed) => new(
        WalletAddress.Parse("0x2c7536E3605D9C16a7a3D7b1898e529396a65c23"),
        Now,
        [
            new(
                LendingProtocol.AaveV3,
                [new(Weth, new(10), new(new(800_000), new(830_000), new(50_000), default), IsCollateral: true, null)],
                owed == 0 ? [] : [new(Usdc, new(owed), null)]),
        ],
        []);
}
