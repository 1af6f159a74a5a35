using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;
using LiquidityRisk.Flows.Ports;
using Microsoft.Azure.Cosmos;

namespace LiquidityRisk.Adapters.Cosmos;

/// <summary>The document store on Cosmos DB: point operations by stream, and queries within one partition.</summary>
/// <remarks>
/// <para>
/// Listings order on the server by one indexed property (see <see cref="CosmosEnvelope"/>). The query goes straight to the
/// partition (optimistic direct execution) instead of asking for a query plan first; it stays correct when the service
/// falls back to a plan, for instance while a partition splits. Equal times order by id as the service compares strings;
/// ids that mix characters above U+FFFF with U+E000 to U+FFFF may order otherwise there than elsewhere.
/// </para>
/// <para>
/// A write that timed out may have happened. When its repetition then meets a conflict, the store looks whether the
/// document carries this write's own mark, and if so reports it as written. A deletion cannot leave a mark: it reports
/// false then, as if somebody else had been first.
/// </para>
/// <para>Expiry is the server's; documents that have expired are neither read nor listed.</para>
/// </remarks>
public sealed class CosmosDocumentStore(
    CosmosClient client, CosmosOptions options, JsonSerializerOptions json, TimeProvider time) : IDocumentStore
{
    private readonly CosmosCalls _calls = new(options, time);
    private volatile bool _containersExist = !options.IsEmulator;

    /// <inheritdoc/>
    public async ValueTask<StoredDocument<T>?> ReadAsync<T>(DocumentKey key, CancellationToken cancellationToken)
        where T : class
    {
        DocumentRules.Check(key);
        using var response = await ReadItemAsync(key, cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : CosmosEnvelope.Read<T>(Content(response), json);
    }

    /// <inheritdoc/>
    public async ValueTask<StoredDocument<T>?> RefreshAsync<T>(DocumentKey key, StoredDocument<T> known, CancellationToken cancellationToken)
        where T : class
    {
        DocumentRules.Check(key);
        using var response = await ReadItemAsync(key, cancellationToken, known.ETag);
        if (response.StatusCode == HttpStatusCode.NotModified || string.Equals(response.Headers.ETag, known.ETag, StringComparison.Ordinal)) return known;
        return response.StatusCode == HttpStatusCode.NotFound ? null : CosmosEnvelope.Read<T>(Content(response), json);
    }

    /// <inheritdoc/>
    public async ValueTask<WriteResult> WriteAsync<T>(
        DocumentKey key, T body, string? ifMatch, DocumentTags tags, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(body);
        DocumentRules.Check(key);
        var mark = CosmosEnvelope.NewMark();
        var item = CosmosEnvelope.Write(key, body, tags, mark, json);
        var container = await ContainerAsync(key.Collection, cancellationToken);
        var partition = new PartitionKey(key.Partition);
        var attempts = 0;
        using var response = await _calls.SendAsync(
            $"write {Name(key)}",
            token =>
            {
                attempts++;
                return ifMatch is null
                    ? container.CreateItemStreamAsync(Stream(item), partition, cancellationToken: token)
                    : container.ReplaceItemStreamAsync(Stream(item), key.Id, partition, IfMatch(ifMatch), token);
            },
            cancellationToken);
        if (response.IsSuccessStatusCode) return new(Written: true, response.Headers.ETag);
        return attempts > 1 ? await FindOwnAsync(key, mark, cancellationToken) : WriteResult.Conflict;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(DocumentKey key, string ifMatch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ifMatch);
        DocumentRules.Check(key);
        var container = await ContainerAsync(key.Collection, cancellationToken);
        using var response = await _calls.SendAsync(
            $"delete {Name(key)}",
            token => container.DeleteItemStreamAsync(key.Id, new PartitionKey(key.Partition), IfMatch(ifMatch), token),
            cancellationToken);
        return response.IsSuccessStatusCode;
    }

    /// <inheritdoc/>
    public Task<DocumentPage<T>> ListAsync<T>(ListQuery query, CancellationToken cancellationToken)
        where T : class =>
        ListAsync<T>("c.body", "", query, cancellationToken);

    /// <inheritdoc/>
    public Task<DocumentPage<T>> ListHeadsAsync<T>(ListQuery query, CancellationToken cancellationToken)
        where T : class =>
        ListAsync<T>("c.head AS body", "AND IS_DEFINED(c.head)", query, cancellationToken);

    /// <inheritdoc/>
    public async Task PingAsync(CancellationToken cancellationToken)
    {
        foreach (var collection in Collections.All.Keys)
        {
            var container = await ContainerAsync(collection, cancellationToken);
            using var response = await _calls.SendAsync(
                $"find the container {collection}",
                token => container.ReadContainerStreamAsync(cancellationToken: token),
                cancellationToken);
            if (!response.IsSuccessStatusCode) throw MissingContainer(collection);
        }
    }

    private static string Name(DocumentKey key) => $"document {key.Collection}/{key.Partition}/{key.Id}";

    private static ItemRequestOptions IfMatch(string eTag) => new() { IfMatchEtag = eTag };

    private static MemoryStream Stream(ReadOnlyMemory<byte> item)
    {
        MemoryMarshal.TryGetArray(item, out var bytes);
        return new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false, publiclyVisible: true);
    }

    private static ReadOnlySpan<byte> Content(ResponseMessage response)
    {
        if (response.Content is MemoryStream memory && memory.TryGetBuffer(out var buffer)) return buffer;
        using var copy = new MemoryStream();
        response.Content.CopyTo(copy);
        return copy.GetBuffer().AsSpan(0, (int)copy.Length);
    }

    private StoreUnavailableException MissingContainer(string collection) =>
        new($"Cosmos DB at {options.Endpoint} has no container {options.Database}/{collection}.");

    private async Task<DocumentPage<T>> ListAsync<T>(
        string part, string filter, ListQuery query, CancellationToken cancellationToken)
        where T : class
    {
        var (after, before) = ListRange.Of(query);
        var container = await ContainerAsync(query.Collection, cancellationToken);
        var definition = new QueryDefinition($"""
            SELECT TOP {query.Limit + 1} c.id, c.sort, c._etag, {part} FROM c
            WHERE c.partition = @partition AND c.sort > @after AND c.sort < @before {filter}
            ORDER BY c.sort {(query.NewestFirst ? "DESC" : "ASC")}
            """)
            .WithParameter("@partition", query.Partition)
            .WithParameter("@after", CosmosEnvelope.Sort(after))
            .WithParameter("@before", CosmosEnvelope.Sort(before));
        var request = new QueryRequestOptions
        {
            PartitionKey = new PartitionKey(query.Partition),
            MaxItemCount = query.Limit + 1,
            EnableOptimisticDirectExecution = true,
        };
        var items = new List<StoredDocument<T>>();
        string? continuation = null;
        do
        {
            // A page may be short; an attempt that failed starts its page again.
            using var response = await _calls.SendAsync(
                $"list {query.Collection}/{query.Partition}",
                async token =>
                {
                    using var feed = container.GetItemQueryStreamIterator(definition, continuation, request);
                    return await feed.ReadNextAsync(token);
                },
                cancellationToken);
            if (!response.IsSuccessStatusCode) throw MissingContainer(query.Collection);
            CosmosEnvelope.ReadPage(Content(response), json, items);
            continuation = response.ContinuationToken;
        }
        while (continuation is not null && items.Count <= query.Limit);

        return Paging.Page(items, query.Limit);
    }

    private async ValueTask<WriteResult> FindOwnAsync(DocumentKey key, string mark, CancellationToken cancellationToken)
    {
        using var response = await ReadItemAsync(key, cancellationToken);
        return response.IsSuccessStatusCode && CosmosEnvelope.ReadMark(Content(response)) == mark
            ? new(Written: true, response.Headers.ETag)
            : WriteResult.Conflict;
    }

    private async ValueTask<ResponseMessage> ReadItemAsync(DocumentKey key, CancellationToken cancellationToken, string? ifNoneMatch = null)
    {
        var container = await ContainerAsync(key.Collection, cancellationToken);
        return await _calls.SendAsync(
            $"read {Name(key)}",
            token => container.ReadItemStreamAsync(key.Id, new PartitionKey(key.Partition), ReadOptions(ifNoneMatch), token),
            cancellationToken);
    }

    // The emulator fails on reads of missing documents unless told that they may be in any partition.
    private ItemRequestOptions ReadOptions(string? ifNoneMatch) => new()
    {
        IfNoneMatchEtag = ifNoneMatch,
        AddRequestHeaders = options.IsEmulator ? headers => headers["x-ms-documentdb-query-enablecrosspartition"] = "True" : null,
    };

    private async ValueTask<Container> ContainerAsync(string collection, CancellationToken cancellationToken)
    {
        var database = client.GetDatabase(options.Database);
        if (_containersExist) return database.GetContainer(collection);
        (await _calls.SendAsync(
            $"create the database {options.Database}",
            token => client.CreateDatabaseStreamAsync(new DatabaseProperties(options.Database), cancellationToken: token),
            cancellationToken)).Dispose();
        foreach (var container in CosmosContainers.All)
        {
            (await _calls.SendAsync(
                $"create the container {container.Id}",
                token => database.CreateContainerStreamAsync(container, cancellationToken: token),
                cancellationToken)).Dispose();
        }

        _containersExist = true;
        return database.GetContainer(collection);
    }
}
