using LiquidityRisk.Adapters.Wallets.Http;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Wallets.DefiLlama;

/// <summary>
/// The value locked in protocols as DefiLlama counts it, on all chains together. Source: api-docs.defillama.com, TVL,
/// <c>/tvl/{protocol}</c>, which answers with a bare number; the list of all protocols would be many megabytes.
/// </summary>
internal sealed class DefiLlamaProtocolSource(SourceOptions options, SourceCalls calls, TimeProvider time) : IProtocolSource
{
    // More than all money: anything above it is no value.
    private const decimal MostUsd = 1_000_000_000_000_000;

    private static readonly IReadOnlyList<(LendingProtocol Protocol, string Slug)> Slugs =
    [
        (LendingProtocol.AaveV2, "aave-v2"), (LendingProtocol.AaveV3, "aave-v3"), (LendingProtocol.CompoundV2, "compound-v2"),
        (LendingProtocol.CompoundV3, "compound-v3"), (LendingProtocol.Curve, "curve-dex"),
    ];

    private readonly TimedCache<LendingProtocol, Usd> _cache = new(options.TimeToLive, options.MaxAge, Slugs.Count, time);

    public async Task<IReadOnlyDictionary<LendingProtocol, Usd>> LockedAsync(CancellationToken cancellationToken)
    {
        var locked = new Dictionary<LendingProtocol, Usd>();
        SourceUnavailableException? failed = null;
        foreach (var (protocol, slug) in Slugs)
        {
            try
            {
                locked[protocol] = await _cache.GetAsync(protocol, token => AskAsync(slug, token), cancellationToken);
            }
            catch (SourceUnavailableException e)
            {
                failed = e;
            }
        }

        return locked.Count > 0 || failed is null ? locked : throw failed;
    }

    private Task<Usd> AskAsync(string slug, CancellationToken cancellationToken) => calls.AskAsync(
        $"the value locked in {slug}",
        () => new HttpRequestMessage(HttpMethod.Get, new Uri(options.Endpoint, $"tvl/{slug}")),
        static body => WireJson.Read(body, WalletSourcesJson.Default.Decimal) is var value and >= 0 and <= MostUsd
            ? new Usd(value)
            : throw AttemptFailedException.Unusable("the value is out of range"),
        cancellationToken);
}
