using LiquidityRisk.Adapters.Sqlite;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Adapters.Tests.Sqlite;

public sealed class SqliteDocumentStoreTests : ExpiringDocumentStoreConformance, IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database;
    private readonly SqliteDocumentStore _store;

    public SqliteDocumentStoreTests()
    {
        _database = new SqliteDatabase(_folder.File("documents.db"), SqliteDocumentStore.Schema);
        _store = new SqliteDocumentStore(_database, StoreJson.Default.Options, Clock);
    }

    protected override IDocumentStore Store => _store;

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Documents_and_their_ETags_outlive_a_restart()
    {
        var path = _folder.File("restart.db");
        string first;
        await using (var store = Open(path))
            first = (await store.WriteAsync(Key("a"), new Note("Alpha", 1), ifMatch: null, Tags(), Stop)).ETag;

        await using var again = Open(path);
        Assert.Equal(first, (await again.ReadAsync<Note>(Key("a"), Stop))!.ETag);
        Assert.True((await again.WriteAsync(Key("a"), new Note("Beta", 2), first, Tags(), Stop)).Written);
    }

    [Fact]
    public async Task An_ETag_is_not_given_out_again_after_delete_and_restart()
    {
        var path = _folder.File("restart.db");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var start = 0; start < 3; start++)
        {
            await using var store = Open(path);
            var eTag = (await store.WriteAsync(Key("a"), new Note("Alpha", 1), ifMatch: null, Tags(), Stop)).ETag;
            Assert.True(seen.Add(eTag));
            Assert.True(await store.DeleteAsync(Key("a"), eTag, Stop));
        }
    }

    [Fact]
    public async Task Two_stores_on_one_database_never_give_out_the_same_ETag()
    {
        var other = new SqliteDocumentStore(_database, StoreJson.Default.Options, Clock);
        var first = await CreateAsync("a");
        var second = await other.WriteAsync(Key("a"), new Note("Beta", 2), first, Tags(), Stop);
        Assert.True(second.Written);
        Assert.NotEqual(first, second.ETag);
        Assert.Equal(second.ETag, (await Store.ReadAsync<Note>(Key("a"), Stop))!.ETag);
    }

    [Fact]
    public async Task Expired_documents_are_swept_out_of_the_file_by_later_writes()
    {
        await CreateForAsync(TimeSpan.FromSeconds(30));
        await CreateAsync("b");
        Assert.Equal(2, Rows());
        Clock.Advance(TimeSpan.FromMinutes(2));
        await CreateAsync("c");
        Assert.Equal(2, Rows());

        int Rows() => _database.Read(s => s.First("SELECT count(*) FROM documents", row => row.GetInt32(0)));
    }

    [Fact]
    public async Task A_full_disk_makes_the_store_unavailable_and_it_recovers()
    {
        var eTag = await CreateAsync("a");
        await _database.WriteAsync(s => s.First("PRAGMA max_page_count = 1", row => row.GetInt32(0)));
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => CreateAsync("b", name: new string('x', 1_000_000)));
        Assert.Contains("documents.db", e.Message, StringComparison.Ordinal);

        await _database.WriteAsync(s => s.First("PRAGMA max_page_count = 1000000", row => row.GetInt32(0)));
        await CreateAsync("b");
        Assert.Equal(eTag, (await Store.ReadAsync<Note>(Key("a"), Stop))!.ETag);
    }

    [Fact]
    public async Task A_listing_is_served_by_one_range_of_the_index_without_sorting()
    {
        await CreateAsync("a");
        var plan = _database.Read(s => s.Query(
            $"EXPLAIN QUERY PLAN {SqliteListings.NewestHeads}",
            row => row.GetString(3),
            Collections.Bonds, Partition, 10, 0L, 0L, "", 1L, ""));
        Assert.Contains("documents_time", Assert.Single(plan), StringComparison.Ordinal);
        Assert.Contains("(at,id)>", Assert.Single(plan), StringComparison.Ordinal);
    }

    private SqliteDocumentStore Open(string path) => new(path, StoreJson.Default.Options, Clock);
}
