using LiquidityRisk.Domain.CashMarket.Operations;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.App.Tests.CashMarket.Faults;

/// <summary>
/// The creation of liquidity with two makers of each type and an approval, killed or failing at every write of its documents, one after
/// another until a run comes to its end undisturbed: it ends as if all had succeeded or as if nothing had begun.
/// </summary>
public sealed class CreationFaultTests(ITestOutputHelper output)
{
    private const int FewestWrites = 25;
    private const int FewestOfRollback = 8;
    private const int AtOnce = 4;

    [Theory]
    [InlineData(FaultPoint.Before)]
    [InlineData(FaultPoint.After)]
    public async Task Killed_at_every_write_it_goes_on_when_the_request_is_repeated(FaultPoint point)
    {
        var ends = await AtEveryWriteAsync((run, write) => run.KillAt(write, point), repeats: true);

        Assert.All(ends, end => Assert.Equal(OperationStatus.Completed, end));
    }

    [Theory]
    [InlineData(FaultPoint.After)]
    public async Task Killed_at_every_write_it_is_done_or_never_begun_when_nobody_asks_again(FaultPoint point)
    {
        var ends = await AtEveryWriteAsync((run, write) => run.KillAt(write, point), repeats: false);

        Assert.All(ends, end => Assert.Contains(end, (OperationStatus?[])[null, OperationStatus.Expired, OperationStatus.Completed]));
        Assert.Equal(3, ends.Distinct().Count());
    }

    [Theory]
    [InlineData(FaultPoint.Before)]
    [InlineData(FaultPoint.After)]
    public async Task A_store_that_fails_from_any_write_on_until_the_step_is_given_up_leaves_all_or_nothing(FaultPoint point)
    {
        var ends = await AtEveryWriteAsync((run, write) => run.FailAt(write, point, isLasting: true), repeats: true);

        Assert.All(ends, end => Assert.Contains(end, (OperationStatus?[])[OperationStatus.Stopped, OperationStatus.RolledBack, OperationStatus.Completed]));
        Assert.Contains(OperationStatus.RolledBack, ends);
    }

    [Theory]
    [InlineData(FaultPoint.After)]
    public async Task A_store_that_fails_once_at_any_write_disturbs_nothing(FaultPoint point)
    {
        var ends = await AtEveryWriteAsync((run, write) => run.FailAt(write, point, isLasting: false), repeats: true);

        Assert.All(ends, end => Assert.Equal(OperationStatus.Completed, end));
    }

    [Theory]
    [InlineData(FaultPoint.Before)]
    [InlineData(FaultPoint.After)]
    public async Task A_rollback_that_is_killed_at_every_write_goes_on(FaultPoint placing) =>
        Assert.All(
            await AtEveryWriteAsync((run, write) => FailToPlace(run, placing, () => run.KillAt(write, FaultPoint.After)), repeats: true, FewestOfRollback),
            end => Assert.Equal(OperationStatus.RolledBack, end));

    [Theory]
    [InlineData(FaultPoint.After)]
    public async Task A_rollback_whose_store_fails_once_at_any_write_goes_on(FaultPoint placing) =>
        Assert.All(
            await AtEveryWriteAsync(
                (run, write) => FailToPlace(run, placing, () => run.FailAt(write, FaultPoint.Before, isLasting: false)), repeats: true, FewestOfRollback),
            end => Assert.Equal(OperationStatus.RolledBack, end));

    // The orders do not reach the journal, or they do and nobody hears of it; the next fault comes after that was given up.
    private static void FailToPlace(CreationRun run, FaultPoint placing, Action next)
    {
        run.FailFrom("market EUA", placing);
        run.AfterRecovery = () =>
        {
            next();
            return Task.CompletedTask;
        };
    }

    private async Task<List<OperationStatus?>> AtEveryWriteAsync(Action<CreationRun, int> arm, bool repeats, int fewest = FewestWrites)
    {
        await using var prepared = await CreationStage.PreparedAsync();
        var proof = await CreationStage.ProofAsync(prepared.Documents);
        var ends = new List<OperationStatus?>();
        for (var write = 1; ; write += AtOnce)
        {
            var runs = await Task.WhenAll(Enumerable.Range(write, AtOnce).Select(w => RunAsync(prepared.Documents, proof, w, arm, repeats)));
            ends.AddRange(runs.TakeWhile(r => r.HasFailed).Select(r => r.End));
            if (!runs[^1].HasFailed) break;
        }

        output.WriteLine($"{ends.Count} writes: {string.Join(", ", ends.GroupBy(e => e?.ToString() ?? "never begun").Select(g => $"{g.Count()} {g.Key}"))}");
        Assert.True(ends.Count > fewest, $"Only {ends.Count} writes were disturbed.");
        return ends;
    }

    private static async Task<(bool HasFailed, OperationStatus? End)> RunAsync(
        MemoryDocumentStore documents, CreationProof proof, int write, Action<CreationRun, int> arm, bool repeats)
    {
        await using var run = await CreationRun.StartAsync(documents);
        arm(run, write);
        try
        {
            await run.PlayAsync(repeats);
            return (run.HasFailed, await proof.CheckAsync(run));
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"With a fault at write {write}, then {string.Join(", ", run.Writes)}: {e.Message}", e);
        }
    }
}
