using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Runtime.Timers;

/// <summary>The timer functions.</summary>
internal sealed class FunctionTimers(
    FunctionCatalog catalog, HostSettings settings, Retries retries, TimerStore store, TimeProvider time, ILogger<FunctionTimers> log)
    : IRuntimePart, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<FunctionTimer> _timers = [];

    public string Name => "timers";

    public bool IsIdle => _timers.TrueForAll(timer => timer.IsIdle);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (function, trigger) in catalog.WithTrigger<TimerTriggerAttribute>())
        {
            if (function.TriggerParameter.ParameterType != typeof(TimerInfo))
                throw new StartupException($"Function {function.Name}: a timer trigger parameter must be of type TimerInfo.");
            var usedBy = $"Function {function.Name}";
            var schedule = new TimerSchedule(settings.Expand(trigger.Schedule, usedBy), usedBy);
            _timers.Add(new FunctionTimer(function, trigger, schedule, store, retries, time, log, _stop.Token));
        }

        foreach (var timer in _timers) await timer.StartAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_timers.Select(timer => timer.StopAsync()))
            .WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _timers.ForEach(timer => timer.Dispose());
        _stop.Dispose();
    }
}
