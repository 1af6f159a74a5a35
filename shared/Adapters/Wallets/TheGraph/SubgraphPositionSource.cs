using LiquidityRisk.Adapters.Wallets.Http;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Wallets.TheGraph;

/// <summary>Wallets' positions in protocols. Some wallets that are asked for together again are served from the last answer while it holds.</summary>
internal sealed class SubgraphPositionSource(
    WalletSourceOptions options, SubgraphClient subgraphs, LendingPositions lending, CurvePositions curve, TimeProvider time) : IPositionSource
{
    private const int BatchesKept = 2_000;

    private readonly TimedCache<(LendingProtocol Protocol, string Wallets), PositionBatch> _cache =
        new(options.TheGraph.TimeToLive, options.TheGraph.MaxAge, BatchesKept, time);

    public int MaxWallets => 100;

    public Task<PositionBatch> ReadAsync(LendingProtocol protocol, IReadOnlyList<WalletAddress> wallets, CancellationToken cancellationToken)
    {
        List<WalletAddress> asked = [.. wallets.Distinct().Order()];
        if (asked.Count == 0 || asked.Count > MaxWallets || asked.Contains(default))
            throw new ArgumentException($"1 to {MaxWallets} wallets are asked for at once.", nameof(wallets));
        subgraphs.Require();
        if (!options.Subgraphs.TryGetValue(protocol, out var subgraph))
            throw new SourceUnavailableException(SourceName.TheGraph, SourceFault.NotConfigured, $"No subgraph is set for {protocol}.");

        return _cache.GetAsync(
            (protocol, string.Join(',', asked.Select(w => w.Value))),
            stop => protocol == LendingProtocol.Curve
                ? curve.ReadAsync(subgraph, asked, stop)
                : lending.ReadAsync(protocol, subgraph, asked, stop),
            cancellationToken);
    }
}
