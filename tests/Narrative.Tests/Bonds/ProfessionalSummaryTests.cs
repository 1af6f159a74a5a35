using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Bonds.Tests;

public class ProfessionalSummaryTests
{
    [Fact]
    public void The_founding_example_is_summed_up_in_sections()
    {
        var text = ProfessionalSummary.Of(Translations.Of(
            SampleBonds.Inputs(Markets.Example, SampleBonds.Auction(), SampleBonds.MarketMaker(), SampleBonds.Reference("AA"))));

        Assert.Equal(
            """
            LIQUIDITY-RISK ANALYSIS SUMMARY
            US0378331005 as of 2026-01-05 09:00:00Z
            Issuer | corporate | AA | coupon 7% | due 2030-01-04 | issued INR 1,000,000,000

            RISK (0 = none, 100 = worst)
            Overall 15.4 low | basis categories | weighted mean 15.4 | assessed weight 75% | confidence 0.65
            Liquidity      14.9 low      | weight 25% | liquidity index (liquidity index 85.07)
            Credit          7.8 low      | weight 25% | rating (rating notch 2)
            Interest rate  35.6 low      | weight 15% | rate shock (modified duration 3.44, convexity 14.38, yield percent 6.81, shock loss percent 6.6)
            Refinancing     5.0 low      | weight 10% | maturity and rating (rating notch 2, years to maturity 4)
            Leverage        n/a          | weight 10% | no artifact
            Governance      n/a          | weight 5% | no artifact
            Legal           n/a          | weight 5% | no artifact
            ESG             n/a          | weight 5% | no artifact

            LIQUIDITY (0 = worst, 100 = best)
            Index 85.1 excellent | assessed weight 100%
            Spread     50.3 | weight 30% | brings 15.1 | observed
            Depth     100.0 | weight 25% | brings 25.0 | observed
            Turnover   99.9 | weight 25% | brings 25.0 | observed
            Volume    100.0 | weight 20% | brings 20.0 | observed
            Bid 100.50 x 1,000,000 | ask 100.75 x 1,000,000 | mid 100.625 | spread 24.8 bp
            Depth 5,000,000 over 5 levels | volume 10,000,000 in 25 trades | VWAP n/a | last trade 5 min before the look

            EXITS FOR INR 100,000 FACE, 2026-01-05 09:00:00Z
            market maker  primary   | p 0.89 | 19 min | price 100.4741 | spread 30.0 bp | cost INR 150.94 from midpoint 100.625 | utility 0.815
            RFQ batch     secondary | p 0.89 | 120 min, opens 2026-01-05 10:00Z (cadence) | price 100.49 | spread 26.8 bp | cost INR 135.00 from midpoint 100.625 | utility 0.784
            auction       fallback  | p 0.92 | 420 min, opens 2026-01-05 14:00Z (announced) | price 100.225 | spread 79.5 bp | cost INR 400.00 from midpoint 100.625 | utility 0.671
            token P2P     fallback  | p 0.70 | 240 min | price 100.445 | spread 35.8 bp | cost INR 180.00 from midpoint 100.625 | utility 0.583

            DATA AND MODELS
            Market seen 2026-01-05 09:00:00Z by market | real time | confidence 1.00
            Models liquidity-index-1, risk-score-1, exit-paths-3 | policy sample
            Information, not advice.

            """,
            text,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void What_is_not_known_says_so()
    {
        var text = ProfessionalSummary.Of(BondTranslator.Translate(Isin.Parse("US0378331005"), BondInputs.None, SampleBonds.Now, LiquidityWeights.Standard));

        Assert.Contains("Reference data: none", text, StringComparison.Ordinal);
        Assert.Contains("Not scored.", text, StringComparison.Ordinal);
        Assert.Contains("No market data.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("EXITS", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_market_maker_can_hold_is_not_told()
    {
        var text = ProfessionalSummary.Of(Translations.Of(
            SampleBonds.Inputs(Markets.Example, marketMaker: SampleBonds.MarketMaker(high: 77_777), reference: SampleBonds.Reference()), 100_000));

        Assert.DoesNotContain("77,777", text, StringComparison.Ordinal);
    }
}
