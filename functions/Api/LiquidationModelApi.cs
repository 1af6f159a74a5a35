using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Flows.Wallets.Model;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using LiquidityRisk.Functions.Workflows;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Functions.Api;

/// <summary>The liquidation model: its card, its training, and the way back.</summary>
public sealed class LiquidationModelApi(ReadLiquidationModel read, RollBackLiquidationModel rollBack, IdSource ids)
{
    private const string Tag = "Wallets";
    private const string Trainings = "api/risk/model/trainings";
    private const int RetryAfterSeconds = 2;

    /// <summary>The liquidation model's card: what is in force, what was tried, how good each version was.</summary>
    [Function(nameof(GetLiquidationModel))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation(Tag, typeof(LiquidationModelAnswer))]
    public async Task<IActionResult> GetLiquidationModel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/risk/model")] HttpRequest request, CancellationToken cancellationToken) =>
        new JsonAnswer<LiquidationModelAnswer>(await read.ReadAsync(cancellationToken), ContractsJson.Default.LiquidationModelAnswer);

    /// <summary>Trains a version in the background; it is put in force when it is better than what there is.</summary>
    [Function(nameof(RetrainLiquidationModel))]
    [Access(Roles.RiskManager, Roles.Admin)]
    [Weight(200)]
    [Operation(Tag, typeof(ModelTrainingAcceptedAnswer), Status = StatusCodes.Status202Accepted, Repeatable = true)]
    public async Task<IActionResult> RetrainLiquidationModel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/risk/model/retrain")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var id = request.InstanceId(nameof(ModelTrainingWorkflow.TrainModel), ids);
        await client.StartOnceAsync(nameof(ModelTrainingWorkflow.TrainModel), id, new TrainingInput(id, request.Caller().UserId), cancellationToken);
        var answer = new ModelTrainingAcceptedAnswer(id, $"/{Trainings}/{id}");
        return new AcceptedAnswer<ModelTrainingAcceptedAnswer>(answer, ContractsJson.Default.ModelTrainingAcceptedAnswer, answer.StatusUrl, RetryAfterSeconds);
    }

    /// <summary>How far a training is, and what came of it.</summary>
    [Function(nameof(GetModelTraining))]
    [Access(Roles.RiskManager, Roles.Admin)]
    [Operation(Tag, typeof(ModelTrainingAnswer))]
    [Path("id", typeof(string), "The id from the answer that took it on.", Example = "0123456789abcdef0123456789abcdef")]
    public async Task<IActionResult> GetModelTraining(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Trainings + "/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var instance = WorkflowInstances.IsId(id) ? await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken) : null;
        return instance?.Name is nameof(ModelTrainingWorkflow.TrainModel)
            ? new JsonAnswer<ModelTrainingAnswer>(Status(instance), ContractsJson.Default.ModelTrainingAnswer)
            : Problem.NotFound("There is no such training.");
    }

    /// <summary>Puts an earlier version in force again.</summary>
    [Function(nameof(RollBackModel))]
    [Access(Roles.RiskManager, Roles.Admin)]
    [Weight(10)]
    [Operation(Tag, typeof(LiquidationModelAnswer), Body = typeof(ModelRollbackRequest))]
    public async Task<IActionResult> RollBackModel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/risk/model/rollback")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.JsonAsync(ContractsJson.Default.ModelRollbackRequest, cancellationToken);
        await rollBack.RollBackAsync(body.Version, request.Caller().UserId, cancellationToken);
        return new JsonAnswer<LiquidationModelAnswer>(await read.ReadAsync(cancellationToken), ContractsJson.Default.LiquidationModelAnswer);
    }

    private static ModelTrainingAnswer Status(OrchestrationMetadata instance)
    {
        var outcome = instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed ? instance.ReadOutputAs<TrainingOutcome>() : null;
        return new(
            instance.InstanceId,
            instance.RuntimeStatus switch
            {
                OrchestrationRuntimeStatus.Completed => SnakeCase.Of(outcome!.State),
                OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated => "failed",
                _ => "running",
            },
            outcome?.Message,
            outcome?.Version,
            instance.CreatedAt,
            instance.IsCompleted ? instance.LastUpdatedAt : null);
    }
}
