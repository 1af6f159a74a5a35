using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiquidityRisk.Adapters.Wallets.Http;
using LiquidityRisk.Flows.Wallets.Sources;

namespace LiquidityRisk.Adapters.Wallets.TheGraph;

/// <summary>
/// Asks a subgraph through The Graph's gateway. Sources: thegraph.com/docs, "Serving Queries" (path and bearer token) and "GraphQL API"
/// (filters, paging by <c>id_gt</c>, <c>_meta</c>).
/// </summary>
internal sealed class SubgraphClient(SourceOptions options, SourceCalls calls, TimeProvider time)
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>Refuses when there is no key.</summary>
    /// <exception cref="SourceUnavailableException">There is none.</exception>
    public void Require() => calls.Require();

    /// <summary>Asks one question.</summary>
    /// <exception cref="SourceUnavailableException">There was no usable answer.</exception>
    public Task<(T Data, DateTimeOffset AsOf)> AskAsync<T>(
        string subgraph, string what, GraphQuestion question, JsonTypeInfo<GraphAnswer<T>> type, Action<T> check, CancellationToken cancellationToken)
        where T : class, IGraphData
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(question, WalletSourcesJson.Default.GraphQuestion);
        return calls.AskAsync(what, () => Request(subgraph, body), answer => Understand(answer, type, check), cancellationToken);
    }

    private HttpRequestMessage Request(string subgraph, byte[] body) => new(HttpMethod.Post, new Uri(options.Endpoint, $"api/subgraphs/id/{subgraph}"))
    {
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", options.Key) },
        Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
    };

    private (T Data, DateTimeOffset AsOf) Understand<T>(byte[] body, JsonTypeInfo<GraphAnswer<T>> type, Action<T> check)
        where T : class, IGraphData
    {
        var answer = WireJson.Read(body, type);
        if (answer.Errors is { Count: > 0 } errors)
        {
            throw errors[0].Message.StartsWith("auth error", StringComparison.OrdinalIgnoreCase)
                ? new AttemptFailedException(SourceFault.Refused, "it refused the key")
                : AttemptFailedException.Unusable("the subgraph answered with errors");
        }

        if (answer.Data is not { } data) throw AttemptFailedException.Unusable("the answer has no data");
        if (data.Meta.HasIndexingErrors) throw AttemptFailedException.Unusable("the subgraph itself says that it has gone wrong");
        if (data.Meta.Block.Timestamp is not (> 0 and < 4_102_444_800 and { } seconds))
            throw AttemptFailedException.Unusable("the answer does not say of when it is");
        var asOf = DateTimeOffset.FromUnixTimeSeconds(seconds);
        if (asOf > time.GetUtcNow() + ClockTolerance) throw AttemptFailedException.Unusable("the answer is of the future");
        check(data);
        return (data, asOf);
    }
}
