using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Quality;
using LiquidityRisk.Flows.Bonds.Answers;
using LiquidityRisk.Flows.Telemetry;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Puts the numbers of the dashboard together.</summary>
public sealed class ReadKpis(BondBook book, ExitQualityBook quality, ServiceMetrics metrics, TimeProvider time)
{
    private const double ErrorTarget = 0.001;
    private const double LowConfidence = 0.5;

    /// <summary>Reads them.</summary>
    public async Task<KpiAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var heads = await book.ListAsync(cancellationToken);
        var exits = await quality.MeasureAsync(cancellationToken);
        return new(
            now,
            new(exits.Overall.Recommended, Rounded.Probability(exits.Overall.Adoption)),
            FillTime(exits.Overall),
            [FillProbability("all", exits.Overall), .. exits.Paths.Select(p => FillProbability(SnakeCase.Of(p.Path!.Value), p))],
            Drift(heads),
            FreshnessOf(heads, now),
            Confidence(heads),
            heads.SelectMany(h => h.Alerts).CountBy(a => a.Severity).ToDictionary(StringComparer.Ordinal),
            new(metrics.Delivery.Count, metrics.Delivery.Percentile(0.5), metrics.Delivery.Percentile(0.99)),
            ErrorBudget());
    }

    private static FillTimeKpi FillTime(PathQuality all) => new(
        (int)Math.Round((all.Gate.BaseRate?.Value ?? 0) * all.Gate.Tries),
        all.TimeError is { } error ? Math.Round(error, 4) : null,
        all.TimeCoverage is { } coverage ? Rounded.Probability(new Probability(coverage)) : null,
        Rounded.Minutes(all.MedianTime),
        [.. all.Waiting.Select(p => new SurvivalPoint(Math.Round(p.Time, 1), Rounded.Probability(new Probability(Math.Clamp(p.Survival, 0, 1)))))]);

    private static FillProbabilityKpi FillProbability(string path, PathQuality q) => new(
        path,
        q.Gate.Tries,
        q.Gate.Brier is { } brier ? Math.Round(brier, 4) : null,
        q.Gate.Baseline is { } baseline ? Math.Round(baseline, 4) : null,
        SnakeCase.Of(q.Gate.Verdict),
        [.. q.Reliability.Select(b => new ReliabilityBinAnswer(
            b.From, b.To, b.Count, Rounded.Probability(new Probability(b.MeanPredicted)), Rounded.Probability(new Probability(b.Observed))))]);

    private static IndexDriftKpi Drift(List<BondHead> heads)
    {
        var indices = heads.Select(h => h.Item.LiquidityIndex?.Value).OfType<double>().ToList();
        var moves = heads
            .Select(h => h.Item.LiquidityIndex?.Value - h.Item.Trend.FirstOrDefault(p => p is not null))
            .OfType<double>()
            .ToList();
        return new(
            indices.Count,
            indices.Count == 0 ? null : Rounded.Score(Score.Clamp(indices.Average())),
            moves.Count == 0 ? null : Math.Round(moves.Average(), 3),
            moves.Count == 0 ? null : Math.Round(moves.Average(Math.Abs), 3));
    }

    private static FreshnessKpi FreshnessOf(List<BondHead> heads, DateTimeOffset now)
    {
        var bands = heads
            .CountBy(h => h.ObservedAt is { } seen ? Freshness.Of(now - seen) : DataFreshness.Stale)
            .ToDictionary(b => SnakeCase.Of(b.Key), b => Math.Round((double)b.Value / heads.Count, 4), StringComparer.Ordinal);
        return new(heads.Count, Enum.GetValues<DataFreshness>().Select(SnakeCase.Of).ToDictionary(b => b, b => bands.GetValueOrDefault(b), StringComparer.Ordinal));
    }

    private static ConfidenceKpi Confidence(List<BondHead> heads) => heads.Count == 0
        ? new(null, null)
        : new(
            Rounded.Probability(new Probability(heads.Average(h => h.Item.ConfidenceOverall.Value))),
            Rounded.Probability(new Probability(heads.Average(h => h.Item.ConfidenceOverall.Value < LowConfidence ? 1.0 : 0))));

    private ErrorBudgetKpi ErrorBudget()
    {
        var (answered, failed) = (metrics.Answered, metrics.Failed);
        var allowed = answered * ErrorTarget;
        return new(answered, failed, ErrorTarget, allowed == 0 ? 1 : Math.Round(1 - (failed / allowed), 4), metrics.DeadLetters);
    }
}
