using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Runtime.Timers;

/// <summary>
/// Runs one timer function at the instants of its schedule. Runs never overlap: occurrences that fall into a run are made up
/// for by one run right after it. A status on disk tells after a restart whether an occurrence was missed.
/// </summary>
internal sealed class FunctionTimer : IDisposable
{
    /// <summary>Longest single wait, so that a corrected clock is noticed; also below the limit of a timer.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly FunctionEntry _function;
    private readonly TimerTriggerAttribute _trigger;
    private readonly TimerSchedule _schedule;
    private readonly TimerStore? _store;
    private readonly Retries _retries;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly CancellationToken _stop;
    private readonly ITimer _timer;
    private DateTime _last;
    private DateTime _next;
    private DateTime? _missed;
    private bool _runs;
    private int _busy;
    private volatile bool _awaitsClock;
    private Task _work = Task.CompletedTask;

    public FunctionTimer(
        FunctionEntry function,
        TimerTriggerAttribute trigger,
        TimerSchedule schedule,
        TimerStore store,
        Retries retries,
        TimeProvider time,
        ILogger log,
        CancellationToken stop)
    {
        (_function, _trigger, _schedule, _retries, _time, _log, _stop) = (function, trigger, schedule, retries, time, log, stop);
        _store = IsMonitored() ? store : null;
        _timer = time.CreateTimer(_ => OnTimer(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool IsIdle => Volatile.Read(ref _busy) == 0 || _awaitsClock;

    public async Task StartAsync()
    {
        var now = Now;
        var known = _store?.Read(_function.Name, _schedule);
        var isPastDue = known?.Next <= now;
        _last = known?.Last ?? default;
        _next = known is null || isPastDue ? _schedule.NextAfter(now) : known.Next;
        if (known is null && _store is not null) await _store.WriteAsync(_function.Name, _schedule, _last, _next);
        lock (_gate) Arm(now);
        if (isPastDue) Trigger(known!.Next, isPastDue: true);
        else if (_trigger.RunOnStartup) Trigger(now, isPastDue: false);
    }

    public Task StopAsync()
    {
        lock (_gate)
        {
            _timer.Dispose();
            return _work;
        }
    }

    public void Dispose() => _timer.Dispose();

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    /// <summary>As on Azure, a schedule that is due more than once a minute keeps no status.</summary>
    private bool IsMonitored()
    {
        var first = _schedule.NextAfter(Now);
        return _trigger.UseMonitor && (first == DateTime.MaxValue || _schedule.NextAfter(first) - first >= TimeSpan.FromMinutes(1));
    }

    private void OnTimer()
    {
        DateTime due;
        lock (_gate)
        {
            if (_stop.IsCancellationRequested) return;
            var now = Now;
            due = _next;
            if (due <= now)
            {
                _next = _schedule.NextAfter(due);
                if (_next <= now) _next = _schedule.NextAfter(now);
            }

            Arm(now);
            if (due > now) return;
        }

        Trigger(due, isPastDue: false);
    }

    private void Arm(DateTime now)
    {
        if (_next == DateTime.MaxValue) return;
        var wait = _next - now;
        _timer.Change(wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
    }

    private void Trigger(DateTime due, bool isPastDue)
    {
        lock (_gate)
        {
            if (_runs)
            {
                _missed = due;
                return;
            }

            _runs = true;
            Interlocked.Increment(ref _busy);
        }

        // Runs on the thread of the clock up to the function's first wait, so that a turned clock meets it at the exact instant.
        var work = RunAsync(due, isPastDue);
        lock (_gate) _work = work;
    }

    private async Task RunAsync(DateTime due, bool isPastDue)
    {
        try
        {
            for (DateTime? occurrence = due; occurrence is { } instant; isPastDue = false)
            {
                var info = new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = Status(instant) };
                await _retries.RunAsync(_function, new InvocationInput(info), waiting => _awaitsClock = waiting, _stop);
                DateTime next;
                lock (_gate)
                {
                    (occurrence, _missed) = (_missed, null);
                    _runs = occurrence is not null;
                    _last = instant;
                    next = _next;
                }

                await StoreAsync(instant, occurrence ?? next);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The status on disk still names this occurrence, so the next start runs it as past due.
        }
        finally
        {
            Interlocked.Decrement(ref _busy);
        }
    }

    private async Task StoreAsync(DateTime last, DateTime next)
    {
        try
        {
            if (_store is not null) await _store.WriteAsync(_function.Name, _schedule, last, next);
        }
        catch (Exception e) when (!_stop.IsCancellationRequested)
        {
            _log.LogError(e, "Timer {Function}: its status could not be stored; the timer goes on.", _function.Name);
        }
    }

    private ScheduleStatus? Status(DateTime due) =>
        _store is null ? null : new ScheduleStatus { Last = _last, LastUpdated = _last, Next = due };
}
