using LiquidityRisk.Adapters.Wallets.Http;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Adapters.Tests.Wallets.Http;

public sealed class RequestPaceTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task After_a_burst_requests_follow_each_other_at_an_even_pace()
    {
        var pace = new RequestPace(perMinute: 60, burst: 3, queue: 10, TimeSpan.FromHours(1), _time);
        for (var i = 0; i < 3; i++) Assert.True(await pace.EnterAsync(default));
        var waiting = Enumerable.Range(0, 3).Select(_ => pace.EnterAsync(default).AsTask()).ToList();
        for (var passed = 0; passed < 3; passed++)
        {
            Assert.Equal(passed, waiting.Count(w => w.IsCompleted));
            _time.Advance(TimeSpan.FromSeconds(1));
            Assert.True(await waiting[passed]);
        }
    }

    [Fact]
    public async Task An_idle_while_allows_a_burst_again_but_no_more()
    {
        var pace = new RequestPace(perMinute: 60, burst: 3, queue: 0, TimeSpan.FromHours(1), _time);
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 3; i++) Assert.True(await pace.EnterAsync(default));
            Assert.False(await pace.EnterAsync(default));
            _time.Advance(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public async Task Whoever_comes_when_too_many_wait_is_refused_at_once()
    {
        var pace = new RequestPace(perMinute: 60, burst: 1, queue: 2, TimeSpan.FromHours(1), _time);
        Assert.True(await pace.EnterAsync(default));
        var waiting = Enumerable.Range(0, 2).Select(_ => pace.EnterAsync(default).AsTask()).ToList();
        Assert.False(await pace.EnterAsync(default));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await waiting[0]);
        var next = pace.EnterAsync(default).AsTask();
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(await waiting[1]);
        Assert.True(await next);
    }

    [Fact]
    public async Task Whoever_gives_up_makes_room_in_the_queue()
    {
        var pace = new RequestPace(perMinute: 60, burst: 1, queue: 1, TimeSpan.FromHours(1), _time);
        Assert.True(await pace.EnterAsync(default));
        using var cancel = new CancellationTokenSource();
        var waiting = pace.EnterAsync(cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var next = pace.EnterAsync(default).AsTask();
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(await next);
    }

    [Fact]
    public async Task Whoever_would_wait_too_long_is_refused_and_takes_nobodys_turn()
    {
        var pace = new RequestPace(perMinute: 60, burst: 1, queue: 10, TimeSpan.FromSeconds(2), _time);
        Assert.True(await pace.EnterAsync(default));
        var waiting = Enumerable.Range(0, 2).Select(_ => pace.EnterAsync(default).AsTask()).ToList();
        for (var i = 0; i < 5; i++) Assert.False(await pace.EnterAsync(default));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await waiting[0]);
        var next = pace.EnterAsync(default).AsTask();
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(await next);
    }
}
