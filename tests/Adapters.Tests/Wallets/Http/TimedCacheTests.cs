using LiquidityRisk.Adapters.Wallets.Http;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Adapters.Tests.Wallets.Http;

public sealed class TimedCacheTests
{
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    private readonly ManualTime _time = new();
    private readonly TimedCache<string, int> _cache;
    private int _asked;

    public TimedCacheTests() => _cache = new(Holds, MaxAge, capacity: 2, _time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_is_asked_for_once_while_it_holds()
    {
        Assert.Equal(1, await Get("a"));
        _time.Advance(Holds - TimeSpan.FromTicks(1));
        Assert.Equal(1, await Get("a"));
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(2, await Get("a"));
        Assert.Equal(3, await Get("b"));
    }

    [Fact]
    public async Task The_last_answer_is_given_while_the_source_fails_and_is_not_too_old()
    {
        Assert.Equal(1, await Get("a"));
        _time.Advance(MaxAge);
        Assert.Equal(1, await Fail("a"));
        Assert.Equal(1, await Fail("a")); // within the pause nobody is asked
        Assert.Equal(2, _asked);

        _time.Advance(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAsync<SourceUnavailableException>(() => Fail("a"));
        Assert.Equal(4, await Get("a"));
    }

    [Fact]
    public async Task A_source_that_recovers_is_asked_again_after_a_pause()
    {
        await Get("a");
        _time.Advance(Holds);
        Assert.Equal(1, await Fail("a"));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(3, await Get("a"));
    }

    [Fact]
    public async Task A_failure_without_a_last_answer_is_told_and_not_kept()
    {
        await Assert.ThrowsAsync<SourceUnavailableException>(() => Fail("a"));
        Assert.Equal(2, await Get("a"));
    }

    [Fact]
    public async Task Callers_at_once_share_one_request_and_one_who_gives_up_does_not_end_it()
    {
        var answer = new TaskCompletionSource<int>();
        using var impatient = new CancellationTokenSource();
        var gaveUp = _cache.GetAsync("a", _ => Ask(answer.Task), impatient.Token);
        var others = Enumerable.Range(0, 20).Select(_ => _cache.GetAsync("a", _ => Ask(answer.Task), Stop)).ToList();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gaveUp);
        answer.SetResult(7);
        Assert.All(await Task.WhenAll(others), value => Assert.Equal(7, value));
        Assert.Equal(1, _asked);

        Task<int> Ask(Task<int> pending)
        {
            Interlocked.Increment(ref _asked);
            return pending;
        }
    }

    [Fact]
    public async Task The_oldest_answer_goes_when_there_are_too_many()
    {
        foreach (var key in (string[])["a", "b", "c"])
        {
            await Get(key);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(2, await Get("b"));
        Assert.Equal(3, await Get("c"));
        Assert.Equal(4, await Get("a"));
    }

    private Task<int> Get(string key) => _cache.GetAsync(key, _ => Task.FromResult(++_asked), Stop);

    private Task<int> Fail(string key) => _cache.GetAsync(
        key,
        _ =>
        {
            _asked++;
            throw new SourceUnavailableException(SourceName.DefiLlama, SourceFault.Down, "down");
        },
        Stop);
}
