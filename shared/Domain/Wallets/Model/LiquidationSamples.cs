namespace LiquidityRisk.Domain.Wallets.Model;

/// <summary>A wallet's features on a day, until it is known what became of it.</summary>
/// <param name="At">When.</param>
/// <param name="Features">As <see cref="LiquidationFeatures.Names"/>; null where not known.</param>
/// <param name="Within24Hours">Whether it could be liquidated within 24 hours; null while not known.</param>
/// <param name="Within7Days">Whether within 7 days; null while not known.</param>
public sealed record PendingSample(DateTimeOffset At, IReadOnlyList<double?> Features, bool? Within24Hours, bool? Within7Days);

/// <summary>A sample whose outcome is known.</summary>
/// <param name="At">When the features were seen.</param>
/// <param name="Features">As <see cref="LiquidationFeatures.Names"/>; null where not known.</param>
/// <param name="Within24Hours">Whether the wallet could be liquidated within 24 hours after.</param>
/// <param name="Within7Days">Whether within 7 days.</param>
public sealed record LabelledSample(DateTimeOffset At, IReadOnlyList<double?> Features, bool Within24Hours, bool Within7Days);

/// <summary>Takes at most one sample of a wallet a day, and finds out what became of earlier ones.</summary>
public static class LiquidationSamples
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>Looks at a wallet once more.</summary>
    /// <param name="pending">Samples that wait, oldest first.</param>
    /// <param name="features">What it looks like now; null when there is nothing to predict: no debt, health not known.</param>
    /// <param name="isLiquidatable">Whether its health factor is below 1 now.</param>
    /// <param name="now">When.</param>
    /// <returns>Samples that go on waiting, and those whose outcome is now known.</returns>
    public static (IReadOnlyList<PendingSample> Pending, IReadOnlyList<LabelledSample> Known) Observe(
        IReadOnlyList<PendingSample> pending, IReadOnlyList<double?>? features, bool isLiquidatable, DateTimeOffset now)
    {
        var waiting = new List<PendingSample>(pending.Count + 1);
        var known = new List<LabelledSample>();
        foreach (var sample in pending)
        {
            var seen = See(sample, isLiquidatable, now);
            if (seen is { Within24Hours: { } day, Within7Days: { } week }) known.Add(new(sample.At, sample.Features, day, week));
            else waiting.Add(seen);
        }

        var isDue = pending.Count == 0 || pending[^1].At.UtcDateTime.Date < now.UtcDateTime.Date;
        if (features is not null && !isLiquidatable && isDue) waiting.Add(new(now, features, null, null));
        return (waiting, known);
    }

    private static PendingSample See(PendingSample sample, bool isLiquidatable, DateTimeOffset now)
    {
        var age = now - sample.At;
        var day = sample.Within24Hours ?? (isLiquidatable && age <= Day ? true : age > Day ? false : null);
        var week = sample.Within7Days ?? (isLiquidatable && age <= Week ? true : age > Week ? false : null);
        return sample with { Within24Hours = day, Within7Days = week };
    }
}
