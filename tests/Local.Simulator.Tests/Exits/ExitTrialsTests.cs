using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Quality;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Local.Simulator.Exits.Tests;

public class ExitTrialsTests
{
    private static readonly DateTimeOffset Now = SampleBonds.Now;
    private static readonly SellOrder Order = new(100_000, 0, 1, 8);

    private static readonly Lazy<(List<ExitTrial> Fitting, List<ExitTrial> Scoring, IReadOnlyList<PathStudy> Study)> Shared = new(() =>
    {
        var (fitting, scoring) = (ExitTrials.Run(1, 5_000, SampleBonds.Policy), ExitTrials.Run(3, 5_000, SampleBonds.Policy));
        return (fitting, scoring, CalibrationStudy.Of(fitting, scoring));
    });

    private static IEnumerable<HiddenMarket> Markets(int count) =>
        Enumerable.Range(0, count).Select(i => HiddenMarket.Draw(new Dice(i), Now));

    private static int Fills(ExitPath path, Func<HiddenMarket, HiddenMarket> change, SellOrder order, int count = 2_000) =>
        Markets(count).Select((m, i) => Sales.Try(change(m), path, order, new Dice(i))).Count(s => s is not null);

    [Fact]
    public void The_same_seed_gives_the_same_outcomes_and_another_seed_others()
    {
        var first = ExitTrials.Run(5, 40, SampleBonds.Policy).Select(t => t.Outcome).ToList();

        Assert.Equal(first, ExitTrials.Run(5, 40, SampleBonds.Policy).Select(t => t.Outcome));
        Assert.NotEqual(first, ExitTrials.Run(6, 40, SampleBonds.Policy).Select(t => t.Outcome));
    }

    [Fact]
    public void Nobody_sells_below_the_limit_or_after_patience_has_run_out() => Assert.All(
        from path in Enum.GetValues<ExitPath>()
        from i in Enumerable.Range(0, 500)
        let market = HiddenMarket.Draw(new Dice(i), Now)
        let limit = market.Fair * 0.9965
        let sale = Sales.Try(market, path, Order with { Limit = limit, PatienceHours = 3 }, new Dice(i))
        where sale is not null
        select (sale, limit),
        s => Assert.True(s.sale.Price >= s.limit && s.sale.Hours is > 0 and <= 3));

    [Fact]
    public void Every_path_needs_its_own_buyers() => Assert.Multiple(
        () => Assert.Equal(0, Fills(ExitPath.MarketMaker, m => m with { Maker = null }, Order)),
        () => Assert.Equal(0, Fills(ExitPath.MarketMaker, m => m with { Maker = m.Maker is { } k ? k with { Online = false } : null }, Order)),
        () => Assert.Equal(0, Fills(ExitPath.Auction, m => m with { Auction = m.Auction is { } a ? a with { Bids = [], ToCome = 0 } : null }, Order)),
        () => Assert.Equal(0, Fills(ExitPath.RfqBatch, m => m with { Dealers = [] }, Order)),
        () => Assert.Equal(0, Fills(ExitPath.TokenizedP2p, m => m with { TokenBuyersPerHour = 0 }, Order)));

    [Theory]
    [InlineData(ExitPath.MarketMaker)]
    [InlineData(ExitPath.Auction)]
    [InlineData(ExitPath.RfqBatch)]
    [InlineData(ExitPath.TokenizedP2p)]
    public void Larger_sales_and_dearer_limits_fill_less_often(ExitPath path)
    {
        var usual = Fills(path, m => m, Order);

        Assert.InRange(usual, 100, 1_999);
        Assert.True(Fills(path, m => m, Order with { Size = 2_000_000 }) < usual);
        Assert.True(Fills(path, m => m, Order with { Limit = 1_000 }) == 0);
    }

    [Fact]
    public void Twenty_thousand_tries_on_other_seeds_beat_the_base_rate_and_judgement_alone_on_every_path()
    {
        Assert.True(Shared.Value.Scoring.Count >= 20_000);
        Assert.All(Shared.Value.Study, s =>
        {
            Assert.Equal(GateVerdict.Published, s.After.Verdict);
            Assert.True(s.After.Brier < 0.8 * s.After.Baseline, $"{s.Path}: {s.After}");
            Assert.True(s.After.Brier < s.Before.Brier, $"{s.Path}: {s.After.Brier} now, {s.Before.Brier} before");
            Assert.InRange(s.Now.CalibrationError!.Value, 0, s.Path == ExitPath.TokenizedP2p ? 0.13 : 0.08); // the token's weights meet their ceiling
            Assert.InRange(s.Now.TimeCoverage!.Value, 0.75, 0.85); // the band is meant to hold eight of ten
        });
    }

    [Fact]
    public void The_weights_in_the_model_are_those_that_the_trials_give() => Assert.All(Shared.Value.Study, s =>
    {
        Assert.Equal(s.Fit.Shift, ExitCalibration.ShiftOf(s.Path), 0.002);
        Assert.All(s.Fit.Weights, w => Assert.Equal(w.Value, ExitCalibration.WeightOf(s.Path, w.Key), 0.002));
        var (fast, slow) = ExitBands.MultiplesOf(s.Path);
        Assert.Equal(s.Multiples.Fast, fast, 0.02);
        Assert.Equal(s.Multiples.Slow, slow, 0.02);
    });
}
