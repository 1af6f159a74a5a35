using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Exits.Tests;

public class ExitRecommenderTests
{
    private static readonly LiquidityIndex Index = LiquidityIndexModel1.Compute(Markets.Example, LiquidityWeights.Standard);

    private static BondInputs Full(BondReference? reference = null) => SampleBonds.Inputs(
        Markets.Example, SampleBonds.Auction(), SampleBonds.MarketMaker(), reference ?? SampleBonds.Reference("AAA", IssuerClass.Government));

    private static ExitRecommendations Recommend(BondInputs inputs, decimal size = 100_000) =>
        ExitRecommender.Recommend(inputs, Index, new FaceAmount(size), SampleBonds.Policy, SampleBonds.Now);

    private static ExitViolationKind[] Violations(BondInputs inputs, ExitPath path, decimal size = 100_000) =>
        [.. Recommend(inputs, size)[path].Violations.Select(v => v.Kind)];

    [Fact]
    public void Priorities_follow_utility()
    {
        var exits = Recommend(Full());

        Assert.Equal([ExitPriority.Primary, ExitPriority.Secondary, ExitPriority.Fallback, ExitPriority.Fallback], exits.Paths.Select(p => p.Priority!.Value));
        Assert.Equal(exits.Paths.Select(p => p.Utility).OrderDescending(), exits.Paths.Select(p => p.Utility));
        Assert.Equal("sample", exits.PolicyVersion);
    }

    [Fact]
    public void Contributions_sum_to_the_log_odds_of_every_path() => Assert.All(Recommend(Full()).Paths, path =>
    {
        var p = path.FillProbability!.Value.Value;
        Assert.Equal(Math.Log(p / (1 - p)), path.Factors.Sum(f => f.Contribution ?? 0), 9);
    });

    [Fact]
    public void Times_are_those_of_the_founding_document()
    {
        var exits = Recommend(Full(SampleBonds.Reference("AAA", rfqWindow: SampleBonds.Now.AddMinutes(30))));

        Assert.InRange(exits[ExitPath.MarketMaker].ExpectedTime!.Value.TotalMinutes, 15, 60);
        Assert.Equal(TimeSpan.FromHours(5 + 2), exits[ExitPath.Auction].ExpectedTime);
        Assert.Equal(TimeSpan.FromHours(0.5 + 1), exits[ExitPath.RfqBatch].ExpectedTime);
        Assert.Equal(TimeSpan.FromHours(4), exits[ExitPath.TokenizedP2p].ExpectedTime);
    }

    [Fact]
    public void Windows_that_are_not_announced_follow_the_cadence()
    {
        // 09:00: batches at even hours, so 10:00; the auction of 07:00 is followed by one at 11:00
        var exits = Recommend(SampleBonds.Inputs(
            Markets.Example, SampleBonds.Auction(windowInHours: -2), SampleBonds.MarketMaker(), SampleBonds.Reference()));

        Assert.Equal(new ExitWindow(SampleBonds.Now.AddHours(1), ExitWindowSource.Cadence), exits[ExitPath.RfqBatch].Window);
        Assert.Equal(new ExitWindow(SampleBonds.Now.AddHours(2), ExitWindowSource.Cadence), exits[ExitPath.Auction].Window);
    }

    [Fact]
    public void Where_no_bid_is_waiting_no_price_is_told()
    {
        var paths = Recommend(SampleBonds.Inputs(
            Markets.Example with { BidSize = new FaceAmount(0), DepthFace = new FaceAmount(0) }, marketMaker: SampleBonds.MarketMaker(), reference: SampleBonds.Reference()));

        Assert.Equal((null, NoQuoteReason.NoBidDepth), (paths[ExitPath.MarketMaker].Quote, paths[ExitPath.MarketMaker].NoQuoteReason));
        Assert.NotNull(paths[ExitPath.MarketMaker].FillProbability);
    }

    [Fact]
    public void The_quote_is_half_the_spread_and_the_impact_below_mid()
    {
        // spread 25 bp, depth of the bid side 2.5 million, size 100,000: 12.5 + 0.5·25·√0.04 = 15 bp of 100.625
        var quote = Recommend(Full())[ExitPath.MarketMaker].Quote!;

        Assert.Equal(100.474062m, quote.Price.PercentOfFace);
        Assert.Equal(30, quote.Spread.Value, 3);
        Assert.Equal(150.94m, quote.Cost.Amount);
        Assert.Equal("INR", quote.Cost.Currency.Value);
        Assert.Equal(ReferencePriceOrigin.Midpoint, quote.Reference.Origin);
    }

    [Fact]
    public void An_auction_fetches_its_clearing_price_less_the_walk_down_the_curve()
    {
        // 25 points over one million of quantity from 100.25: 24.94 bp per million, 2.494 bp for 100,000
        var quote = Recommend(Full())[ExitPath.Auction].Quote!;

        Assert.Equal(100.25m * (1 - 0.0002494m), quote.Price.PercentOfFace, 3);
        Assert.True(quote.Cost.Amount > 0);
    }

    [Fact]
    public void Every_broken_constraint_is_named_with_its_figures()
    {
        var exits = Recommend(Full(SampleBonds.Reference("BBB", IssuerClass.Municipal, years: 12)), 3_000_000);

        Assert.Equal(
            [
                new(ExitViolationKind.InventoryLimit, 2_000_000, 3_000_000),
                new(ExitViolationKind.RatingCap, 400_000, 3_000_000),
                new(ExitViolationKind.IssuerClassLimit, 1_000_000, 3_000_000),
                new(ExitViolationKind.TenorRestriction, null, 12),
            ],
            exits[ExitPath.MarketMaker].Violations);
        Assert.Equal([new ExitViolation(ExitViolationKind.RatingCap, 2_000_000, 3_000_000)], exits[ExitPath.Auction].Violations);
        Assert.Equal(
            [ExitViolationKind.RatingCap, ExitViolationKind.IssuerClassLimit], exits[ExitPath.RfqBatch].Violations.Select(v => v.Kind));
    }

    [Fact]
    public void An_infeasible_path_states_no_probability_time_or_price()
    {
        var closed = Recommend(SampleBonds.Inputs(Markets.Example, reference: SampleBonds.Reference()))[ExitPath.MarketMaker];

        Assert.Equal([new ExitViolation(ExitViolationKind.NoMarketMaker)], closed.Violations);
        Assert.Null(closed.FillProbability);
        Assert.Null(closed.ExpectedTime);
        Assert.Null(closed.Quote);
        Assert.Null(closed.Priority);
        Assert.Null(closed.Utility);
        Assert.Empty(closed.Factors);
    }

    [Fact]
    public void The_other_constraints_are_named_too()
    {
        Assert.Equal([ExitViolationKind.MinimumLot], Violations(Full(), ExitPath.TokenizedP2p, 24_999.99m));
        Assert.Empty(Violations(Full(), ExitPath.TokenizedP2p, 25_000));
        Assert.Equal([ExitViolationKind.TenorRestriction], Violations(Full(SampleBonds.Reference(years: 0.5)), ExitPath.TokenizedP2p));
        Assert.Equal([ExitViolationKind.Matured], Violations(Full(SampleBonds.Reference(years: 0)), ExitPath.TokenizedP2p));
        Assert.Equal([ExitViolationKind.NoAuction], Violations(SampleBonds.Inputs(reference: SampleBonds.Reference()), ExitPath.Auction));
        Assert.Equal(
            [ExitViolationKind.NoAuctionWindow],
            Violations(SampleBonds.Inputs(auction: SampleBonds.Auction(windowInHours: null), reference: SampleBonds.Reference()), ExitPath.Auction));
        Assert.Equal(
            [ExitViolationKind.WindowTooFar],
            Violations(SampleBonds.Inputs(auction: SampleBonds.Auction(windowInHours: 200), reference: SampleBonds.Reference()), ExitPath.Auction));
        Assert.Equal(
            [ExitViolationKind.MarketMakerOffline],
            Violations(SampleBonds.Inputs(marketMaker: SampleBonds.MarketMaker(online: false), reference: SampleBonds.Reference()), ExitPath.MarketMaker));
    }

    [Fact]
    public void A_matured_bond_has_no_exit_and_that_is_the_first_warning()
    {
        var exits = Recommend(Full(SampleBonds.Reference(years: -1)));

        Assert.Null(exits.Best);
        Assert.Equal(ExitWarningKind.NoFeasibleExit, exits.Warnings[0].Kind);
    }

    [Fact]
    public void Without_prices_the_paths_stand_and_say_why_they_have_no_quote()
    {
        var auction = SampleBonds.Auction() with { ClearingPriceEstimate = null };
        var exits = ExitRecommender.Recommend(
            SampleBonds.Inputs(null, auction, SampleBonds.MarketMaker(), SampleBonds.Reference()), null, new FaceAmount(100_000), SampleBonds.Policy, SampleBonds.Now);

        Assert.All(exits.Paths, p => Assert.Equal(NoQuoteReason.NoReferencePrice, p.NoQuoteReason));
        Assert.All(exits.Paths, p => Assert.NotNull(p.FillProbability));
        Assert.Null(exits[ExitPath.MarketMaker].Factors.Single(f => f.Kind == ExitFactorKind.LiquidityIndex).Contribution);
        Assert.Contains(ExitAssumption.NoPriceImpact, exits.Assumptions);
    }

    [Fact]
    public void Without_reference_data_the_strictest_rows_apply_and_that_is_said()
    {
        var exits = Recommend(SampleBonds.Inputs(Markets.Example, SampleBonds.Auction(), SampleBonds.MarketMaker()), 150_000);

        Assert.Equal([new ExitViolation(ExitViolationKind.RatingCap, 100_000, 150_000)], exits[ExitPath.MarketMaker].Violations);
        Assert.Equal([ExitAssumption.TreatedAsUnrated, ExitAssumption.StrictestIssuerLimit, ExitAssumption.TenorNotChecked], exits.Assumptions);
    }

    [Fact]
    public void Nothing_to_sell_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Recommend(Full(), 0));

    [Theory]
    [InlineData("AAA", RatingBand.Aaa)]
    [InlineData("AA+", RatingBand.Aa)]
    [InlineData("AA-", RatingBand.Aa)]
    [InlineData("A+", RatingBand.A)]
    [InlineData("BBB-", RatingBand.Bbb)]
    [InlineData("BB+", RatingBand.Bb)]
    [InlineData("B-", RatingBand.B)]
    [InlineData("CCC-", RatingBand.Ccc)]
    [InlineData("CC", RatingBand.Cc)]
    [InlineData("C", RatingBand.C)]
    [InlineData("D", RatingBand.D)]
    [InlineData("NR", RatingBand.Nr)]
    public void Ratings_find_their_row(string rating, RatingBand band) => Assert.Equal(band, PolicyRows.BandOf(SampleBonds.Rating(rating)));

    [Theory]
    [InlineData(0.99, TenorBucket.UpToOne)]
    [InlineData(1.0, TenorBucket.OneToThree)]
    [InlineData(3.0, TenorBucket.ThreeToFive)]
    [InlineData(5.0, TenorBucket.FiveToTen)]
    [InlineData(10.0, TenorBucket.TenAndMore)]
    [InlineData(null, TenorBucket.TenAndMore)]
    public void Tenors_begin_at_their_bounds(double? years, TenorBucket bucket) => Assert.Equal(bucket, PolicyRows.BucketOf(years));
}
