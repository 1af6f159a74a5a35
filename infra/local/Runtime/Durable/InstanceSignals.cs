using System.Collections.Concurrent;

namespace LiquidityRisk.Local.Runtime.Durable;

/// <summary>Lets callers wait until something is true of an instance, looking again after each of its steps.</summary>
internal sealed class InstanceSignals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);

    public void Changed(string instanceId)
    {
        if (_waiting.TryRemove(instanceId, out var signal)) signal.TrySetResult();
    }

    public async Task<T> WaitAsync<T>(string instanceId, Func<T?> look, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            var signal = _waiting.GetOrAdd(instanceId, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
            if (look() is { } found) return found;
            await signal.Task.WaitAsync(cancellationToken);
        }
    }
}
