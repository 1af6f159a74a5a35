using System.Collections.Concurrent;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Flows.Wallets.Market;

/// <summary>A market and the view that was made of it.</summary>
public sealed record KeptMarket(MarketInputs Inputs, MarketView View);

/// <summary>What lists see of a market.</summary>
/// <param name="Id">Which market.</param>
public sealed record MarketHead(string Id);

/// <summary>Keeps the markets by which wallets were judged, so that every figure can be computed again; the newest views stay in memory.</summary>
public sealed class MarketArchive(IDocumentStore store, MarketRules rules)
{
    private const string Partition = "market";
    private const int MaxRemembered = 4;

    private readonly ConcurrentDictionary<string, Lazy<KeptMarket>> _recent = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>Stores a market; one that is stored already is the same one.</summary>
    public async Task<KeptMarket> KeepAsync(MarketInputs inputs, CancellationToken cancellationToken)
    {
        await store.WriteAsync(Key(inputs.Id), inputs, ifMatch: null, new DocumentTags(inputs.AsOf, new MarketHead(inputs.Id)), cancellationToken);
        return Remember(inputs);
    }

    /// <summary>A market by its id; null when it is no longer kept.</summary>
    public async ValueTask<KeptMarket?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (_recent.TryGetValue(id, out var known)) return known.Value;
        return await store.ReadAsync<MarketInputs>(Key(id), cancellationToken) is { } stored ? Remember(stored.Body) : null;
    }

    /// <summary>The newest market; null before the first.</summary>
    public async ValueTask<KeptMarket?> LatestAsync(CancellationToken cancellationToken)
    {
        var page = await store.ListHeadsAsync<MarketHead>(
            new ListQuery(Collections.WalletMarkets, Partition, NewestFirst: true, Limit: 1), cancellationToken);
        return page.Items is [{ } newest] ? await FindAsync(newest.Body.Id, cancellationToken) : null;
    }

    private KeptMarket Remember(MarketInputs inputs)
    {
        var view = _recent.GetOrAdd(inputs.Id, _ =>
        {
            _order.Enqueue(inputs.Id);
            return new Lazy<KeptMarket>(() => new(inputs, inputs.View(rules)));
        });
        while (_order.Count > MaxRemembered && _order.TryDequeue(out var oldest)) _recent.TryRemove(oldest, out _);
        return view.Value;
    }

    private static DocumentKey Key(string id) => new(Collections.WalletMarkets, Partition, id);
}
