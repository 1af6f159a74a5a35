using System.Globalization;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Flows.Bonds.Tests;
using LiquidityRisk.Functions.Workflows;
using LiquidityRisk.Units;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;

namespace LiquidityRisk.Azure.Tests.Workflows;

/// <summary>The recomputation on the real Durable engine, its activity as a plain function over the in-memory store.</summary>
public class RecomputeBondsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly BondSettings TightnessAlone =
        BondSettings.Standard with { Weights = new LiquidityWeights(new Weight(1), new Weight(0), new Weight(0), new Weight(0)) };

    private readonly BondFlowFixture _before = new();

    [Fact]
    public async Task Every_chunk_is_recomputed_and_the_unknown_bonds_are_named_in_order()
    {
        var known = await FeedAsync(430);
        var unknown = Enumerable.Range(1_000, 120).Select(Name).ToList();
        var reweighed = new BondFlowFixture(_before, TightnessAlone);

        var instance = await RunAsync(reweighed, [.. known, .. unknown]);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
        var progress = instance.ReadCustomStatusAs<RecomputeProgress>()!;
        Assert.Equal((550, 550, 430), (progress.Done, progress.Total, progress.Changed));
        Assert.Equal(unknown.Take(100), progress.Unknown);
        Assert.Equal(progress.Changed, instance.ReadOutputAs<RecomputeProgress>()!.Changed);
        var last = await reweighed.Book.ReadAsync(Isin.Parse(known[^1]), CancellationToken.None);
        Assert.Equal(2, last!.Body.LastNumber);
    }

    [Fact]
    public async Task A_chunk_is_tried_again_when_the_store_did_not_answer()
    {
        var known = await FeedAsync(3);
        var reweighed = new BondFlowFixture(_before, TightnessAlone);
        _before.Store.IsUnavailable = true;

        var instance = await RunAsync(reweighed, known, beforeAttempt: attempt => _before.Store.IsUnavailable = attempt == 1);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
        Assert.Equal(3, instance.ReadOutputAs<RecomputeProgress>()!.Changed);
    }

    private static async Task<OrchestrationMetadata> RunAsync(
        BondFlowFixture app, IReadOnlyList<string> isins, Action<int>? beforeAttempt = null)
    {
        var workflow = new RecomputeWorkflow(app.Recompute);
        var attempts = 0;
        await using var host = await DurableTaskTestHost.StartAsync(tasks => tasks
            .AddOrchestratorFunc<RecomputeProgress>(nameof(RecomputeWorkflow.RecomputeBonds), RecomputeWorkflow.RecomputeBonds)
            .AddActivityFunc<RecomputeInput, RecomputedChunk>(nameof(RecomputeWorkflow.RecomputeBondChunk), (_, input) =>
            {
                beforeAttempt?.Invoke(Interlocked.Increment(ref attempts));
                return workflow.RecomputeBondChunk(input, CancellationToken.None);
            }));
        using var limit = new CancellationTokenSource(Patience);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(RecomputeWorkflow.RecomputeBonds), new RecomputeInput(isins), new StartOrchestrationOptions("recompute"), limit.Token);
        return await host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, limit.Token);
    }

    private async Task<List<string>> FeedAsync(int count)
    {
        var isins = Enumerable.Range(0, count).Select(Name).ToList();
        await _before.DeliverAsync([.. isins.Select(isin => _before.Quote(Isin.Parse(isin), 1))]);
        return isins;
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"XS{number:D9}0");
}
