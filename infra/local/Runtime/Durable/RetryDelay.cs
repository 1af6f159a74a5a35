using Microsoft.DurableTask;

namespace LiquidityRisk.Local.Runtime.Durable;

internal static class RetryDelay
{
    /// <summary>How long to wait before the next attempt; null when the policy allows none.</summary>
    public static TimeSpan? Before(RetryPolicy policy, TaskFailedException failure, int failures, TimeSpan elapsed)
    {
        if (failures >= policy.MaxNumberOfAttempts || !IsHandled(policy, failure)) return null;
        if (policy.RetryTimeout != Timeout.InfiniteTimeSpan && elapsed >= policy.RetryTimeout) return null;
        var delay = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, failures - 1);
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        return delay < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(delay) : longest;
    }

    private static bool IsHandled(RetryPolicy policy, TaskFailedException failure)
    {
        try
        {
            return policy.Handle(failure);
        }
        catch (Exception)
        {
            // The failure itself must reach the orchestrator, not a fault of its filter.
            return false;
        }
    }
}
