using LiquidityRisk.TestKit;

namespace LiquidityRisk.Adapters.Tests.Cosmos;

/// <summary>A clock that turns by itself over pauses of up to ten seconds; longer timers (deadlines) fall due on the way.</summary>
public sealed class AutoTime : TimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly ManualTime _time = new();

    public override long TimestampFrequency => _time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _time.GetUtcNow();

    public override long GetTimestamp() => _time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _time.CreateTimer(callback, state, dueTime, period);
        if (dueTime >= TimeSpan.Zero && dueTime <= LongestPause) _ = Task.Run(() => _time.Advance(dueTime));
        return timer;
    }
}
