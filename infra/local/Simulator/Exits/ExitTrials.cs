using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Quality;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Exits;

/// <summary>A recommendation that was tried.</summary>
/// <param name="Outcome">What was said and what came of it.</param>
/// <param name="Factors">What the probability was made of.</param>
/// <param name="Window">The wait for the path's window; zero where there is none.</param>
internal sealed record ExitTrial(ExitOutcome Outcome, IReadOnlyList<ExitFactor> Factors, TimeSpan Window)
{
    public bool IsFilled => Outcome.Verdict == ExitVerdict.Filled;

    /// <summary>The realised time after the window, in multiples of the expected one.</summary>
    public double Multiple => (Outcome.Waited!.Value - Window) / (Outcome.ExpectedTime.Expected - Window);
}

/// <summary>
/// Recommends exits on what a simulated market shows and tries each of them on what it hides. The recommender is given the view alone;
/// the hidden market is given the order alone.
/// </summary>
internal static class ExitTrials
{
    /// <summary>Sizes asked for each bond, face amount.</summary>
    public static readonly IReadOnlyList<decimal> Sizes = [25_000, 100_000, 400_000, 1_500_000];

    private const double AppraisalErrorBps = 10;
    private const double UnknownSpreadBps = 80;

    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>What became of every feasible recommendation for a number of bonds. The same seed gives the same outcomes.</summary>
    public static List<ExitTrial> Run(int seed, int bonds, ExitPolicy policy)
    {
        var seeds = new Dice(seed);
        var outcomes = new List<ExitTrial>();
        for (var i = 0; i < bonds; i++)
        {
            var dice = new Dice(seeds.Seed());
            var now = Start.AddMinutes(dice.Share() * 480);
            var market = HiddenMarket.Draw(dice, now);
            var view = MarketView.Of(market, dice, now);
            foreach (var size in Sizes) outcomes.AddRange(Try(market, view, size, policy, now, dice));
        }

        return outcomes;
    }

    private static IEnumerable<ExitTrial> Try(
        HiddenMarket market, BondInputs view, decimal size, ExitPolicy policy, DateTimeOffset now, Dice dice)
    {
        var index = LiquidityIndexModel1.Compute(view.Market!.Value, LiquidityWeights.Standard);
        var limit = LimitOf(market, view, size, dice);
        // In a fixed order: the ranking must not decide which dice a path is given.
        foreach (var path in ExitRecommender.Recommend(view, index, new FaceAmount(size), policy, now).Paths.OrderBy(p => p.Path))
        {
            if (!path.IsFeasible) continue;
            var (band, patience) = (ExitBands.Of(path, now), ExitBands.PatienceOf(path, now));
            var window = (path.Window?.OpensAt ?? now) - now;
            var order = new SellOrder((double)size, limit, window.TotalHours, patience.TotalHours);
            var sale = Sales.Try(market, path.Path, order, new Dice(dice.Seed()));
            var outcome = new ExitOutcome(
                path.Path,
                now,
                path.FillProbability!.Value,
                band,
                path.Quote?.Price,
                sale is null ? ExitVerdict.Expired : ExitVerdict.Filled,
                sale is null ? patience : TimeSpan.FromHours(sale.Hours),
                sale is null ? null : new BondPrice((decimal)sale.Price));
            yield return new(outcome, path.Factors, window);
        }
    }

    /// <summary>
    /// What the seller takes: an appraisal of the bond less the quoted half-spread and 20 basis points, 20 more per half a million.
    /// </summary>
    private static double LimitOf(HiddenMarket market, BondInputs view, decimal size, Dice dice)
    {
        var half = (view.Market?.Value.Spread?.Value ?? view.MarketMaker?.Value.LastQuoteSpread?.Value ?? UnknownSpreadBps) / 2;
        var appraisal = market.Fair * (1 + (AppraisalErrorBps / 10_000 * dice.Normal()));
        return appraisal * (1 - ((half + 20 + (20 * (double)size / 500_000)) / 10_000));
    }
}
