namespace LiquidityRisk.Adapters.Wallets.Http;

/// <summary>
/// Spaces requests out: after a burst they follow each other at an even pace, only so many may wait, and none longer than
/// makes sense (the generic cell rate algorithm, ITU-T I.371, as a virtual schedule). It goes by the injected clock, which the limiters of the platform do not.
/// </summary>
internal sealed class RequestPace(int perMinute, int burst, int queue, TimeSpan longest, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly TimeSpan _interval = TimeSpan.FromMinutes(1) / perMinute;
    private DateTimeOffset _next = DateTimeOffset.MinValue;
    private int _waiting;

    /// <summary>Waits for one's turn; false at once when too many wait already or it is too far off.</summary>
    public async ValueTask<bool> EnterAsync(CancellationToken cancellationToken)
    {
        TimeSpan pause;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var turn = _next > now ? _next : now;
            pause = turn - now - (_interval * (burst - 1));
            if (pause > longest || (pause > TimeSpan.Zero && _waiting >= queue)) return false;
            _next = turn + _interval;
            if (pause <= TimeSpan.Zero) return true;
            _waiting++;
        }

        try
        {
            await Task.Delay(pause, time, cancellationToken);
            return true;
        }
        finally
        {
            lock (_gate) _waiting--;
        }
    }
}
