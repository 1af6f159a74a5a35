using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;
using static LiquidityRisk.Domain.CashMarket.Liquidity.Tests.Makers;

namespace LiquidityRisk.Domain.CashMarket.Liquidity.Tests;

public class LiquidityPlannerTests
{
    private static readonly BookView Market = Book(7_236, 7_238);
    private static readonly LiquidityMaker[] Rich = [Provider(1, 100_000), Provider(2, 100_000), Holder(3, 1_000), Holder(4, 1_000)];

    private static IEnumerable<PlanRefusalReason> Reasons(LiquidityPreview preview) => preview.Refusals.Select(r => r.Reason);

    [Fact]
    public void A_maker_with_much_gives_what_two_with_little_cannot()
    {
        var preview = Preview(Request(90_000, 0), Market, Provider(1, 100_000), Provider(2, 10_000), Provider(3, 10_000));

        Assert.True(preview.CanExecute);
        Assert.Equal([70_000, 10_000, 10_000], preview.Bid!.Makers.Select(m => m.Share.Value));
        Assert.Equal([new(Id(2)), new(Id(3))], preview.Bid.Capped);
        Assert.Equal((89_950.98m, 49.02m), (preview.Bid.Placed.Amount, preview.Bid.Remainder.Amount));
        Assert.Equal([623, 374, 250], preview.Bid.Levels.Select(l => l.Quantity.Value));
        Assert.True(preview.Bid.Fairness.Certificate.Holds);
        Assert.Null(preview.Ask);
    }

    [Fact]
    public void Bids_and_asks_are_spread_evenly_over_three_levels()
    {
        var preview = Preview(Request(100_000, 50_000), Market, Rich);

        Assert.True(preview.CanExecute);
        Assert.Equal(new(new HalfTicks(14_474), ReferenceSource.Midpoint), preview.Reference);
        Assert.Equal([7_222, 7_208, 7_200], preview.Bid!.Levels.Select(l => l.Price.Price.Value));
        Assert.Equal([7_252, 7_266, 7_274], preview.Ask!.Levels.Select(l => l.Price.Price.Value));
        Assert.Equal([50_000, 50_000], preview.Bid.Makers.Select(m => m.Share.Value));
        Assert.Equal([344, 344], preview.Ask.Makers.Select(m => m.Placed.Value));
        Assert.Equal("688 EUA", preview.Ask.Required.ToString());
        Assert.Equal(49_952.74m, preview.Ask.Placed.Amount);
        Assert.Equal(12, preview.Orders.Count());
        Assert.Equal((2, 2), (preview.Before.Width, preview.After.Width));
        Assert.Equal(Now.AddMinutes(5), preview.ExpiresAt);
        Assert.False(preview.HasExpired(Now.AddMinutes(5).AddTicks(-1)));
        Assert.True(preview.HasExpired(Now.AddMinutes(5)));
    }

    [Fact]
    public void In_an_empty_market_the_plan_is_the_spread()
    {
        var preview = Preview(Request(10_000, 10_000), Book(0, 0, new(new(10_000), Now)), Rich);

        Assert.True(preview.CanExecute);
        Assert.Equal([PlanNotice.LastTradeReference], preview.Notices);
        Assert.Null(preview.Before.Relative);
        Assert.Equal(40, preview.After.Relative!.Value.Value, 9);
    }

    [Fact]
    public void Lacking_euros_are_told_with_what_would_help()
    {
        var preview = Preview(Request(30_000, 0), Market, Provider(1, 12_000), Provider(2, 8_000), Provider(3, 99_000, active: false));

        Assert.Equal([new(PlanRefusalReason.InsufficientAssets, PlanField.Makers)], preview.Refusals);
        var missing = Assert.Single(preview.MissingAssets);
        Assert.Equal(
            (Asset.Eur, 30_000m, 20_000m, 10_000m),
            (missing.AssetType, missing.Required.Value, missing.Available.Value, missing.Shortfall.Value));
        Assert.Equal(
            [
                new CreateMaker(AccountKind.LiquidityProvider, AssetAmount.Of(Eur(10_000))),
                new FundMaker(new(Id(2)), AssetAmount.Of(Eur(10_000))),
                new ReduceAmount(OrderSide.Buy, Eur(20_000), Eur(19_909)),
            ],
            preview.SuggestedActions);
        Assert.Null(preview.Bid);
    }

    [Fact]
    public void Lacking_certificates_are_told_on_their_own_side()
    {
        var preview = Preview(Request(10_000, 50_000), Market, Provider(1, 12_000), Holder(2, 500), Holder(3, 100));

        Assert.False(preview.CanExecute);
        Assert.NotNull(preview.Bid);
        var missing = Assert.Single(preview.MissingAssets);
        Assert.Equal(
            (Asset.Eua, 688m, 600m, 88m),
            (missing.AssetType, missing.Required.Value, missing.Available.Value, missing.Shortfall.Value));
        var reduced = Assert.IsType<ReduceAmount>(preview.SuggestedActions[^1]);
        Assert.True(Preview(Request(10_000, reduced.Amount.Amount), Market, Provider(1, 12_000), Holder(2, 500), Holder(3, 100)).CanExecute);
        Assert.InRange(reduced.Creates.Amount, 43_400, 43_600);
    }

    [Fact]
    public void Without_makers_one_must_be_created()
    {
        var preview = Preview(Request(1_000, 0), Market);

        Assert.Equal([new CreateMaker(AccountKind.LiquidityProvider, AssetAmount.Of(Eur(1_000)))], preview.SuggestedActions);
        Assert.Equal(0, preview.MissingAssets[0].Available.Value);
    }

    [Fact]
    public void A_provider_does_not_sell_the_certificates_that_it_bought()
    {
        var provider = Provider(1, 0) with { Eua = new(1_000) };

        Assert.Equal(0, Preview(Request(0, 1_000), Market, provider).MissingAssets[0].Available.Value);
    }

    [Fact]
    public void Makers_whose_lots_round_away_leave_a_remainder_that_is_reported()
    {
        var preview = Preview(Request(450, 0), Book(9_999, 10_001), Provider(1, 150), Provider(2, 150), Provider(3, 150));

        Assert.True(preview.CanExecute);
        Assert.Equal(3, preview.Bid!.Quantity.Value);
        Assert.Contains(PlanNotice.BidRemainder, preview.Notices);
    }

    [Fact]
    public void Makers_none_of_whom_can_pay_for_a_lot_are_refused() =>
        Assert.Equal([PlanRefusalReason.BalancesBelowOneLot], Reasons(Preview(Request(100, 0), Market, Provider(1, 50), Provider(2, 50))));

    [Fact]
    public void A_default_price_is_for_looking_unless_allowed()
    {
        var looking = Preview(Request(10_000, 0), Book(0, 0), Rich);
        var allowed = Preview(Request(10_000, 0, allowDefault: true), Book(0, 0), Rich);

        Assert.Equal([new(PlanRefusalReason.DefaultReferenceNotAllowed, PlanField.AllowDefaultReference)], looking.Refusals);
        Assert.NotNull(looking.Bid);
        Assert.True(allowed.CanExecute);
        Assert.Equal([PlanNotice.DefaultReference], allowed.Notices);
    }

    [Fact]
    public void Coarse_ticks_are_reported()
    {
        var preview = Preview(Request(100, 100), Book(99, 101), Rich);

        Assert.True(preview.CanExecute);
        Assert.Equal([PlanNotice.CoarseBidTick, PlanNotice.CoarseAskTick], preview.Notices);
    }

    [Fact]
    public void Bad_books_are_refused()
    {
        Assert.Equal([PlanRefusalReason.CrossedBook], Reasons(Preview(Request(1_000, 0), Book(7_238, 7_238), Rich)));
        Assert.Equal([PlanRefusalReason.StaleBook], Reasons(Preview(Request(1_000, 0), Market with { AsOf = Now.AddSeconds(-10).AddTicks(-1) }, Rich)));
        Assert.Equal([PlanRefusalReason.StaleBook], Reasons(Preview(Request(1_000, 0), Market with { AsOf = Now.AddTicks(1) }, Rich)));
        Assert.True(Preview(Request(1_000, 0), Market with { AsOf = Now.AddSeconds(-10) }, Rich).CanExecute);
        Assert.Equal(
            [PlanRefusalReason.BookOfAnotherCertificate],
            Reasons(Preview(Request(1_000, 0), Market with { Certificate = CertificateType.Cea }, Rich)));
        Assert.Equal(
            [PlanRefusalReason.NoReferencePrice],
            Reasons(LiquidityPlanner.Preview(Request(1_000, 0), Rich, Book(0, 0), new LiquiditySettings(), Now)));
    }

    [Fact]
    public void Bad_requests_are_refused_with_their_field()
    {
        Assert.Equal(
            [new(PlanRefusalReason.UnknownCertificate, PlanField.CertificateType)],
            Preview(Request(1_000, 0) with { Certificate = default }, Market with { Certificate = default }, Rich).Refusals);
        Assert.Equal([new(PlanRefusalReason.NothingRequested, PlanField.BidAmountEur)], Preview(Request(0, 0), Market, Rich).Refusals);
        Assert.Equal([new(PlanRefusalReason.InvalidAmount, PlanField.AskAmountEur)], Preview(Request(1_000, -1), Market, Rich).Refusals);
        Assert.Equal([new(PlanRefusalReason.InvalidAmount, PlanField.BidAmountEur)], Preview(Request(1.001m, 0), Market, Rich).Refusals);
        Assert.Equal([new(PlanRefusalReason.InvalidAmount, PlanField.BidAmountEur)], Preview(Request(1e12m + 0.01m, 0), Market, Rich).Refusals);
        Assert.Equal([new(PlanRefusalReason.AmountBelowOneLot, PlanField.AskAmountEur)], Preview(Request(0, 70), Market, Rich).Refusals);
        Assert.True(CurrencyCode.TryParse("USD", out var dollar));
        Assert.Equal(
            [new(PlanRefusalReason.NotEuros, PlanField.BidAmountEur)],
            Preview(Request(0, 1_000) with { BidAmount = new(1, dollar) }, Market, Rich).Refusals);
        Assert.Equal([new(PlanRefusalReason.DuplicateMaker, PlanField.Makers)], Preview(Request(1_000, 0), Market, Rich[0], Rich[0]).Refusals);
        Assert.Equal(
            [new(PlanRefusalReason.IncompleteMaker, PlanField.Makers)],
            Preview(Request(1_000, 0), Market, Rich[0] with { Owner = default }).Refusals);
    }

    [Fact]
    public void Makers_old_quotes_in_the_way_are_not_crossed()
    {
        var book = Market with { Asks = [Order(9, OrderSide.Sell, 7_237, account: 3), .. Market.Asks] };
        var moved = Book(7_300, 7_302) with { Bids = [Order(1, OrderSide.Buy, 7_000)], Asks = [Order(9, OrderSide.Sell, 7_100, account: 3), Order(2, OrderSide.Sell, 7_600)] };

        Assert.True(Preview(Request(1_000, 0), book, Rich).CanExecute);
        Assert.Equal([new(PlanRefusalReason.WouldCrossBook, PlanField.Book)], Preview(Request(1_000, 0), moved, Rich).Refusals);
    }

    [Fact]
    public void Settings_that_contradict_themselves_are_refused()
    {
        LevelRule Level(int distance, int share) => new(new(distance), new(share));

        Assert.Throws<ArgumentException>(() => new LiquiditySettings(levels: []));
        Assert.Throws<ArgumentException>(() => new LiquiditySettings(levels: [Level(2_000, 500_000)]));
        Assert.Throws<ArgumentException>(() => new LiquiditySettings(levels: [Level(0, 1_000_000)]));
        Assert.Throws<ArgumentException>(() => new LiquiditySettings(levels: [Level(2_000, 500_000), Level(2_000, 500_000)]));
        Assert.Throws<ArgumentException>(() => new LiquiditySettings(levels: [Level(2_000, 1_000_000), Level(3_000, 0)]));
        Assert.Throws<ArgumentException>(() => new LiquiditySettings(previewLifetime: TimeSpan.Zero));
    }
}
