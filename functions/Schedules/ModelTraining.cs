using LiquidityRisk.Flows.Wallets.Model;
using LiquidityRisk.Functions.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Functions.Schedules;

/// <summary>Trains the liquidation model once a day.</summary>
public sealed class ModelTraining(TrainLiquidationModel train, IdSource ids)
{
    /// <summary>At half past three unless <c>Wallets:TrainingSchedule</c> says otherwise; nothing happens without enough samples or new ones.</summary>
    [Function(nameof(TrainModelDaily))]
    public async Task TrainModelDaily(
        [TimerTrigger("%Wallets:TrainingSchedule%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (!await train.IsDueAsync(cancellationToken)) return;
        var id = ids();
        await client.StartOnceAsync(nameof(ModelTrainingWorkflow.TrainModel), id, new TrainingInput(id, null), cancellationToken);
    }
}
