using LiquidityRisk.Domain.Wallets.Model;

namespace LiquidityRisk.Flows.Wallets.Model;

/// <summary>All samples with a known outcome: what was observed, and what is known from before.</summary>
public sealed class TrainingSamples(SampleStore observed, IEnumerable<ITrainingHistory> histories)
{
    /// <summary>Where samples come from that were not observed, in words.</summary>
    public IEnumerable<string> Origins => histories.Select(h => h.Origin).OfType<string>();

    /// <summary>The newest ones, oldest first.</summary>
    public async Task<IReadOnlyList<LabelledSample>> ReadAsync(CancellationToken cancellationToken)
    {
        var all = await observed.ReadAsync(LiquidationModelRules.MaxSamples, cancellationToken);
        foreach (var history in histories) all.AddRange(await history.ReadAsync(cancellationToken));
        return [.. all.OrderByDescending(s => s.At).Take(LiquidationModelRules.MaxSamples).OrderBy(s => s.At)];
    }
}
