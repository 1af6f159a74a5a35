using System.Text.Json;
using Microsoft.DurableTask;

namespace LiquidityRisk.Local.Runtime.Durable;

/// <summary>External events of one execution: kept until awaited, given to the newest waiter of their name.</summary>
internal sealed class EventBox(DataConverter converter)
{
    private readonly Dictionary<string, Stack<Waiter>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<EventRaised> _unclaimed = [];

    public bool HasWaiters => _waiters.Values.Any(s => s.Any(w => !w.IsDone));

    public void Add(EventRaised raised)
    {
        // As in Azure, a waiter that was cancelled still takes the next event of its name.
        if (_waiters.TryGetValue(raised.Name, out var waiters) && waiters.TryPop(out var waiter)) waiter.Deliver(raised.Input, converter);
        else _unclaimed.Add(raised);
    }

    public Task<T> Wait<T>(string name, CancellationToken cancellationToken)
    {
        var waiter = new Waiter<T>();
        if (!_waiters.TryGetValue(name, out var waiters)) _waiters.Add(name, waiters = []);
        if (waiters.TryPeek(out var other) && other is not Waiter<T>)
            throw new ArgumentException($"Event '{name}' is already awaited with another type than {typeof(T)}.", nameof(name));
        waiters.Push(waiter);
        var index = _unclaimed.FindIndex(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));
        if (index >= 0)
        {
            var kept = _unclaimed[index];
            _unclaimed.RemoveAt(index);
            Add(kept);
        }

        cancellationToken.Register(() => waiter.Completion.TrySetCanceled(cancellationToken));
        return waiter.Completion.Task;
    }

    public IReadOnlyList<EventRaised> TakeAll()
    {
        EventRaised[] all = [.. _unclaimed];
        _unclaimed.Clear();
        return all;
    }

    private abstract class Waiter
    {
        public abstract bool IsDone { get; }

        public abstract void Deliver(string? json, DataConverter converter);
    }

    private sealed class Waiter<T> : Waiter
    {
        public TaskCompletionSource<T> Completion { get; } = new();

        public override bool IsDone => Completion.Task.IsCompleted;

        public override void Deliver(string? json, DataConverter converter)
        {
            try
            {
                Completion.TrySetResult(converter.Deserialize<T>(json)!);
            }
            catch (JsonException e)
            {
                Completion.TrySetException(e);
            }
        }
    }
}
