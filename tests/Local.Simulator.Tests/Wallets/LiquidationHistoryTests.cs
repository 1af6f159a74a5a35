using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Model;
using LiquidityRisk.Local.Simulator.Wallets;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Tests.Wallets;

public class LiquidationHistoryTests(ITestOutputHelper output)
{
    private static readonly FeedOptions Options = new(null, 0, true, 7, 40, 2);

    [Fact]
    public async Task Both_outcomes_are_there_and_the_health_factor_tells_them_apart()
    {
        var started = TimeProvider.System.GetTimestamp();
        var samples = await Read(Options);
        var (day, week) = (samples.Count(s => s.Within24Hours), samples.Count(s => s.Within7Days));
        output.WriteLine(FormattableString.Invariant(
            $"{samples.Count} samples in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s; within a day {(double)day / samples.Count:P3}, within a week {(double)week / samples.Count:P2}"));

        Assert.InRange(day / (double)samples.Count, 0.0002, 0.05);
        Assert.InRange(week / (double)samples.Count, 0.002, 0.15);
        Assert.All(samples, s => Assert.True(s.Within7Days || !s.Within24Hours));
        Assert.All(samples, s => Assert.Equal(LiquidationFeatures.Names.Count, s.Features.Count));
        Assert.All(samples, s => Assert.True(s.Features[LiquidationFeatures.HealthFactor] >= 1));
        Assert.True(Median(samples, true) < 0.7 * Median(samples, false));
        Assert.Contains(samples, s => s.Features[LiquidationFeatures.PastBreaches] > 0);
        Assert.All(samples, s => Assert.InRange(s.Features[LiquidationFeatures.Names.ToList().IndexOf("fear_greed")]!.Value, 0, 100));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_past_oldest_first()
    {
        var (one, same, other) = (await Read(Options, 40), await Read(Options, 40), await Read(Options with { Seed = 8 }, 40));

        Assert.Equal(one.Select(Text), same.Select(Text));
        Assert.NotEqual(one.Select(Text), other.Select(Text));
        Assert.Equal(one.Select(s => s.At).Order(), one.Select(s => s.At));
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero).AddDays(-8), one[^1].At);
    }

    [Fact]
    public void The_features_are_those_that_the_app_computes_with_all_its_history()
    {
        var (chain, paths, now) = (new SimulatedChain(7, 150), new TokenPaths(7), new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero));
        var rules = WalletRules.Standard;
        var (full, brief) = (LiquidationHistory.View(paths, now, rules.Market), LiquidationHistory.View(paths, now, LiquidationHistory.Short(rules.Market)));
        double?[] Features(WalletAddress wallet, MarketView view) => LiquidationFeatures.Of(WalletAssessment.Of(chain.Find(wallet, now)!, view, rules), view, 3);

        Assert.Equal(364, full.Returns.Of(TokenSymbol.Eth).Length - 1);
        Assert.All(chain.Wallets, w => Assert.Equal(Features(w, full), Features(w, brief)));
    }

    private static Task<IReadOnlyList<LabelledSample>> Read(FeedOptions options, int days = 420) =>
        new LiquidationHistory(options, WalletRules.Standard, new ManualTime()) { Days = days }.ReadAsync(TestContext.Current.CancellationToken);

    private static string Text(LabelledSample sample) =>
        FormattableString.Invariant($"{sample.At:O} {sample.Within24Hours} {sample.Within7Days} {string.Join(' ', sample.Features.Select(f => f?.ToString("R", null)))}");

    private static double Median(IReadOnlyList<LabelledSample> samples, bool fell)
    {
        var factors = samples.Where(s => s.Within7Days == fell).Select(s => s.Features[LiquidationFeatures.HealthFactor]!.Value).Order().ToList();
        return factors[factors.Count / 2];
    }
}
