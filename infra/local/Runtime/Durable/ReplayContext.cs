using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Runtime.Durable;

/// <summary>The orchestrator's view of its execution: numbers what it asks for and hands it what came back.</summary>
internal sealed class ReplayContext(
    string instanceId, long execution, OrchestratorThread thread, DataConverter converter, ILoggerFactory loggers)
    : TaskOrchestrationContext
{
    private readonly Dictionary<int, OpenTask> _open = [];
    private readonly EventBox _events = new(converter);
    private SortedDictionary<int, Scheduled> _asked = [];
    private SortedDictionary<int, Scheduled> _heldBack = [];
    private ExecutionStarted _started = new("", null, null);
    private DateTime _now;
    private bool _replaying = true;
    private object? _customStatus;
    private int _nextId;
    private int _nextGuid;

    public override TaskName Name => _started.Name;

    public override string InstanceId => instanceId;

    public override ParentOrchestrationInstance? Parent =>
        _started.Parent is { } parent ? new(parent.Name, parent.InstanceId) : null;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => _replaying;

    public string? RawInput => _started.Input;

    /// <summary>What was asked for and is not in the history yet.</summary>
    public IReadOnlyCollection<Scheduled> Asked => _asked.Values;

    public string? CustomStatus => converter.Serialize(_customStatus);

    /// <summary>The next execution's start when the orchestrator asked to continue as new.</summary>
    public ExecutionStarted? Next { get; private set; }

    public bool HasOpenTasks => _open.Count > 0;

    public bool IsWaitingForEvent => _events.HasWaiters;

    protected override ILoggerFactory LoggerFactory => loggers;

    public void Start(ExecutionStarted started) => _started = started;

    public void SetClock(DateTime now) => _now = now;

    public void EndReplay() => _replaying = false;

    /// <summary>Checks one recorded request against what the orchestrator asked for this time.</summary>
    public void Confirm(Scheduled recorded)
    {
        var before = $"a previous execution of this orchestration scheduled {recorded} with sequence number {recorded.Id}";
        if (!_asked.TryGetValue(recorded.Id, out var now))
            throw NonDeterministic(recorded.Id, $"{before}, but the current replay has not scheduled anything with this number");
        if (now.GetType() != recorded.GetType() || !string.Equals(now.ToString(), recorded.ToString(), StringComparison.OrdinalIgnoreCase))
            throw NonDeterministic(recorded.Id, $"{before}, but the current replay instead scheduled {now} with this number");
        _asked.Remove(recorded.Id);
    }

    public void Complete(int id, string? result)
    {
        if (_open.Remove(id, out var task)) task.Completion.TrySetResult(result);
    }

    public void Fail(int id, TaskFailureDetails failure)
    {
        if (_open.Remove(id, out var task)) task.Completion.TrySetException(new TaskFailedException(task.Name, id, failure));
    }

    public void Raise(EventRaised raised)
    {
        if (Next is null) _events.Add(raised);
        else Next = Next with { Carried = [.. Next.Carried ?? [], raised] };
    }

    /// <summary>Requests of a suspended execution wait for its resumption.</summary>
    public void HoldBack() => (_heldBack, _asked) = (_asked, []);

    public void LetGo() => (_asked, _heldBack) = (_heldBack, []);

    public void Forget() => _asked.Clear();

    public override T? GetInput<T>()
        where T : default
    {
        thread.ThrowIfForeign();
        return converter.Deserialize<T>(_started.Input);
    }

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        thread.ThrowIfForeign();
        if (input is TaskOptions && options is null)
            throw new ArgumentException("Task options were given as the activity's input; name the argument 'options'.", nameof(input));
        var json = converter.Serialize(input);
        return WithRetry(() => Ask<TResult>(name, id => new ActivityScheduled(id, name, json)), options?.Retry);
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        thread.ThrowIfForeign();
        var child = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        var json = converter.Serialize(input);
        return WithRetry(
            () => Ask<TResult>(orchestratorName, id => new SubOrchestrationScheduled(id, orchestratorName, child, json)),
            options?.Retry);
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        thread.ThrowIfForeign();
        var id = _nextId++;
        var timer = new TaskCompletionSource<string?>();
        _asked.Add(id, new TimerCreated(id, fireAt.ToUniversalTime()));
        _open.Add(id, new OpenTask("timer", timer));
        using var registration = cancellationToken.Register(() =>
        {
            if (timer.TrySetCanceled(cancellationToken)) _open.Remove(id);
        });
        await timer.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        thread.ThrowIfForeign();
        return _events.Wait<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        thread.ThrowIfForeign();
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        var id = _nextId++;
        _asked.Add(id, new EventSent(id, instanceId, eventName, converter.Serialize(payload)));
    }

    public override void SetCustomStatus(object? customStatus)
    {
        thread.ThrowIfForeign();
        _customStatus = customStatus;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        thread.ThrowIfForeign();
        var left = preserveUnprocessedEvents ? _events.TakeAll() : [];
        Next = _started with { Input = converter.Serialize(newInput), Carried = [.. Next?.Carried ?? [], .. left] };
    }

    public override Guid NewGuid()
    {
        thread.ThrowIfForeign();
        var seed = string.Create(CultureInfo.InvariantCulture, $"{instanceId}_{execution}_{_now:o}_{_nextGuid++}");
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 16));
    }

    private async Task<T> Ask<T>(string name, Func<int, Scheduled> request)
    {
        var id = _nextId++;
        var task = new OpenTask(name, new TaskCompletionSource<string?>());
        _asked.Add(id, request(id));
        _open.Add(id, task);
        return converter.Deserialize<T>(await task.Completion.Task)!;
    }

    private async Task<T> WithRetry<T>(Func<Task<T>> attempt, TaskRetryOptions? retry)
    {
        var started = _now;
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException e) when (retry is not null)
            {
                if (!await ShallRetry(retry, e, failures, started)) throw;
            }
        }
    }

    private async Task<bool> ShallRetry(TaskRetryOptions retry, TaskFailedException failure, int failures, DateTime started)
    {
        if (retry.Handler is { } handler)
            return await handler(new RetryContext(this, failures, failure.FailureDetails, _now - started, CancellationToken.None));
        if (RetryDelay.Before(retry.Policy!, failure, failures, _now - started) is not { } delay) return false;
        await CreateTimer(_now + delay, CancellationToken.None);
        return true;
    }

    private static NonDeterministicOrchestrationException NonDeterministic(int id, string what) =>
        new(id, $"{what}. Was the orchestrator's code changed after this instance had started?");

    private sealed record OpenTask(string Name, TaskCompletionSource<string?> Completion);
}
