using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Runtime.Hosting;

/// <summary>Runs a function again after a failure, as its retry attribute says.</summary>
internal sealed class Retries(FunctionInvoker invoker, TimeProvider time, ILogger<Retries> log)
{
    /// <summary>Runs the function until it succeeds or the retries are used up; the last failure is logged.</summary>
    /// <param name="function">What to run.</param>
    /// <param name="input">Given to every attempt.</param>
    /// <param name="waiting">Told when a wait for the clock begins and ends.</param>
    /// <param name="cancellationToken">Ends the run; the cancellation is thrown.</param>
    /// <returns>False when every attempt failed.</returns>
    public async Task<bool> RunAsync(
        FunctionEntry function, InvocationInput input, Action<bool> waiting, CancellationToken cancellationToken)
    {
        var policy = function.Method.GetCustomAttribute<RetryAttribute>();
        for (var retry = 0; ; retry++)
        {
            try
            {
                await invoker.InvokeAsync(function, input with { Retry = new RetryState(retry, policy?.MaxRetryCount ?? 0) }, cancellationToken);
                return true;
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
            catch (Exception e)
            {
                var again = policy is not null && (policy.MaxRetryCount < 0 || retry < policy.MaxRetryCount);
                log.LogError(e, "Function {Function} failed at attempt {Attempt}; {Next}.",
                    function.Name, retry + 1, again ? "it will be tried again" : "it is not tried again");
                if (!again) return false;
            }

            await WaitAsync(Delay(policy!, retry), waiting, cancellationToken);
        }
    }

    /// <summary>The wait before the next attempt: fixed, or doubling from the minimum to the maximum.</summary>
    public static TimeSpan Delay(RetryAttribute policy, int retry) => policy switch
    {
        FixedDelayRetryAttribute fixedDelay => TimeSpan.Parse(fixedDelay.DelayInterval, CultureInfo.InvariantCulture),
        ExponentialBackoffRetryAttribute backoff => Doubled(
            TimeSpan.Parse(backoff.MinimumInterval, CultureInfo.InvariantCulture),
            TimeSpan.Parse(backoff.MaximumInterval, CultureInfo.InvariantCulture),
            retry),
        _ => TimeSpan.Zero,
    };

    private static TimeSpan Doubled(TimeSpan minimum, TimeSpan maximum, int times)
    {
        var ticks = minimum.Ticks * Math.Pow(2, Math.Min(times, 40));
        return ticks < maximum.Ticks ? TimeSpan.FromTicks((long)ticks) : maximum;
    }

    private async Task WaitAsync(TimeSpan delay, Action<bool> waiting, CancellationToken cancellationToken)
    {
        if (delay <= TimeSpan.Zero) return;
        var gate = new Lock();
        var due = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var cancelled = cancellationToken.Register(() => due.TrySetCanceled(cancellationToken));
        ITimer timer;
        lock (gate)
        {
            timer = time.CreateTimer(_ => End(), null, delay, Timeout.InfiniteTimeSpan);
            waiting(true);
        }

        await using var _ = timer;
        await due.Task;

        void End()
        {
            lock (gate) waiting(false);
            due.TrySetResult();
        }
    }
}
