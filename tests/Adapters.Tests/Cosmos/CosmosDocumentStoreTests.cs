using System.Text.Json;
using LiquidityRisk.Adapters.Cosmos;
using LiquidityRisk.Flows.Ports;
using Microsoft.Azure.Cosmos;

namespace LiquidityRisk.Adapters.Tests.Cosmos;

public sealed class CosmosDocumentStoreTests(CosmosEmulator emulator) : DocumentStoreConformance, IAsyncLifetime
{
    private CosmosClient _client = null!;
    private CosmosDocumentStore _store = null!;

    protected override IDocumentStore Store => _store;

    // The emulator answers some hundred requests a second; every count costs up to 32 tries.
    protected override int CountsPerTask => 1;

    public async ValueTask InitializeAsync()
    {
        var options = await emulator.OptionsAsync("conformance");
        _client = CosmosConnection.Open(options);
        _store = new CosmosDocumentStore(_client, options, StoreJson.Default.Options, TimeProvider.System);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_item_lies_in_the_container_as_documented()
    {
        var tags = new DocumentTags(Nine.AddTicks(1_239_999), new Title("Head"), TimeSpan.FromSeconds(89.5));
        await _store.WriteAsync(Key("a"), new Note("Alpha", 1.50m), ifMatch: null, tags, Stop);
        using var item = await ItemAsync("a");

        Assert.Equal("a", item.RootElement.GetProperty("id").GetString());
        Assert.Equal(Partition, item.RootElement.GetProperty("partition").GetString());
        Assert.Equal("2026-01-05T09:00:00.123Z|a", item.RootElement.GetProperty("sort").GetString());
        Assert.Equal(90, item.RootElement.GetProperty("ttl").GetInt32());
        Assert.Equal("Head", item.RootElement.GetProperty("head").GetProperty("name").GetString());
        Assert.Equal("Alpha", item.RootElement.GetProperty("body").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Without_lifetime_and_head_an_item_has_neither_property()
    {
        await CreateAsync("a");
        using var item = await ItemAsync("a");
        Assert.False(item.RootElement.TryGetProperty("ttl", out _));
        Assert.False(item.RootElement.TryGetProperty("head", out _));
    }

    [Fact]
    public async Task The_containers_are_created_as_declared()
    {
        await _store.PingAsync(Stop);
        foreach (var (name, lifetime) in Collections.All)
        {
            var container = await _client.GetContainer("conformance", name).ReadContainerAsync(cancellationToken: Stop);
            Assert.Equal("/partition", container.Resource.PartitionKeyPath);
            Assert.Equal((int?)lifetime?.TotalSeconds ?? -1, container.Resource.DefaultTimeToLive);
            Assert.Equal(["/partition/?", "/sort/?"], container.Resource.IndexingPolicy.IncludedPaths.Select(p => p.Path));
            Assert.Contains("/*", container.Resource.IndexingPolicy.ExcludedPaths.Select(p => p.Path));
        }
    }

    private async Task<JsonDocument> ItemAsync(string id)
    {
        using var response = await _client.GetContainer("conformance", Collections.Bonds)
            .ReadItemStreamAsync(id, new PartitionKey(Partition), cancellationToken: Stop);
        return await JsonDocument.ParseAsync(response.Content, cancellationToken: Stop);
    }
}
