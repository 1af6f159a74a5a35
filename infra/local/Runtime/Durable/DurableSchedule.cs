using System.Threading.Channels;

namespace LiquidityRisk.Local.Runtime.Durable;

/// <summary>
/// What the durable part has to do now and when it must look again: each instance is worked on by one worker at a time,
/// and one that is woken meanwhile is worked on again.
/// </summary>
internal sealed class DurableSchedule(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, bool> _woken = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, long> _timers = new();
    private readonly Channel<string> _instances = Channel.CreateUnbounded<string>();
    private readonly Channel<ActivityRow> _activities = Channel.CreateUnbounded<ActivityRow>();
    private ITimer? _alarm;
    private long _busy;

    public bool IsIdle => Interlocked.Read(ref _busy) == 0;

    public ChannelReader<string> Instances => _instances.Reader;

    public ChannelReader<ActivityRow> Activities => _activities.Reader;

    /// <summary>Keeps <see cref="IsIdle"/> false until disposed, from before a write until what follows from it is scheduled.</summary>
    public IDisposable Busy()
    {
        Interlocked.Increment(ref _busy);
        return new BusyMark(this);
    }

    public void Wake(string instanceId)
    {
        lock (_gate)
        {
            if (!_woken.TryAdd(instanceId, false))
            {
                _woken[instanceId] = true;
                return;
            }
        }

        Interlocked.Increment(ref _busy);
        _instances.Writer.TryWrite(instanceId);
    }

    /// <summary>A worker is through with an instance.</summary>
    public void Rest(string instanceId)
    {
        lock (_gate)
        {
            if (_woken[instanceId])
            {
                _woken[instanceId] = false;
                _instances.Writer.TryWrite(instanceId);
                return;
            }

            _woken.Remove(instanceId);
        }

        Interlocked.Decrement(ref _busy);
    }

    public void Add(ActivityRow activity)
    {
        Interlocked.Increment(ref _busy);
        _activities.Writer.TryWrite(activity);
    }

    public void Done(ActivityRow _) => Interlocked.Decrement(ref _busy);

    public void WakeAt(long due, string instanceId)
    {
        lock (_gate)
        {
            _timers.Enqueue(instanceId, due);
            SetAlarm();
        }
    }

    public void Add(Aftermath aftermath)
    {
        foreach (var activity in aftermath.Activities) Add(activity);
        foreach (var (due, instance) in aftermath.Timers) WakeAt(due, instance);
        foreach (var instance in aftermath.Instances) Wake(instance);
    }

    public void Dispose()
    {
        _instances.Writer.TryComplete();
        _activities.Writer.TryComplete();
        lock (_gate) _alarm?.Dispose();
    }

    private void Ring()
    {
        List<string> due = [];
        lock (_gate)
        {
            var now = time.GetUtcNow().UtcTicks;
            while (_timers.TryPeek(out var instance, out var at) && at <= now)
            {
                _timers.Dequeue();
                due.Add(instance);
            }

            SetAlarm();
        }

        foreach (var instance in due) Wake(instance);
    }

    private void SetAlarm()
    {
        if (!_timers.TryPeek(out _, out var due)) return;
        var wait = TimeSpan.FromTicks(Math.Max(0, due - time.GetUtcNow().UtcTicks));
        _alarm ??= time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _alarm.Change(wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
    }

    private sealed class BusyMark(DurableSchedule owner) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref owner._busy);
    }
}
