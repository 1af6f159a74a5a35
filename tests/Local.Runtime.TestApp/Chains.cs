using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Local.Runtime.TestApp;

/// <summary>A chain of steps that must each take effect once, however often the process dies on the way.</summary>
public sealed class Chains(Effects effects)
{
    [Function(nameof(StartChain))]
    public static async Task<IActionResult> StartChain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "chains/{id}/{steps:int}")] HttpRequest request,
        string id,
        int steps,
        [DurableClient] DurableTaskClient client)
    {
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(RunChain), steps, new StartOrchestrationOptions(id), request.HttpContext.RequestAborted);
        return new AcceptedResult();
    }

    [Function(nameof(AwaitChain))]
    public static async Task<IActionResult> AwaitChain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "chains/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client)
    {
        var done = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, request.HttpContext.RequestAborted);
        return new OkObjectResult($"{done.RuntimeStatus} {done.SerializedOutput}");
    }

    [Function(nameof(RunChain))]
    public static async Task<int> RunChain([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var sum = 0;
        var steps = context.GetInput<int>();
        for (var step = 0; step < steps; step += 2)
        {
            var one = context.CallActivityAsync<int>(nameof(ApplyStep), step);
            var other = context.CallSubOrchestratorAsync<int>(
                nameof(RunLink), step + 1, new TaskOptions().WithInstanceId($"{context.InstanceId}-{step + 1}"));
            sum += await one + await other;
            await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
        }

        return sum;
    }

    [Function(nameof(RunLink))]
    public static Task<int> RunLink([OrchestrationTrigger] TaskOrchestrationContext context, int step) =>
        context.CallActivityAsync<int>(nameof(ApplyStep), step, TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(1))));

    [Function(nameof(ApplyStep))]
    public async Task<int> ApplyStep([ActivityTrigger] int step, string instanceId)
    {
        var chain = instanceId.Split('-')[0];
        await effects.ApplyAsync(string.Create(CultureInfo.InvariantCulture, $"{chain}-{step}"));
        return step;
    }
}
