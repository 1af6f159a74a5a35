using LiquidityRisk.Domain.Wallets.Model;

namespace LiquidityRisk.Flows.Wallets.Model;

/// <summary>Samples from before the app began to observe: none in Azure; the simulated past on a developer's machine.</summary>
public interface ITrainingHistory
{
    /// <summary>Where the samples come from, in words, for the model's card; null when there are none.</summary>
    string? Origin { get; }

    /// <summary>The samples, oldest first.</summary>
    Task<IReadOnlyList<LabelledSample>> ReadAsync(CancellationToken cancellationToken);
}
