using LiquidityRisk.Flows.Json;
using LiquidityRisk.Flows.Requests;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.TestKit;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.App.Tests.Access;

/// <summary>Several instances over one document store.</summary>
public class SharedAllowancesTests
{
    private const string Wallet = "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2";
    private static readonly RateLimitOptions Options = new(6_000, 600, WalletPerMinute: 60);

    private readonly ManualTime _time = new();
    private readonly MemoryDocumentStore _store;
    private readonly CountingLog _log = new();

    public SharedAllowancesTests() => _store = new MemoryDocumentStore(_time, FlowsJson.Documents);

    [Fact]
    public async Task Two_instances_share_a_wallets_minute()
    {
        var (here, there) = (Instance(), Instance());
        Assert.Equal((40, 15), (Granted(here, 40), Granted(there, 15)));

        await ExchangeAsync(here, there);
        await ExchangeAsync(here, there);

        // There knows all 55; here learns of the others' 15 with its own next request.
        Assert.Equal(5, Granted(there, 100));
        Assert.Equal(1, Granted(here, 1));
        await ExchangeAsync(there, here);
        Assert.Equal(0, Granted(here, 100));
        Assert.Equal(0, Granted(there, 100));
    }

    [Fact]
    public async Task Whoever_was_granted_too_much_earns_it_again_before_he_is_granted_more()
    {
        var all = new[] { Instance(), Instance(), Instance() };
        Assert.Equal(180, all.Sum(i => Granted(i, 100))); // the most that three instances can grant before they hear of each other
        await ExchangeAsync(all);
        await ExchangeAsync(all);
        var granted = 0;
        for (var second = 2; second <= 600; second += 2)
        {
            _time.Advance(SharedAllowances.ExchangeEvery);
            granted += all.Sum(i => Granted(i, 100));
            await ExchangeAsync(all);
        }

        // One a second is earned in the ten minutes; of the 120 that were too many 60 were owed and the others forgiven. At the end some are
        // granted of which not all have heard.
        Assert.InRange(granted, 600 - 60, 600 - 60 + 10);
    }

    [Fact]
    public async Task A_wallet_that_moves_to_another_instance_finds_there_what_it_has_left()
    {
        var (here, there) = (Instance(), Instance());
        Granted(here, 60);
        await ExchangeAsync(here);
        Assert.Equal(1, Granted(there, 1));

        await ExchangeAsync(there);
        var refused = there.Take(Wallet);

        Assert.Equal((false, 0), (refused.IsGranted, refused.Remaining));
        Assert.Equal(TimeSpan.FromSeconds(2), refused.RetryAfter);
        _time.Advance(refused.RetryAfter);
        Assert.True(there.Take(Wallet).IsGranted);
    }

    [Fact]
    public async Task Without_the_store_each_instance_goes_on_alone_and_says_so_once()
    {
        var (here, there) = (Instance(), Instance());
        _store.IsUnavailable = true;
        for (var round = 0; round < 5; round++)
        {
            Granted(here, 10);
            await ExchangeAsync(here);
        }

        Assert.Equal(10, Granted(here, 100));
        Assert.Equal(1, _log.Warnings);

        _store.IsUnavailable = false;
        await ExchangeAsync(here);
        Assert.Equal(1, Granted(there, 1));
        await ExchangeAsync(there);
        Assert.Equal(0, Granted(there, 100)); // nothing was lost while the store was away
    }

    [Fact]
    public async Task Others_who_are_first_every_time_only_delay_an_exchange()
    {
        var (here, there) = (Instance(), Instance());
        Granted(here, 60);
        _store.ConflictOnNextWrites(5);
        await ExchangeAsync(here);
        await ExchangeAsync(here);
        Granted(there, 1);
        await ExchangeAsync(there);

        Assert.Equal(0, Granted(there, 100));
    }

    [Fact]
    public async Task What_nobody_asks_for_costs_nothing()
    {
        var here = Instance();
        Granted(here, 5);
        await ExchangeAsync(here);
        var writes = _store.Writes;

        await ExchangeAsync(here);

        Assert.Equal((1, writes), (writes, _store.Writes));
    }

    private static async Task ExchangeAsync(params SharedAllowances[] instances)
    {
        foreach (var instance in instances) await instance.ExchangeAsync(CancellationToken.None);
    }

    private static int Granted(SharedAllowances instance, int requests) => Enumerable.Range(0, requests).Count(_ => instance.Take(Wallet).IsGranted);

    private SharedAllowances Instance() => new(new Allowances(_time), new SharedBuckets(_store, _time), Options, _log);

    private sealed class CountingLog : ILogger<SharedAllowances>
    {
        public int Warnings { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Warnings += logLevel == LogLevel.Warning ? 1 : 0;
    }
}
