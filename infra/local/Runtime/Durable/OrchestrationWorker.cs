using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Runtime.Durable;

/// <summary>Takes one instance a step further: reads, replays, commits.</summary>
internal sealed partial class OrchestrationWorker(
    RuntimeDatabase database,
    FunctionCatalog catalog,
    FunctionInvoker invoker,
    DurableSchedule schedule,
    InstanceSignals signals,
    DataConverter converter,
    ILoggerFactory loggers,
    TimeProvider time)
{
    private readonly ILogger _logger = loggers.CreateLogger<OrchestrationWorker>();

    public async Task StepAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var work = database.Read(session => DurableSql.Work(session, id, now.Ticks));
        if (work.Inbox.Count == 0) return;
        if (work.Instance is not { IsFinished: false } instance)
        {
            await DiscardAsync(work.Inbox, cancellationToken);
            return;
        }

        if (Arrived(work, instance, now) is not { } fresh) return;
        var result = Run(instance, work.History, fresh);
        if (result.Outcome is { Failure: { } failure }) LogFailed(id, instance.Name, failure);
        schedule.Add(await database.WriteAsync(
            session => new StepCommit(session, instance, now).Write(work, fresh, result), cancellationToken));
        if (result.Next is not null) schedule.Wake(id);
        signals.Changed(id);
    }

    /// <summary>The new events in playing order; null while the instance has not started.</summary>
    private static List<HistoryEvent>? Arrived(StepWork work, InstanceRow instance, DateTime now)
    {
        var events = work.Inbox.Where(r => r.Execution is null || r.Execution == instance.Execution).Select(r => r.Event).ToList();
        if (work.History.Count > 0) return [new StepStarted(now), .. events];
        if (events.Find(e => e is ExecutionStarted) is { } start)
            return [new StepStarted(now), start, .. events.Where(e => e is not ExecutionStarted)];
        return events.Find(e => e is ExecutionTerminated) is { } end ? [end] : null;
    }

    private StepResult Run(InstanceRow instance, List<HistoryEvent> history, List<HistoryEvent> fresh)
    {
        var replay = new Replay(
            instance.Id, instance.Execution, context => InvokeAsync(instance.Name, context), converter, loggers,
            () => _ = ReportForeignAwaitAsync(instance));
        return replay.Run(history, fresh);
    }

    private async Task<object?> InvokeAsync(string name, ReplayContext context)
    {
        if (catalog.Find(name) is not { Trigger: OrchestrationTriggerAttribute } function)
            throw new InvalidOperationException($"The function '{name}' does not exist, is disabled, or is not an orchestrator function.");
        var items = new Dictionary<object, object> { [DurableBinder.OrchestrationKey] = context };
        return await invoker.InvokeAsync(function, context, CancellationToken.None, items);
    }

    private async Task ReportForeignAwaitAsync(InstanceRow instance)
    {
        using var busy = schedule.Busy();
        var failure = TaskFailureDetails.FromException(new InvalidOperationException(OrchestratorThread.ForeignAwaitMessage));
        try
        {
            await database.WriteAsync(session =>
            {
                DurableSql.Send(session, instance.Id, instance.Execution, time.GetUtcNow().UtcTicks, new ExecutionBroken(failure));
                return true;
            });
            schedule.Wake(instance.Id);
        }
        catch (Exception e)
        {
            // The runtime is going down; the next start replays the orchestrator and finds the same fault.
            LogUnreported(e, instance.Id);
        }
    }

    private Task DiscardAsync(List<InboxRow> rows, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            foreach (var row in rows) session.Execute("DELETE FROM durable_inbox WHERE seq = $1", row.Sequence);
            return true;
        },
        cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "Orchestration {Id} ({Name}) failed: {Failure}")]
    private partial void LogFailed(string id, string name, TaskFailureDetails failure);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A rule broken by orchestration {Id} was not stored.")]
    private partial void LogUnreported(Exception e, string id);
}
