using LiquidityRisk.Flows.Wallets.Model;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LiquidityRisk.Functions.Workflows;

/// <summary>Trains the liquidation model durably: a training that was cut off is finished, not begun again.</summary>
public sealed class ModelTrainingWorkflow(TrainLiquidationModel train)
{
    private const int VersionLength = 12;

    // About four minutes of a silent store, in steps of 2 s to 1 min.
    private static readonly TaskOptions Retries = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 8, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(1)));

    [Function(nameof(TrainModel))]
    public static Task<TrainingOutcome> TrainModel([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<TrainingOutcome>(nameof(TrainModelVersion), context.GetInput<TrainingInput>()!, Retries);

    [Function(nameof(TrainModelVersion))]
    public Task<TrainingOutcome> TrainModelVersion([ActivityTrigger] TrainingInput input, CancellationToken cancellationToken) =>
        train.TrainAsync(input.Id[..VersionLength], input.Actor, cancellationToken);
}

/// <summary>What to train.</summary>
/// <param name="Id">The training; the version is named after it.</param>
/// <param name="Actor">Who asks for it; null for the timer.</param>
public sealed record TrainingInput(string Id, string? Actor);
