namespace LiquidityRisk.Local.Runtime.EventHubs;

/// <summary>Lets one loop sleep until there is something to do; a signal that comes before the sleep is not lost.</summary>
internal sealed class WakeUp
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _sleeper;
    private bool _signalled;

    /// <summary>True from the moment the loop sleeps to the moment it is woken.</summary>
    public bool IsAsleep
    {
        get
        {
            lock (_gate) return _sleeper is not null;
        }
    }

    public void Signal()
    {
        lock (_gate)
        {
            _signalled = _sleeper is null;
            _sleeper?.TrySetResult();
            _sleeper = null;
        }
    }

    public Task SleepAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_signalled)
            {
                _signalled = false;
                return Task.CompletedTask;
            }

            _sleeper = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _sleeper.Task.WaitAsync(cancellationToken);
        }
    }
}
