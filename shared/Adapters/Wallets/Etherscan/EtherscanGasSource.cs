using System.Text.Json;
using LiquidityRisk.Adapters.Wallets.Http;
using LiquidityRisk.Flows.Wallets.Sources;

namespace LiquidityRisk.Adapters.Wallets.Etherscan;

/// <summary>
/// The price of gas as Etherscan's oracle proposes it. Source: docs.etherscan.io, API V2, Gas Tracker, "Get Gas Oracle"
/// (<c>chainid=1&amp;module=gastracker&amp;action=gasoracle</c>). The oracle names a block, not a time: an answer is as of when it came.
/// </summary>
internal sealed class EtherscanGasSource(SourceOptions options, SourceCalls calls, TimeProvider time) : IGasSource
{
    // A hundred times what has ever been paid: anything above it is no price.
    private const decimal MostGwei = 1_000_000;

    private readonly TimedCache<int, GasQuote> _cache = new(options.TimeToLive, options.MaxAge, capacity: 1, time);

    public Task<GasQuote> ReadAsync(CancellationToken cancellationToken)
    {
        calls.Require();
        return _cache.GetAsync(0, token => calls.AskAsync("the price of gas", Request, Understand, token), cancellationToken);
    }

    private HttpRequestMessage Request() => new(
        HttpMethod.Get, new Uri(options.Endpoint, $"v2/api?chainid=1&module=gastracker&action=gasoracle&apikey={options.Key}"));

    private GasQuote Understand(byte[] body)
    {
        var answer = WireJson.Read(body, WalletSourcesJson.Default.EtherscanWire);
        if (answer.Status is not "1") throw Refusal(answer.Result);
        if (answer.Result.Deserialize(WalletSourcesJson.Default.GasOracleWire) is not { } oracle
            || !TokenUnits.TryNumber(oracle.ProposeGasPrice, out var gwei) || gwei is < 0 or > MostGwei)
        {
            throw AttemptFailedException.Unusable("the price of gas is no number in range");
        }

        return new GasQuote(gwei, time.GetUtcNow());
    }

    // The text itself may repeat the key.
    private static AttemptFailedException Refusal(JsonElement result)
    {
        var text = result.ValueKind == JsonValueKind.String ? result.GetString()! : "";
        if (text.Contains("rate limit", StringComparison.OrdinalIgnoreCase)) return new(SourceFault.Throttled, "it was asked too often");
        return text.Contains("API key", StringComparison.OrdinalIgnoreCase)
            ? new(SourceFault.Refused, "it refused the key")
            : AttemptFailedException.Unusable("it answered with an error");
    }
}
