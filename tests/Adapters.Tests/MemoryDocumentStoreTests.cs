using LiquidityRisk.Flows.Ports;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Adapters.Tests;

public sealed class MemoryDocumentStoreTests : ExpiringDocumentStoreConformance
{
    private readonly MemoryDocumentStore _store;

    public MemoryDocumentStoreTests() => _store = new MemoryDocumentStore(Clock);

    protected override IDocumentStore Store => _store;

    [Fact]
    public async Task A_conflict_that_a_test_asks_for_happens_once()
    {
        var eTag = await CreateAsync("a");
        _store.ConflictOnNextWrites();
        Assert.False((await _store.WriteAsync(Key("a"), new Note("Beta", 2), eTag, Tags(), Stop)).Written);
        Assert.True((await _store.WriteAsync(Key("a"), new Note("Beta", 2), eTag, Tags(), Stop)).Written);
        Assert.Equal(2, _store.Writes);
    }

    [Fact]
    public async Task An_unavailable_store_says_so_until_it_is_back()
    {
        _store.IsUnavailable = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.PingAsync(Stop));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => CreateAsync("a"));
        _store.IsUnavailable = false;
        await CreateAsync("a");
    }
}
