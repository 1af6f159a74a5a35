using LiquidityRisk.Domain.Wallets.Security;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Wallets.Security;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiquidityRisk.Flows.Wallets.Tests;

public sealed class SecurityEventsTests
{
    private static readonly WalletAddress Wallet = WalletAddress.Parse("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2");

    private readonly ManualTime _time = new();
    private readonly MemoryDocumentStore _store;
    private readonly SecurityEvents _events;
    private readonly ListSecurityEvents _list;

    public SecurityEventsTests()
    {
        _store = new MemoryDocumentStore(_time, FlowsJson.Documents);
        _events = Instance();
        _list = new ListSecurityEvents(_store, _events, _time);
    }

    [Fact]
    public async Task What_is_unusual_is_listed_newest_first_over_days_and_pages()
    {
        for (var day = 0; day < 5; day++)
        {
            Fail(_events, Wallet);
            Fail(_events, Another(day));
            _time.Advance(TimeSpan.FromDays(1));
        }

        var all = await AllAsync(wallet: null, limit: 3);
        var mine = await AllAsync(Wallet, limit: 2);

        Assert.Equal(10, all.Select(e => (e.Id, e.At)).Distinct().Count());
        Assert.Equal(all.Select(e => e.At).OrderDescending(), all.Select(e => e.At));
        Assert.Equal(5, mine.Count);
        Assert.All(mine, e => Assert.Equal(("many_failed_checks", Wallet.ToString(), 10, 600), (e.Kind, e.WalletAddress, e.Count, e.WindowSeconds)));
        Assert.All(mine, e => Assert.Equal(["203.0.113.0/24"], e.Networks));
    }

    [Fact]
    public async Task A_period_bounds_what_is_listed()
    {
        var start = _time.GetUtcNow();
        for (var day = 0; day < 5; day++)
        {
            Fail(_events, Wallet);
            _time.Advance(TimeSpan.FromDays(1));
        }

        var page = await _list.ListAsync(start.AddDays(1), start.AddDays(3), null, 50, null, CancellationToken.None);

        Assert.Equal([start.AddDays(2), start.AddDays(1)], page.Items.Select(e => e.At));
        await Assert.ThrowsAsync<ArgumentException>(() => _list.ListAsync(null, null, null, 50, "nonsense", CancellationToken.None));
    }

    [Fact]
    public async Task What_two_instances_see_in_one_window_is_one_event()
    {
        var other = Instance();
        Fail(_events, Wallet);
        Fail(other, Wallet);
        await other.StoreAsync(CancellationToken.None);

        Assert.Single(await AllAsync(Wallet, limit: 50));
    }

    [Fact]
    public async Task What_cannot_be_stored_now_is_stored_later()
    {
        Fail(_events, Wallet);
        _store.IsUnavailable = true;
        await _events.StoreAsync(CancellationToken.None);
        _store.IsUnavailable = false;

        Assert.Single(await AllAsync(Wallet, limit: 50));
    }

    [Fact]
    public async Task Whoever_stores_at_the_same_time_loses_nothing()
    {
        for (var i = 0; i < 200; i++) Fail(_events, Another(i));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _events.StoreAsync(CancellationToken.None))));

        Assert.Equal(200, (await AllAsync(wallet: null, limit: 500)).Count);
    }

    [Fact]
    public async Task No_more_wallets_are_watched_than_fit_and_they_make_room_when_left_alone()
    {
        for (var i = 0; i < SecurityEvents.MaxWallets; i++) _events.NoteRequest(Another(i), default);
        Fail(_events, Wallet);
        Assert.Empty(await AllAsync(Wallet, limit: 50));

        _time.Advance(AccessRules.Long + TimeSpan.FromSeconds(1));
        Fail(_events, Wallet);

        Assert.Single(await AllAsync(Wallet, limit: 50));
    }

    private static WalletAddress Another(int number)
    {
        var bytes = new byte[20];
        BitConverter.TryWriteBytes(bytes, number + 1);
        return WalletAddress.FromBytes(bytes);
    }

    private static void Fail(SecurityEvents events, WalletAddress wallet)
    {
        for (var i = 0; i < 10; i++) events.NoteFailedCheck(wallet, ClientOrigins.Of("203.0.113.9"));
    }

    private SecurityEvents Instance() => new(_store, AccessRules.ForLimit(60), _time, NullLogger<SecurityEvents>.Instance);

    private async Task<List<Contracts.Wallets.SecurityEventAnswer>> AllAsync(WalletAddress? wallet, int limit)
    {
        List<Contracts.Wallets.SecurityEventAnswer> all = [];
        string? cursor = null;
        do
        {
            var page = await _list.ListAsync(null, null, wallet, limit, cursor, CancellationToken.None);
            Assert.True(page.Items.Count <= limit);
            all.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return all;
    }
}
