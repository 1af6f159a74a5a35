using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Flows.Wallets.Market;
using LiquidityRisk.Flows.Wallets.Scan;
using LiquidityRisk.Flows.Wallets.Sources;

namespace LiquidityRisk.Flows.Wallets;

/// <summary>How the watch over wallets is doing, from the last scan and the newest market.</summary>
public sealed class ReadWalletStatus(ScanBook scans, MarketArchive markets, ISourceHealth health, WalletRules rules, TimeProvider time)
{
    /// <summary>The status.</summary>
    public async Task<WalletStatusAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var scan = await scans.CurrentAsync(cancellationToken);
        var market = await markets.LatestAsync(cancellationToken);
        var sources = Sources(market?.Inputs, now);
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var level in Enum.GetValues<WalletRiskLevel>())
            levels[SnakeCase.Of(level)] = scan?.Shards.Sum(s => s.Levels.GetValueOrDefault(level)) ?? 0;
        var failed = scan?.Shards.Sum(s => s.Failed) ?? 0;
        var isDegraded = failed > 0 || scan is { State: ScanState.Failed } || sources.Any(s => s.Fault is not (null or "not_configured"));
        return new(
            market is null && scan is not null ? "down" : isDegraded ? "degraded" : "ok",
            now,
            scan?.Shards.Sum(s => s.Wallets) ?? 0,
            levels,
            scan?.Shards.Sum(s => s.Open) ?? 0,
            scan is null ? null : Scan(scan, now),
            sources);
    }

    private static WalletScanAnswer Scan(ScanDocument scan, DateTimeOffset now) => new(
        scan.Id,
        SnakeCase.Of(scan.State),
        scan.StartedAt,
        scan.FinishedAt,
        scan.Shards.Sum(s => s.Wallets),
        scan.Shards.Sum(s => s.Failed),
        scan.Shards.Sum(s => s.Raised),
        scan.Shards.Sum(s => s.Resolved),
        scan.Shards.Count,
        WalletBook.Shards,
        Math.Round(((scan.FinishedAt ?? now) - scan.StartedAt).TotalSeconds, 3),
        Math.Round(scan.Shards.Sum(s => s.SourceSeconds), 3));

    private List<SourceFreshnessAnswer> Sources(MarketInputs? market, DateTimeOffset now)
    {
        var list = new List<SourceFreshnessAnswer>();
        foreach (var source in health.List())
        {
            var asOf = market?.Sources.FirstOrDefault(s => s.Source == source.Source)?.AsOf ?? source.LastSuccess;
            list.Add(new(SnakeCase.Of(source.Source), asOf, SnakeCase.Of(Status(asOf, now)), FaultOf(source)));
        }

        return list;
    }

    private static string? FaultOf(SourceHealth source) => !source.IsConfigured ? SnakeCase.Of(SourceFault.NotConfigured)
        : source.LastFailure is { } failure && failure.At >= (source.LastSuccess ?? DateTimeOffset.MinValue) ? SnakeCase.Of(failure.Fault)
        : null;

    private FreshnessStatus Status(DateTimeOffset? asOf, DateTimeOffset now) => asOf is { } at
        ? WalletFreshness.StatusOf(now - at, TimeSpan.FromMinutes(rules.Alerts.StaleMinutes))
        : FreshnessStatus.Missing;
}
