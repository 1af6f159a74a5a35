using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using LiquidityRisk.Functions.Workflows;
using LiquidityRisk.Units;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Functions.Api;

/// <summary>Recomputes many bonds in the background.</summary>
public sealed class RecomputeApi(IdSource ids)
{
    private const string Route = "api/v1/liquidity-risk/recompute";
    private const int MaxBonds = 5_000;
    private const int RetryAfterSeconds = 1;

    /// <summary>Recomputes many bonds in the background.</summary>
    [Function(nameof(StartRecompute))]
    [Access(Roles.RiskManager, Roles.Admin)]
    [Weight(200)]
    [Operation(
        "Bonds", typeof(RecomputeAcceptedAnswer), Body = typeof(RecomputeRequest), Status = StatusCodes.Status202Accepted, Repeatable = true)]
    public async Task<IActionResult> StartRecompute(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var input = Read(await request.JsonAsync(ContractsJson.Default.RecomputeRequest, cancellationToken));
        var id = request.InstanceId(nameof(RecomputeWorkflow.RecomputeBonds), ids);
        var earlier = await client.StartOnceAsync(nameof(RecomputeWorkflow.RecomputeBonds), id, input, cancellationToken);
        if (earlier?.ReadInputAs<RecomputeInput>() is { } asked && !asked.Isins.SequenceEqual(input.Isins, StringComparer.Ordinal))
            return Problem.Unprocessable("Idempotency-Key", "This key was used for a request with other bonds.");
        var answer = new RecomputeAcceptedAnswer(id, $"/{Route}/{id}");
        return new AcceptedAnswer<RecomputeAcceptedAnswer>(answer, ContractsJson.Default.RecomputeAcceptedAnswer, answer.StatusUrl, RetryAfterSeconds);
    }

    /// <summary>How far a recomputation is.</summary>
    [Function(nameof(GetRecompute))]
    [Access(Roles.RiskManager, Roles.Admin)]
    [Operation("Bonds", typeof(RecomputeStatusAnswer))]
    [Path("id", typeof(string), "The id from the answer that took it on.", Example = "0123456789abcdef0123456789abcdef")]
    public async Task<IActionResult> GetRecompute(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var instance = WorkflowInstances.IsId(id) ? await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken) : null;
        return instance?.Name is nameof(RecomputeWorkflow.RecomputeBonds)
            ? new JsonAnswer<RecomputeStatusAnswer>(Status(instance), ContractsJson.Default.RecomputeStatusAnswer)
            : Problem.NotFound("There is no such recomputation.");
    }

    private static RecomputeInput Read(RecomputeRequest body)
    {
        if (body.Isins is not { Count: >= 1 and <= MaxBonds } isins)
            throw RequestReading.Fault("isins", FormattableString.Invariant($"A list of 1 to {MaxBonds} ISINs is expected."));
        for (var i = 0; i < isins.Count; i++)
            if (!Isin.TryParse(isins[i], out _)) throw RequestReading.Fault(FormattableString.Invariant($"isins[{i}]"), RequestReading.IsinForm);
        if (body.Mode is not (null or "accurate")) throw RequestReading.Fault("mode", "Only accurate can be asked for.");
        return new RecomputeInput([.. isins.Distinct(StringComparer.Ordinal)!]);
    }

    private static RecomputeStatusAnswer Status(OrchestrationMetadata instance)
    {
        var progress = instance.ReadCustomStatusAs<RecomputeProgress>()
            ?? new RecomputeProgress(0, instance.ReadInputAs<RecomputeInput>()?.Isins.Count ?? 0, 0, []);
        return new RecomputeStatusAnswer(
            instance.InstanceId,
            instance.RuntimeStatus switch
            {
                OrchestrationRuntimeStatus.Completed => "completed",
                OrchestrationRuntimeStatus.Failed => "failed",
                OrchestrationRuntimeStatus.Terminated => "terminated",
                _ => "running",
            },
            progress.Done,
            progress.Total,
            progress.Changed,
            [.. progress.Unknown.Select(Isin.Parse)],
            instance.CreatedAt,
            instance.IsCompleted ? instance.LastUpdatedAt : null);
    }
}
