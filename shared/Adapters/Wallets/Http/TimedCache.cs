using LiquidityRisk.Flows.Wallets.Sources;

namespace LiquidityRisk.Adapters.Wallets.Http;

/// <summary>
/// Keeps answers for a time. Callers who ask for the same thing at once share one request, which goes on when one of them gives up.
/// When a source fails, its last answer is given while it is not too old, and the source is asked again after a pause. An answer's
/// own <c>AsOf</c> says how old it is.
/// </summary>
/// <param name="holds">How long an answer holds.</param>
/// <param name="maxAge">How old an answer may be that is given while the source fails.</param>
/// <param name="capacity">Most answers kept; the oldest goes first.</param>
/// <param name="time">The clock.</param>
internal sealed class TimedCache<TKey, TValue>(TimeSpan holds, TimeSpan maxAge, int capacity, TimeProvider time)
    where TKey : notnull
{
    // After a failed refresh the old answer is given so long without asking: callers do not wait for all attempts time and again.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, Answer> _answers = [];
    private readonly Dictionary<TKey, Task<TValue>> _underWay = [];

    /// <summary>Gives what is kept or asks for it.</summary>
    /// <exception cref="SourceUnavailableException">The source failed and nothing young enough is kept.</exception>
    public Task<TValue> GetAsync(TKey key, Func<CancellationToken, Task<TValue>> ask, CancellationToken cancellationToken)
    {
        Task<TValue> task;
        lock (_gate)
        {
            if (_answers.TryGetValue(key, out var answer) && answer.AskAgainAt > time.GetUtcNow()) return Task.FromResult(answer.Value);
            if (!_underWay.TryGetValue(key, out task!))
            {
                task = Task.Run(() => RefreshAsync(key, ask), CancellationToken.None);
                _underWay.Add(key, task);
            }
        }

        return task.WaitAsync(cancellationToken);
    }

    // The request has a time limit of its own; it belongs to all who wait for it, so that none of them cancels it.
    private async Task<TValue> RefreshAsync(TKey key, Func<CancellationToken, Task<TValue>> ask)
    {
        try
        {
            var value = await ask(CancellationToken.None);
            Keep(key, value);
            return value;
        }
        catch (SourceUnavailableException) when (YoungEnough(key) is { } old)
        {
            return old.Value;
        }
        finally
        {
            lock (_gate) _underWay.Remove(key);
        }
    }

    private void Keep(TKey key, TValue value)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            _answers[key] = new Answer(value, now, now + holds);
            if (_answers.Count > capacity) _answers.Remove(_answers.MinBy(a => a.Value.At).Key);
        }
    }

    private Answer? YoungEnough(TKey key)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (!_answers.TryGetValue(key, out var answer) || now - answer.At > maxAge) return null;
            return _answers[key] = answer with { AskAgainAt = now + PauseAfterFailure };
        }
    }

    private sealed record Answer(TValue Value, DateTimeOffset At, DateTimeOffset AskAgainAt);
}
