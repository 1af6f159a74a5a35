using System.Net.Http.Headers;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiquidityRisk.Adapters.Wallets.Http;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Wallets.Alchemy;

/// <summary>
/// Calls Ethereum through Alchemy, several calls in one request. Sources: ethereum.org, JSON-RPC API; jsonrpc.org, specification 2.0,
/// batch; alchemy.com/docs, <c>alchemy_getTokenBalances</c>.
/// </summary>
internal sealed class EthereumRpc(SourceOptions options, SourceCalls calls)
{
    // Alchemy's own code beside the specification's: more compute units a second than the plan has.
    private static readonly int[] ThrottledCodes = [429, -32005];

    /// <summary>Refuses when there is no key.</summary>
    /// <exception cref="SourceUnavailableException">There is none.</exception>
    public void Require() => calls.Require();

    /// <summary>Makes some calls at once and understands their results, which are in the calls' order.</summary>
    /// <exception cref="SourceUnavailableException">One of them failed.</exception>
    public Task<T> CallAsync<T>(
        string what, IReadOnlyList<RpcCall> batch, Func<IReadOnlyList<JsonElement>, T> understand, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(Body(batch), WalletSourcesJson.Default.JsonArray);
        return calls.AskAsync(what, () => Request(body), answer => understand(Results(answer, batch.Count)), cancellationToken);
    }

    /// <summary>The balances of some tokens in a wallet, in smallest units and in the tokens' order.</summary>
    /// <exception cref="AttemptFailedException">One of them is missing, told twice or no number, or another wallet's are told.</exception>
    public static IReadOnlyList<BigInteger> Balances(JsonElement result, WalletAddress wallet, IReadOnlyList<string> tokens)
    {
        var wire = result.Deserialize(WalletSourcesJson.Default.TokenBalancesWire);
        if (wire is null || !string.Equals(wire.Address, wallet.Value, StringComparison.OrdinalIgnoreCase))
            throw AttemptFailedException.Unusable("balances of another wallet are told");
        var told = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
        foreach (var balance in wire.TokenBalances)
        {
            if (!TokenUnits.TryHex(balance.TokenBalance, out var units) || !told.TryAdd(balance.ContractAddress.ToLowerInvariant(), units))
                throw AttemptFailedException.Unusable("a token's balance is no number or told twice");
        }

        return [.. tokens.Select(t => told.TryGetValue(t, out var units) ? units : throw AttemptFailedException.Unusable("a token's balance is missing"))];
    }

    private HttpRequestMessage Request(byte[] body) => new(HttpMethod.Post, new Uri(options.Endpoint, $"v2/{options.Key}"))
    {
        Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
    };

    private static JsonArray Body(IReadOnlyList<RpcCall> batch) =>
    [
        .. batch.Select((call, i) => new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = i,
            ["method"] = call.Method,
            ["params"] = call.Parameters.DeepClone(),
        }),
    ];

    // The answers of a batch come in any order.
    private static JsonElement[] Results(byte[] body, int count)
    {
        var answers = IsOne(body)
            ? [WireJson.Read(body, WalletSourcesJson.Default.RpcAnswer)]
            : WireJson.Read(body, WalletSourcesJson.Default.RpcAnswers);
        var results = new JsonElement?[count];
        foreach (var answer in answers)
        {
            if (answer.Error is { } error) throw Refusal(error);
            if (answer is not { Id: { } id, Result: { } result } || id < 0 || id >= count || results[id] is not null)
                throw AttemptFailedException.Unusable("an answer belongs to no call, or to one that has one already");
            results[id] = result;
        }

        return [.. results.Select(r => r ?? throw AttemptFailedException.Unusable("a call has no answer"))];
    }

    // A batch that is refused as a whole is answered as if it were one call.
    private static bool IsOne(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];

    private static AttemptFailedException Refusal(RpcError error) => ThrottledCodes.Contains(error.Code)
        ? new(SourceFault.Throttled, "it was asked too often")
        : AttemptFailedException.Unusable(FormattableString.Invariant($"it answered with the error {error.Code}"));
}

/// <summary>One call.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Parameters">What goes with it.</param>
internal sealed record RpcCall(string Method, JsonArray Parameters)
{
    /// <summary>The ether of a wallet now.</summary>
    public static RpcCall Balance(WalletAddress wallet) => new("eth_getBalance", [wallet.Value, "latest"]);

    /// <summary>Tokens of a wallet now.</summary>
    public static RpcCall TokenBalances(WalletAddress wallet, IEnumerable<string> tokens) =>
        new("alchemy_getTokenBalances", [wallet.Value, new JsonArray([.. tokens.Select(t => (JsonNode)t)])]);

    /// <summary>What a contract answers now.</summary>
    public static RpcCall Contract(string to, string data) => new("eth_call", [new JsonObject { ["to"] = to, ["data"] = data }, "latest"]);
}
