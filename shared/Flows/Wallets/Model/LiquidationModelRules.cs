using NCrontab;

namespace LiquidityRisk.Flows.Wallets.Model;

/// <summary>When the liquidation model is trained.</summary>
/// <param name="MinSamples">How many samples with a known outcome are needed, at least 1.</param>
/// <param name="Schedule">When it is trained by itself, in UTC.</param>
public sealed record LiquidationModelRules(int MinSamples, CrontabSchedule Schedule)
{
    /// <summary>Newest samples that are learned from.</summary>
    public const int MaxSamples = 50_000;

    /// <summary>How long after a training the next one may begin by itself.</summary>
    public static TimeSpan LeastBetween => TimeSpan.FromHours(12);

    /// <summary>100 samples; every night at half past three.</summary>
    public static LiquidationModelRules Standard { get; } = new(100, Read("0 30 3 * * *"));

    /// <summary>Reads a schedule of six fields, the first one seconds.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static CrontabSchedule Read(string schedule) =>
        CrontabSchedule.TryParse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true })
        ?? throw new ArgumentException($"'{schedule}' is no schedule of six fields.", nameof(schedule));
}
