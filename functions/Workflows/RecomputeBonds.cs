using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Units;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LiquidityRisk.Functions.Workflows;

/// <summary>Recomputes many bonds durably: in chunks, a few at a time, each tried again when the store does not answer.</summary>
public sealed class RecomputeWorkflow(RecomputeTranslations recompute)
{
    /// <summary>How many unknown bonds the progress names.</summary>
    internal const int MaxUnknownNamed = 100;

    private const int ChunkSize = 100;
    private const int ChunksAtOnce = 4;

    // About four minutes of a silent store, in steps of 2 s to 1 min.
    private static readonly TaskOptions Retries = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 8, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(1)));

    [Function(nameof(RecomputeBonds))]
    public static async Task<RecomputeProgress> RecomputeBonds([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var isins = context.GetInput<RecomputeInput>()!.Isins;
        var progress = new RecomputeProgress(0, isins.Count, 0, []);
        context.SetCustomStatus(progress);
        var waiting = new Queue<string[]>(isins.Chunk(ChunkSize));
        var running = new Queue<Task<RecomputedChunk>>();
        while (waiting.Count + running.Count > 0)
        {
            while (running.Count < ChunksAtOnce && waiting.TryDequeue(out var chunk))
                running.Enqueue(context.CallActivityAsync<RecomputedChunk>(nameof(RecomputeBondChunk), new RecomputeInput(chunk), Retries));
            progress = progress.With(await running.Dequeue());
            context.SetCustomStatus(progress);
        }

        return progress;
    }

    [Function(nameof(RecomputeBondChunk))]
    public async Task<RecomputedChunk> RecomputeBondChunk([ActivityTrigger] RecomputeInput input, CancellationToken cancellationToken)
    {
        var outcome = await recompute.RecomputeAsync([.. input.Isins.Select(Isin.Parse)], cancellationToken);
        return new RecomputedChunk(input.Isins.Count, outcome.Changed, [.. outcome.Unknown.Select(i => i.Value)]);
    }
}

/// <summary>What to recompute. ISINs travel through the history as text.</summary>
public sealed record RecomputeInput(IReadOnlyList<string> Isins);

/// <summary>What became of a chunk.</summary>
public sealed record RecomputedChunk(int Done, int Changed, IReadOnlyList<string> Unknown);

/// <summary>How far a recomputation is; it is also its result.</summary>
public sealed record RecomputeProgress(int Done, int Total, int Changed, IReadOnlyList<string> Unknown)
{
    internal RecomputeProgress With(RecomputedChunk chunk) => new(
        Done + chunk.Done,
        Total,
        Changed + chunk.Changed,
        [.. Unknown.Concat(chunk.Unknown).Take(RecomputeWorkflow.MaxUnknownNamed)]);
}
