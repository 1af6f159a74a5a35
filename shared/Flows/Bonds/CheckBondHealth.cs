using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Says how the bond translator is doing.</summary>
public sealed class CheckBondHealth(BondBook book, BondModel model, IDocumentStore store, TimeProvider time)
{
    private const string Healthy = "healthy";
    private const string Degraded = "degraded";
    private const string Unhealthy = "unhealthy";
    private static readonly TimeSpan Waiting = TimeSpan.FromMinutes(1);

    /// <summary>Checks everything. A store that does not answer is part of the answer.</summary>
    public async Task<BondHealthAnswer> CheckAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var components = new List<ComponentHealth>(4);
        var started = time.GetTimestamp();
        try
        {
            await store.PingAsync(cancellationToken);
            var latency = Math.Round(time.GetElapsedTime(started).TotalMilliseconds, 2);
            components.Add(new("document_store", Healthy, "It answers.", latency));
            var heads = await book.ListAsync(cancellationToken);
            components.Add(MarketData(heads, now));
            components.Add(Announcements(heads, now));
        }
        catch (StoreUnavailableException e)
        {
            components.Add(new("document_store", Unhealthy, e.Message, null));
        }

        var version = model.Current.Policy.Version;
        components.Add(new("exit_policy", Healthy, $"Policy {version} is in force.", null));
        var worst = components.Exists(c => c.Status is Unhealthy) ? Unhealthy : components.Exists(c => c.Status is Degraded) ? Degraded : Healthy;
        return new(worst, now, components, Models(version));
    }

    private static ComponentHealth MarketData(List<BondHead> heads, DateTimeOffset now)
    {
        if (heads.Count == 0) return new("market_data", Degraded, "No bond is known yet.", null);
        var newest = heads.Max(h => h.ObservedAt);
        var stale = heads.Count(h => h.ObservedAt is not { } seen || Freshness.Of(now - seen) == DataFreshness.Stale);
        var words = FormattableString.Invariant($"{heads.Count} bonds, {stale} of them with data of fifteen minutes or older.");
        return new("market_data", newest is { } at && Freshness.Of(now - at) != DataFreshness.Stale ? Healthy : Degraded, words, null);
    }

    private static ComponentHealth Announcements(List<BondHead> heads, DateTimeOffset now)
    {
        var stuck = heads.Count(h => h.Pending > 0 && now - h.Item.AsOf > Waiting);
        return stuck == 0
            ? new("announcements", Healthy, "Nothing has been waiting for more than a minute.", null)
            : new("announcements", Degraded, FormattableString.Invariant($"{stuck} bonds have announcements or records that wait for more than a minute."), null);
    }

    private static Dictionary<string, string> Models(string policy) => new(StringComparer.Ordinal)
    {
        ["liquidity_index"] = LiquidityIndexModel1.Version,
        ["second_liquidity_index"] = LiquidityIndexModel2.Version,
        ["risk"] = RiskModel.Version,
        ["exit_paths"] = ExitModel.Version,
        ["exit_policy"] = policy,
    };
}
