using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Runtime.Durable;

/// <summary>Runs orchestrations and activities, beginning with what an earlier process left unfinished.</summary>
internal sealed partial class DurablePart(
    RuntimeDatabase database,
    DurableSchedule schedule,
    OrchestrationWorker orchestrations,
    ActivityWorker activities,
    TimeProvider time,
    ILogger<DurablePart> logger) : IRuntimePart
{
    private const int OrchestrationWorkers = 16;

    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _workers = [];

    public string Name => "durable";

    public bool IsIdle => schedule.IsIdle;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Resume();
        for (var i = 0; i < OrchestrationWorkers; i++) _workers.Add(Task.Run(WorkOnInstancesAsync, CancellationToken.None));
        // The default of maxConcurrentActivityFunctions in Azure: ten per core.
        for (var i = 0; i < 10 * Environment.ProcessorCount; i++) _workers.Add(Task.Run(WorkOnActivitiesAsync, CancellationToken.None));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        schedule.Dispose();
        await Task.WhenAll(_workers).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Resume()
    {
        var now = time.GetUtcNow().UtcTicks;
        var (waiting, activities) = database.Read(session => (
            session.Query("SELECT instance, MIN(due) FROM durable_inbox GROUP BY instance, due", r => (Id: r.GetString(0), Due: r.GetInt64(1))),
            DurableSql.Activities(session)));
        foreach (var activity in activities) schedule.Add(activity);
        foreach (var (id, due) in waiting)
        {
            if (due <= now) schedule.Wake(id);
            else schedule.WakeAt(due, id);
        }
    }

    private async Task WorkOnInstancesAsync()
    {
        await foreach (var id in schedule.Instances.ReadAllAsync())
        {
            if (_stopping.IsCancellationRequested) return;
            await GuardAsync(orchestrations.StepAsync(id, _stopping.Token), id);
            schedule.Rest(id);
        }
    }

    private async Task WorkOnActivitiesAsync()
    {
        await foreach (var activity in schedule.Activities.ReadAllAsync())
        {
            if (_stopping.IsCancellationRequested) return;
            await GuardAsync(activities.RunAsync(activity, _stopping.Token), activity.InstanceId);
            schedule.Done(activity);
        }
    }

    /// <summary>What could not be stored stays as it was and is taken up again at the next message or start.</summary>
    private async Task GuardAsync(Task work, string id)
    {
        try
        {
            await work;
        }
        catch (Exception e)
        {
            if (!_stopping.IsCancellationRequested) LogFault(e, id);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Work for orchestration {Id} was not stored.")]
    private partial void LogFault(Exception e, string id);
}
