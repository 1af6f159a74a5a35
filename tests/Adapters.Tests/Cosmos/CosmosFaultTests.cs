using System.Net;
using System.Net.Sockets;
using LiquidityRisk.Adapters.Cosmos;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.TestKit;
using Microsoft.Azure.Cosmos;

namespace LiquidityRisk.Adapters.Tests.Cosmos;

/// <summary>What the adapter does when the server fails. The clock turns by itself whenever the adapter waits.</summary>
public sealed class CosmosFaultTests(CosmosEmulator emulator) : IAsyncLifetime
{
    private static readonly DocumentTags Tags = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));

    private readonly FaultyServer _server = new();
    private readonly AutoTime _time = new();
    private CosmosClient _client = null!;
    private CosmosDocumentStore _store = null!;
    private CosmosOptions _options = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DocumentKey Key => new(Collections.Bonds, TestContext.Current.Test!.UniqueID, "a");

    public async ValueTask InitializeAsync()
    {
        _options = (await emulator.OptionsAsync("faults")) with { GiveUpAfter = TimeSpan.FromSeconds(30) };
        _client = CosmosConnection.Open(_options, client => client.CustomHandlers.Add(_server));
        _store = new CosmosDocumentStore(_client, _options, StoreJson.Default.Options, _time);
        await _store.PingAsync(Stop);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData((HttpStatusCode)449)]
    public async Task A_passing_fault_is_retried_after_a_pause(HttpStatusCode status)
    {
        var before = _server.Requests;
        var started = _time.GetUtcNow();
        _server.FailNext(status, times: 3);
        Assert.True((await _store.WriteAsync(Key, new Item(1), ifMatch: null, Tags, Stop)).Written);
        Assert.Equal(4, _server.Requests - before);
        Assert.InRange(_time.GetUtcNow() - started, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(15));

        _server.FailNext(status);
        Assert.NotNull(await _store.ReadAsync<Item>(Key, Stop));
        _server.FailNext(status);
        Assert.Single((await _store.ListAsync<Item>(new(Key.Collection, Key.Partition), Stop)).Items);
    }

    [Fact]
    public async Task A_server_that_stays_away_is_given_up_in_bounded_time_with_a_clear_message()
    {
        var started = _time.GetUtcNow();
        _server.Always = HttpStatusCode.ServiceUnavailable;
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await _store.ReadAsync<Item>(Key, Stop));

        Assert.InRange(_time.GetUtcNow() - started, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40));
        Assert.Contains($"read document bonds/{Key.Partition}/a", e.Message, StringComparison.Ordinal);
        Assert.Contains("https://127.0.0.1:", e.Message, StringComparison.Ordinal);
        Assert.Contains("tried for ", e.Message, StringComparison.Ordinal);
        Assert.Contains("status 503", e.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.PingAsync(Stop));
        _server.Always = null;
        Assert.Null(await _store.ReadAsync<Item>(Key, Stop));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task A_refused_sign_in_is_reported_at_once(HttpStatusCode status)
    {
        var before = _server.Requests;
        _server.Always = status;
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await _store.ReadAsync<Item>(Key, Stop));
        Assert.Contains($"{(int)status}", e.Message, StringComparison.Ordinal);
        Assert.Equal(1, _server.Requests - before);
    }

    [Fact]
    public async Task A_replica_that_is_behind_is_asked_again_instead_of_taking_the_document_for_missing()
    {
        await _store.WriteAsync(Key, new Item(1), ifMatch: null, Tags, Stop);
        _server.FailNext(HttpStatusCode.NotFound, subStatus: 1002);
        Assert.NotNull(await _store.ReadAsync<Item>(Key, Stop));
    }

    [Fact]
    public async Task A_missing_container_is_not_taken_for_a_missing_document()
    {
        _server.FailNext(HttpStatusCode.NotFound, subStatus: 1003);
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await _store.ReadAsync<Item>(Key, Stop));
    }

    [Fact]
    public async Task A_create_whose_answer_was_lost_is_reported_as_written()
    {
        _server.FailNext(HttpStatusCode.RequestTimeout, afterWork: true);
        var written = await _store.WriteAsync(Key, new Item(1), ifMatch: null, Tags, Stop);
        Assert.True(written.Written);
        Assert.Equal((await _store.ReadAsync<Item>(Key, Stop))!.ETag, written.ETag);
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_is_reported_as_written()
    {
        var first = await _store.WriteAsync(Key, new Item(1), ifMatch: null, Tags, Stop);
        _server.FailNext(HttpStatusCode.ServiceUnavailable, afterWork: true);
        var second = await _store.WriteAsync(Key, new Item(2), first.ETag, Tags, Stop);
        Assert.True(second.Written);
        Assert.NotEqual(first.ETag, second.ETag);
        Assert.Equal((await _store.ReadAsync<Item>(Key, Stop))!.ETag, second.ETag);
    }

    [Fact]
    public async Task A_change_that_lost_to_somebody_else_while_being_retried_is_a_conflict_even_with_equal_content()
    {
        var first = await _store.WriteAsync(Key, new Item(1), ifMatch: null, Tags, Stop);
        Assert.True((await _store.WriteAsync(Key, new Item(2), first.ETag, Tags, Stop)).Written);
        _server.FailNext(HttpStatusCode.ServiceUnavailable);
        Assert.False((await _store.WriteAsync(Key, new Item(2), first.ETag, Tags, Stop)).Written);
    }

    [Fact]
    public async Task A_deletion_whose_answer_was_lost_claims_nothing()
    {
        var first = await _store.WriteAsync(Key, new Item(1), ifMatch: null, Tags, Stop);
        _server.FailNext(HttpStatusCode.ServiceUnavailable, afterWork: true);
        Assert.False(await _store.DeleteAsync(Key, first.ETag, Stop));
        Assert.Null(await _store.ReadAsync<Item>(Key, Stop));
    }

    [Fact]
    public async Task Cancelling_ends_the_retries()
    {
        using var cancel = new CancellationTokenSource();
        _server.Always = HttpStatusCode.ServiceUnavailable;
        _server.OnFault = cancel.Cancel;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _store.ReadAsync<Item>(Key, cancel.Token));
    }

    [Fact]
    public async Task Where_nobody_listens_the_store_is_unavailable_in_bounded_time()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var endpoint = $"https://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        var options = _options with
        {
            ConnectionString = $"AccountEndpoint={endpoint};AccountKey=ZW11bGF0b3I=",
            AttemptTimeout = TimeSpan.FromMilliseconds(500),
            GiveUpAfter = TimeSpan.FromSeconds(1),
        };
        using var client = CosmosConnection.Open(options);
        var store = new CosmosDocumentStore(client, options, StoreJson.Default.Options, TimeProvider.System);
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.PingAsync(Stop)).WaitAsync(TimeSpan.FromSeconds(60), Stop);
        Assert.Contains(endpoint, e.Message, StringComparison.Ordinal);
    }

    private sealed record Item(int Number);
}
