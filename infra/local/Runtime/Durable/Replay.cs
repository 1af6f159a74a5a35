using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Runtime.Durable;

/// <summary>How an execution ended.</summary>
internal sealed record Outcome(OrchestrationRuntimeStatus Status, string? Output, TaskFailureDetails? Failure = null);

/// <summary>
/// What one step of an orchestrator leads to: new requests; the outcome, null while the execution goes on or continues as
/// new; and in the latter case the start of the next execution.
/// </summary>
internal sealed record StepResult(
    IReadOnlyList<Scheduled> Asked, Outcome? Outcome, ExecutionStarted? Next, string? CustomStatus, bool IsSuspended);

/// <summary>
/// Runs an orchestrator from its beginning through the recorded history and the newly arrived events, on the calling thread.
/// </summary>
internal sealed class Replay
{
    private readonly Func<ReplayContext, Task<object?>> _orchestrator;
    private readonly DataConverter _converter;
    private readonly OrchestratorThread _thread;
    private readonly ReplayContext _context;
    private readonly Queue<HistoryEvent> _held = new();
    private Task<object?>? _run;
    private Outcome? _outcome;
    private bool _suspended;

    /// <summary>Prepares a replay; it can be run once.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="execution">Which execution of it, counted from 1.</param>
    /// <param name="orchestrator">Starts the orchestrator's code.</param>
    /// <param name="converter">For inputs and outputs.</param>
    /// <param name="loggers">For the orchestrator's loggers.</param>
    /// <param name="reportForeignAwait">Called once, possibly after the step, when a task that is not durable was awaited.</param>
    public Replay(
        string instanceId,
        long execution,
        Func<ReplayContext, Task<object?>> orchestrator,
        DataConverter converter,
        ILoggerFactory loggers,
        Action reportForeignAwait)
    {
        _orchestrator = orchestrator;
        _converter = converter;
        _thread = new OrchestratorThread(reportForeignAwait);
        _context = new ReplayContext(instanceId, execution, _thread, converter, loggers);
    }

    public StepResult Run(IEnumerable<HistoryEvent> past, IEnumerable<HistoryEvent> fresh)
    {
        _thread.Run(() =>
        {
            try
            {
                foreach (var e in past) Play(e);
                _context.EndReplay();
                foreach (var e in fresh) Play(e);
                Conclude();
            }
            catch (NonDeterministicOrchestrationException e)
            {
                Break(TaskFailureDetails.FromException(e));
            }
        });
        if (_outcome is not null) _thread.Silence();
        var ended = _outcome is null && IsDone && _context.Next is not null;
        return new StepResult([.. _context.Asked], _outcome, ended ? _context.Next : null, _context.CustomStatus, _suspended);
    }

    private bool IsDone => _run is { IsCompleted: true } && !_context.HasOpenTasks;

    private void Play(HistoryEvent e)
    {
        if (e is StepStarted step) _context.SetClock(step.At);
        else if (_suspended && e is not (ExecutionSuspended or ExecutionResumed or ExecutionTerminated or ExecutionBroken)) _held.Enqueue(e);
        else if (_outcome is null) Apply(e);
        _thread.Drain();
    }

    private void Apply(HistoryEvent e)
    {
        switch (e)
        {
            case ExecutionStarted started:
                _context.Start(started);
                _run = _orchestrator(_context);
                foreach (var carried in started.Carried ?? []) Play(carried);
                break;
            case Scheduled scheduled: _context.Confirm(scheduled); break;
            case TaskCompleted completed: _context.Complete(completed.Id, completed.Result); break;
            case TaskFailed failed: _context.Fail(failed.Id, failed.Failure); break;
            case TimerFired fired: _context.Complete(fired.Id, null); break;
            case EventRaised raised: _context.Raise(raised); break;
            case ExecutionSuspended: Suspend(); break;
            case ExecutionResumed: Resume(); break;
            case ExecutionTerminated terminated: End(new Outcome(OrchestrationRuntimeStatus.Terminated, terminated.Output)); break;
            case ExecutionBroken broken: Break(broken.Failure); break;
        }
    }

    private void Suspend()
    {
        if (_suspended) return;
        _suspended = true;
        _context.HoldBack();
    }

    private void Resume()
    {
        if (!_suspended) return;
        _suspended = false;
        _context.LetGo();
        while (!_suspended && _held.TryDequeue(out var e)) Play(e);
    }

    // As in Azure, an orchestrator that has returned stays open until its open tasks are done.
    private void Conclude()
    {
        if (_outcome is not null) return;
        if (IsDone) ConcludeWith(_run!);
        else if (_run is { IsCompleted: false } && !_suspended && !_context.HasOpenTasks && !_context.IsWaitingForEvent)
            Break(TaskFailureDetails.FromException(new InvalidOperationException(OrchestratorThread.ForeignAwaitMessage)));
    }

    private void ConcludeWith(Task<object?> run)
    {
        try
        {
            var output = _converter.Serialize(run.GetAwaiter().GetResult());
            if (_context.Next is null) _outcome = new Outcome(OrchestrationRuntimeStatus.Completed, output);
        }
        catch (Exception e)
        {
            _outcome = new Outcome(OrchestrationRuntimeStatus.Failed, e.Message, TaskFailureDetails.FromException(e));
        }
    }

    private void Break(TaskFailureDetails failure) =>
        End(new Outcome(OrchestrationRuntimeStatus.Failed, failure.ErrorMessage, failure));

    private void End(Outcome outcome)
    {
        _context.Forget();
        _outcome = outcome;
    }
}
