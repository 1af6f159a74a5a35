namespace LiquidityRisk.Local.Runtime.Durable;

/// <summary>
/// Runs an orchestrator and all its continuations on one thread, one after another. Whatever arrives from another thread
/// comes from a task that the history knows nothing of, so it is not run but reported.
/// </summary>
internal sealed class OrchestratorThread(Action reportForeignAwait) : SynchronizationContext
{
    public const string ForeignAwaitMessage =
        "An invalid asynchronous invocation was detected: the orchestrator awaited a task that is not durable (such as "
        + "Task.Delay, Task.Run or I/O). Use the context's timers and activities, or do the work in an activity.";

    private readonly Queue<(SendOrPostCallback Callback, object? State)> _continuations = new();
    private volatile int _threadId;
    private int _reported;

    public bool IsCurrent => _threadId == Environment.CurrentManagedThreadId;

    public void Run(Action work)
    {
        var previous = Current;
        SetSynchronizationContext(this);
        _threadId = Environment.CurrentManagedThreadId;
        try
        {
            work();
        }
        finally
        {
            _threadId = 0;
            SetSynchronizationContext(previous);
        }
    }

    public void Drain()
    {
        while (_continuations.TryDequeue(out var next)) next.Callback(next.State);
    }

    public void ThrowIfForeign()
    {
        if (IsCurrent) return;
        Report();
        throw new InvalidOperationException(ForeignAwaitMessage);
    }

    /// <summary>Nothing more needs to be reported: the execution has ended.</summary>
    public void Silence() => Volatile.Write(ref _reported, 1);

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsCurrent) _continuations.Enqueue((d, state));
        else Report();
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (IsCurrent) d(state);
        else Report();
    }

    public override SynchronizationContext CreateCopy() => this;

    private void Report()
    {
        if (Interlocked.Exchange(ref _reported, 1) == 0) reportForeignAwait();
    }
}
