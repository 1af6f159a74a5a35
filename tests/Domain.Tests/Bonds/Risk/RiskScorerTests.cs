using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Quant.Bonds;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Risk.Tests;

public class RiskScorerTests
{
    private static readonly LiquidityIndex Index = LiquidityIndexModel1.Compute(Markets.Example, LiquidityWeights.Standard);

    private static RiskArtifact Artifact(double? overall, params (string Name, double Score)[] categories) => new(
        SampleBonds.Now,
        [.. categories.Select(c => new RiskArtifactCategory(c.Name, new Score(c.Score), "note", ["citation"]))],
        overall is { } o ? new Score(o) : null,
        new Probability(0.85));

    private static RiskAssessment Assess(BondInputs inputs, LiquidityIndex? index = null) => RiskScorer.Score(inputs, index, SampleBonds.Now);

    [Fact]
    public void The_founding_example_keeps_its_scores_levels_confidence_and_citations()
    {
        var risk = Assess(SampleBonds.Inputs(Markets.Example, risk: Artifact(42.5, ("Liquidity Risk", 35))), Index);

        Assert.Equal(42.5, risk.Overall!.Value.Value);
        Assert.Equal(RiskLevel.Moderate, risk.Level);
        Assert.Equal(OverallRiskBasis.Artifact, risk.Basis);
        Assert.Equal(0.85, risk.Confidence.Value, 12);
        var liquidity = risk[RiskCategory.Liquidity];
        Assert.Equal((35, RiskLevel.Low), (liquidity.Score!.Value.Value, liquidity.Level!.Value));
        Assert.Equal(["citation"], liquidity.Citations);
        Assert.Equal(RiskReasonKind.Artifact, liquidity.Reason.Kind);
        Assert.Null(risk.WeightedScore); // one category of eight is no mean
    }

    [Fact]
    public void Without_an_artifact_four_categories_are_computed_and_four_are_openly_left_out()
    {
        var risk = Assess(SampleBonds.Inputs(Markets.Example, reference: SampleBonds.Reference()), Index);

        Assert.Equal(0.75, risk.AssessedWeight.Value, 12);
        Assert.Equal(100 - Index.Value!.Value.Value, risk[RiskCategory.Liquidity].Score!.Value.Value, 9);
        Assert.Equal(RiskReasonKind.Rating, risk[RiskCategory.Credit].Reason.Kind);
        Assert.Equal(RiskReasonKind.RateShock, risk[RiskCategory.InterestRate].Reason.Kind);
        Assert.Equal(RiskReasonKind.MaturityAndRating, risk[RiskCategory.Refinancing].Reason.Kind);
        foreach (var category in risk.Categories.Where(c => c.Category >= RiskCategory.Leverage))
        {
            Assert.Null(category.Score);
            Assert.Null(category.Level);
            Assert.Equal((0, 0, RiskReasonKind.NoArtifact), (category.Contribution, category.Confidence.Value, category.Reason.Kind));
        }

        Assert.Equal(risk.Overall!.Value.Value, risk.Categories.Sum(c => c.Contribution), 9);
        Assert.InRange(risk.Confidence.Value, 0.4, 0.75);
    }

    [Fact]
    public void A_category_of_the_artifact_replaces_the_computed_one_only_where_it_speaks()
    {
        var inputs = SampleBonds.Inputs(Markets.Example, reference: SampleBonds.Reference(), risk: Artifact(null, ("leverage", 90)));
        var risk = Assess(inputs, Index);

        Assert.Equal(RiskReasonKind.Artifact, risk[RiskCategory.Leverage].Reason.Kind);
        Assert.Equal(RiskLevel.Critical, risk[RiskCategory.Leverage].Level);
        Assert.Equal(RiskReasonKind.Rating, risk[RiskCategory.Credit].Reason.Kind);
        Assert.Equal(0.85, risk.AssessedWeight.Value, 12);
        Assert.Equal(OverallRiskBasis.Categories, risk.Basis);
    }

    [Theory]
    [InlineData("Interest Rate Risk", RiskCategory.InterestRate)]
    [InlineData("interest_rate", RiskCategory.InterestRate)]
    [InlineData("ESG risk", RiskCategory.Esg)]
    [InlineData("  liquidity ", RiskCategory.Liquidity)]
    [InlineData("Risk", null)]
    [InlineData("Weather Risk", null)]
    [InlineData("", null)]
    public void Names_are_matched_with_tolerance(string name, RiskCategory? category) => Assert.Equal(category, RiskCategories.Named(name));

    [Fact]
    public void A_name_that_means_nothing_is_reported_and_the_worse_of_two_entries_counts()
    {
        var risk = Assess(SampleBonds.Inputs(risk: Artifact(null, ("Weather Risk", 99), ("Credit", 30), ("credit risk", 55))));

        Assert.Equal(["Weather Risk"], risk.UnmatchedNames);
        Assert.Equal(55, risk[RiskCategory.Credit].Score!.Value.Value);
    }

    [Fact]
    public void Nothing_known_is_no_score_not_zero()
    {
        var risk = Assess(BondInputs.None);

        Assert.Null(risk.Overall);
        Assert.Null(risk.Level);
        Assert.Equal(OverallRiskBasis.TooLittleAssessed, risk.Basis);
        Assert.Equal(0, risk.Confidence.Value);
        Assert.Equal(
            [RiskReasonKind.NoLiquidityIndex, RiskReasonKind.NoReferenceData, RiskReasonKind.NoReferenceData, RiskReasonKind.NoReferenceData],
            risk.Categories.Take(4).Select(c => c.Reason.Kind));
    }

    [Fact]
    public void Governance_alone_is_too_little_for_an_overall_score() =>
        Assert.Null(Assess(SampleBonds.Inputs(risk: Artifact(null, ("governance", 90)))).Overall);

    [Theory]
    [InlineData("AAA", RiskLevel.Low)]
    [InlineData("BBB-", RiskLevel.Low)]
    [InlineData("BB+", RiskLevel.Moderate)]
    [InlineData("BB", RiskLevel.Moderate)]
    [InlineData("B", RiskLevel.High)]
    [InlineData("CCC", RiskLevel.High)]
    [InlineData("CCC-", RiskLevel.Critical)]
    [InlineData("D", RiskLevel.Critical)]
    public void Ratings_fall_into_the_expected_bands(string rating, RiskLevel level) =>
        Assert.Equal(level, Assess(SampleBonds.Inputs(Markets.Example, reference: SampleBonds.Reference(rating)))[RiskCategory.Credit].Level);

    [Fact]
    public void The_ladder_is_convex()
    {
        var ladder = Enumerable.Range(0, 22).Select(RiskModel.CreditLadder).ToList();
        var steps = ladder.Zip(ladder.Skip(1), (a, b) => b - a).ToList();

        Assert.Equal((2, 100), (ladder[0], ladder[^1]));
        Assert.All(steps.Zip(steps.Skip(1)), s => Assert.True(s.Second >= s.First && s.First > 0));
    }

    [Fact]
    public void A_price_in_distress_overrules_a_rating_that_lags()
    {
        var credit = Assess(SampleBonds.Inputs(Markets.Of(45, 46), reference: SampleBonds.Reference("A")))[RiskCategory.Credit];

        Assert.Equal(RiskReasonKind.MarketYield, credit.Reason.Kind);
        Assert.Equal(RiskLevel.Critical, credit.Level);
        Assert.Equal(["market", "reference"], credit.Citations);
    }

    [Fact]
    public void An_unrated_bond_is_not_assessed_for_credit_unless_its_price_speaks()
    {
        Assert.Equal(RiskReasonKind.NotRated, Assess(SampleBonds.Inputs(Markets.Example, reference: SampleBonds.Reference("NR")))[RiskCategory.Credit].Reason.Kind);
        Assert.NotNull(Assess(SampleBonds.Inputs(Markets.Of(45, 46), reference: SampleBonds.Reference("NR")))[RiskCategory.Credit].Score);
    }

    [Theory]
    [InlineData(null, 4.0, RiskReasonKind.CouponUnknown)]
    [InlineData(7.0, -1.0, RiskReasonKind.Matured)]
    [InlineData(7.0, 0.0, RiskReasonKind.Matured)]
    [InlineData(0.0, null, RiskReasonKind.NoYield)]
    [InlineData(7.0, null, RiskReasonKind.RateShock)]
    public void Rate_risk_names_why_it_is_missing(double? coupon, double? years, RiskReasonKind expected) => Assert.Equal(
        expected,
        Assess(SampleBonds.Inputs(Markets.Example, reference: SampleBonds.Reference(coupon: (decimal?)coupon, years: years)))[RiskCategory.InterestRate].Reason.Kind);

    [Fact]
    public void Without_a_price_duration_is_taken_at_par_and_trusted_less()
    {
        var rate = Assess(SampleBonds.Inputs(reference: SampleBonds.Reference()))[RiskCategory.InterestRate];

        Assert.Equal(RiskReasonKind.RateShockAtPar, rate.Reason.Kind);
        Assert.Equal(RiskModel.RateAtParConfidence, rate.Confidence.Value);
        Assert.Equal(7, rate.Reason.Figures.Single(f => f.Kind == RiskFigureKind.YieldPercent).Value, 2);
    }

    [Theory]
    [InlineData(2, 7)]
    [InlineData(10, 3)]
    [InlineData(30, 7)]
    [InlineData(30, 1)]
    public void The_shock_loss_is_close_to_repricing_the_bond(double years, int coupon)
    {
        var reference = SampleBonds.Reference(coupon: coupon, years: years);
        var sensitivity = RateSensitivity.Of(reference, new BondPrice(100), SampleBonds.Now)!;
        var flows = CouponCashFlows.Of(new(2026, 1, 5), reference.Maturity!.Value, coupon, 2, DayCount.Actual365Fixed);
        double Price(double y) => DiscountFactors.Price(flows.Times.Span, flows.Amounts.Span, y, 2);
        var y = sensitivity.YieldPercent / 100;

        Assert.Equal(1 - (Price(y + RiskModel.RateShock) / Price(y)), RiskModel.ShockLoss(sensitivity), 0.005);
    }

    [Fact]
    public void An_old_artifact_is_trusted_less()
    {
        var inputs = SampleBonds.Inputs(risk: Artifact(50) with { AsOf = SampleBonds.Now.AddDays(-90) });

        Assert.Equal(0.425, Assess(inputs).Confidence.Value, 9);
    }

    [Fact]
    public void Weaker_ratings_longer_bonds_and_illiquid_markets_never_score_as_less_risky()
    {
        var gen =
            from notch in Gen.Choose(0, 20)
            from weaker in Gen.Choose(1, 21)
            from years in Gen.Choose(1, 120) // longer and dearer bonds level off: their duration has a ceiling
            from longer in Gen.Choose(10, 30)
            from coupon in Gen.Choose(0, 100)
            from bid in Gen.Choose(2_000, 15_000)
            from gap in Gen.Choose(0, 500)
            select (notch, weaker, years: years / 10.0, longer: longer / 10.0, coupon: coupon / 10m, bid: bid / 100m, gap: gap / 100m);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000), Prop.ForAll(gen.ToArbitrary(), c =>
        {
            var market = Markets.Of(c.bid, c.bid + c.gap);
            var strong = SampleBonds.Reference("AAA", coupon: c.coupon, years: c.years);
            var reference = strong with { Rating = strong.Rating.Downgrade(c.notch) };
            var weak = Assess(SampleBonds.Inputs(market, reference: reference with { Rating = reference.Rating.Downgrade(c.weaker) }));
            var before = Assess(SampleBonds.Inputs(market, reference: reference));
            var atPar = Assess(SampleBonds.Inputs(reference: reference with { CouponPercent = c.coupon }));
            var atParLonger = Assess(SampleBonds.Inputs(reference: SampleBonds.Reference("AAA", coupon: c.coupon, years: c.years + c.longer)));
            return Points(weak, RiskCategory.Credit) >= Points(before, RiskCategory.Credit)
                && Points(weak, RiskCategory.Refinancing) >= Points(before, RiskCategory.Refinancing)
                && weak.Overall!.Value.Value >= before.Overall!.Value.Value - 1e-9
                && Points(atParLonger, RiskCategory.InterestRate) >= Points(atPar, RiskCategory.InterestRate);
        }));
    }

    private static double Points(RiskAssessment risk, RiskCategory category) => risk[category].Score!.Value.Value;
}
