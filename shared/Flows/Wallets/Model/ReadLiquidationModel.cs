using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Narrative.Wallets;

namespace LiquidityRisk.Flows.Wallets.Model;

/// <summary>The liquidation model's card: what is in force, what was tried, how good each was.</summary>
public sealed class ReadLiquidationModel(ModelBook book, SampleStore observed, LiquidationModelRules rules, TimeProvider time)
{
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(5);

    private volatile Counted? _counted;

    /// <summary>The card. Observed samples are counted anew every five minutes.</summary>
    public async Task<LiquidationModelAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        var standing = (await book.ReadAsync(null, cancellationToken))?.Body ?? ModelStanding.None;
        var versions = (await book.ListAsync(cancellationToken)).Select(v => v.As(standing)).ToList();
        if (standing.InForce is { } current && versions.All(v => v.Version != current) && await book.FindAsync(current, cancellationToken) is { } older)
            versions.Add(older.Head.As(standing));
        var (status, message) = standing switch
        {
            { InForce: null } => ("no_model", ModelSentences.NoModel),
            { Lost.Count: > 0 } => ("withheld", ModelSentences.Withheld(standing.Lost)),
            { InForce: var version } => ("in_force", ModelSentences.InForce(version)),
        };
        return new(
            status,
            message,
            versions.FirstOrDefault(v => v.Version == standing.InForce),
            versions,
            await WaitingAsync(standing.Last, cancellationToken),
            rules.MinSamples,
            standing.Last?.At,
            NextAfter(standing.Last));
    }

    private DateTimeOffset NextAfter(LastTraining? last)
    {
        var (now, rested) = (time.GetUtcNow(), last?.At + LiquidationModelRules.LeastBetween);
        return new(rules.Schedule.GetNextOccurrence((rested > now ? rested.Value : now).UtcDateTime), TimeSpan.Zero);
    }

    private async Task<int> WaitingAsync(LastTraining? last, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_counted is { } known && known.Last == last && now - known.At < Young) return known.Waiting;
        var all = await observed.ReadAsync(LiquidationModelRules.MaxSamples, cancellationToken);
        var waiting = all.Count(s => last is null || s.At > last.NewestSample);
        _counted = new(last, now, waiting);
        return waiting;
    }

    private sealed record Counted(LastTraining? Last, DateTimeOffset At, int Waiting);
}
