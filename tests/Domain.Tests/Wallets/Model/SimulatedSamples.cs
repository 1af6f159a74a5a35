using LiquidityRisk.Domain.Wallets.Model;

namespace LiquidityRisk.Domain.Wallets.Model.Tests;

/// <summary>Samples of wallets whose outcome is known to follow from something, or from nothing.</summary>
internal static class SimulatedSamples
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When all their outcomes are known.</summary>
    public static readonly DateTimeOffset Later = Start.AddDays(1_000);

    /// <summary>Outcomes that follow from the concentration, which no baseline looks at: nine in ten above 0.8, one in fifty below.</summary>
    public static LabelledSample[] Planted(int count, int seed) => Draw(count, seed, (random, features) => random.NextDouble() < (features[6] > 0.8 ? 0.9 : 0.02));

    /// <summary>Outcomes that follow from nothing.</summary>
    public static LabelledSample[] Noise(int count, int seed) => Draw(count, seed, (random, _) => random.NextDouble() < 0.2);

    /// <summary>One sample.</summary>
    public static LabelledSample Sample(double days, bool day = false, bool week = false, double? health = 1.3, double? volatility = 0.04, double? breaches = 0)
    {
        var features = new double?[LiquidationFeatures.Names.Count];
        (features[LiquidationFeatures.HealthFactor], features[LiquidationFeatures.HealthVolatility], features[LiquidationFeatures.PastBreaches]) = (health, volatility, breaches);
        return new(Start.AddDays(days), features, day, week);
    }

    private static LabelledSample[] Draw(int count, int seed, Func<Random, double?[], bool> outcome)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            double?[] features = [.. LiquidationFeatures.Names.Select(_ => random.NextDouble() < 0.05 ? (double?)null : random.NextDouble())];
            features[LiquidationFeatures.HealthFactor] = 1 + random.NextDouble();
            features[LiquidationFeatures.HealthVolatility] = 0.02 + (0.05 * random.NextDouble());
            features[LiquidationFeatures.PastBreaches] = random.Next(4);
            var happens = outcome(random, features);
            return new LabelledSample(Start.AddHours(3 * i), features, happens && random.NextDouble() < 0.6, happens);
        })];
    }
}
