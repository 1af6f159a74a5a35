using System.Text.Json;
using LiquidityRisk.Adapters.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Local.Runtime.Durable;

/// <summary>Writes one orchestrator step: history, consumed messages, outgoing work, timers and the instance, all or nothing.</summary>
internal sealed class StepCommit(SqliteSession session, InstanceRow instance, DateTime now)
{
    private readonly Aftermath _aftermath = new();

    public Aftermath Write(StepWork work, IReadOnlyList<HistoryEvent> fresh, StepResult result)
    {
        if (!UpdateInstance(result)) return _aftermath;
        foreach (var row in work.Inbox) session.Execute("DELETE FROM durable_inbox WHERE seq = $1", row.Sequence);
        foreach (var asked in result.Asked) Start(asked);
        if (result.Next is { } next) ContinueAsNew(next);
        else AppendHistory(work.History.Count, [.. fresh, .. result.Asked]);
        if (result.Outcome is { } outcome) Finish(outcome);
        return _aftermath;
    }

    /// <summary>Fails when the instance was purged or created anew meanwhile.</summary>
    private bool UpdateInstance(StepResult result)
    {
        var status = result.Outcome?.Status
            ?? (result.IsSuspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running);
        return session.Execute(
            """
            UPDATE durable_instances SET status = $1, updated = $2, output = $3, custom_status = $4, failure = $5
            WHERE id = $6 AND execution = $7
            """,
            (int)status, now.Ticks, result.Outcome?.Output, result.CustomStatus,
            result.Outcome?.Failure is { } failure ? JsonSerializer.Serialize(failure) : null,
            instance.Id, instance.Execution) > 0;
    }

    private void AppendHistory(int length, List<HistoryEvent> events)
    {
        foreach (var e in events)
            session.Execute("INSERT INTO durable_history(instance, seq, event) VALUES($1, $2, $3)", instance.Id, length++, e.ToJson());
    }

    private void Start(Scheduled asked)
    {
        switch (asked)
        {
            case ActivityScheduled activity: StartActivity(activity); break;
            case TimerCreated timer: StartTimer(timer); break;
            case SubOrchestrationScheduled child: StartChild(child); break;
            case EventSent sent: Send(sent.InstanceId, null, new EventRaised(sent.Name, sent.Input)); break;
        }
    }

    private void StartActivity(ActivityScheduled activity)
    {
        session.Execute(
            "INSERT INTO durable_activities(instance, execution, task, name, input) VALUES($1, $2, $3, $4, $5)",
            instance.Id, instance.Execution, activity.Id, activity.Name, activity.Input);
        var sequence = session.First("SELECT last_insert_rowid()", r => r.GetInt64(0));
        _aftermath.Activities.Add(
            new ActivityRow(sequence, instance.Id, instance.Execution, activity.Id, activity.Name, activity.Input));
    }

    private void StartTimer(TimerCreated timer)
    {
        DurableSql.Send(session, instance.Id, instance.Execution, timer.FireAt.Ticks, new TimerFired(timer.Id));
        _aftermath.Timers.Add((timer.FireAt.Ticks, instance.Id));
    }

    private void StartChild(SubOrchestrationScheduled child)
    {
        var parent = new ParentLink(instance.Id, instance.Name, instance.Execution, child.Id);
        if (DurableSql.TryCreate(session, child.InstanceId, new ExecutionStarted(child.Name, child.Input, parent), now.Ticks, now.Ticks))
        {
            _aftermath.Instances.Add(child.InstanceId);
            return;
        }

        var failure = new TaskFailureDetails(
            typeof(DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException).FullName!,
            $"An Orchestration instance with the ID {child.InstanceId} already exists.", null, null, null);
        Send(instance.Id, instance.Execution, new TaskFailed(child.Id, failure));
    }

    private void ContinueAsNew(ExecutionStarted next)
    {
        session.Execute("DELETE FROM durable_history WHERE instance = $1", instance.Id);
        session.Execute("DELETE FROM durable_inbox WHERE instance = $1 AND execution = $2", instance.Id, instance.Execution);
        session.Execute(
            "UPDATE durable_instances SET execution = execution + 1, input = $2 WHERE id = $1", instance.Id, next.Input);
        Send(instance.Id, instance.Execution + 1, next);
    }

    private void Finish(Outcome outcome)
    {
        DurableSql.RemovePending(session, instance.Id);
        if (instance.ParentLink is not { } parent) return;
        HistoryEvent answer = outcome.Status == OrchestrationRuntimeStatus.Completed
            ? new TaskCompleted(parent.TaskId, outcome.Output)
            : new TaskFailed(parent.TaskId, outcome.Failure ?? new("(unknown)", $"The sub-orchestration was terminated: {outcome.Output}", null, null, null));
        Send(parent.InstanceId, parent.Execution, answer);
    }

    private void Send(string target, long? execution, HistoryEvent e)
    {
        DurableSql.Send(session, target, execution, now.Ticks, e);
        _aftermath.Instances.Add(target);
    }
}
