using System.Runtime.CompilerServices;
using LiquidityRisk.Contracts;
using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Alerts;
using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Flows.Wallets.Market;
using LiquidityRisk.Flows.Wallets.Model;

namespace LiquidityRisk.Flows.Wallets.Answers;

/// <summary>
/// What is told about wallets, computed of what is stored: the same wallet and market give the same answer. An answer is kept as long as the
/// stored wallet is in memory and the model in force the same; only the age of facts is looked at anew.
/// </summary>
public sealed class WalletAnswers(MarketArchive markets, LiquidationModels models, WalletRules rules, TimeProvider time)
{
    private readonly ConditionalWeakTable<WalletDocument, KeptSummary> _summaries = [];

    /// <summary>All that is known of a wallet; null before its first analysis.</summary>
    public async ValueTask<WalletSummaryAnswer?> SummaryAsync(WalletDocument document, CancellationToken cancellationToken)
    {
        if (await MarketOfAsync(document, cancellationToken) is not { } market) return null;
        var model = await models.InForceAsync(cancellationToken);
        if (!_summaries.TryGetValue(document, out var kept) || kept.Model != model)
        {
            var (reading, prediction) = await ReadAsync(document, market, cancellationToken);
            kept = new(SummaryAnswers.Of(reading, prediction), reading.Assessment, model);
            _summaries.AddOrUpdate(document, kept);
        }

        return SummaryAnswers.AsOfNow(kept.Summary, kept.Assessment, document, Freshness(document, market), time.GetUtcNow());
    }

    /// <summary>Where a wallet's figures come from; null before its first analysis.</summary>
    public async ValueTask<ExplanationAnswer?> ExplainAsync(WalletDocument document, CancellationToken cancellationToken)
    {
        if (await MarketOfAsync(document, cancellationToken) is not { } market) return null;
        var (reading, prediction) = await ReadAsync(document, market, cancellationToken);
        return new ExplanationTree(reading, prediction).Whole();
    }

    /// <summary>A wallet's news; null before its first analysis.</summary>
    public async ValueTask<WalletUpdatePayload?> UpdateAsync(WalletDocument document, CancellationToken cancellationToken) =>
        await MarketOfAsync(document, cancellationToken) is { } market
            ? SummaryAnswers.Update(WalletReading.Of(document, market, rules))
            : null;

    /// <summary>
    /// A wallet's open alerts as news, the most urgent first: without rescues, which are much to compute when a falling market raises thousands of
    /// alerts at once, and are given to whoever asks.
    /// </summary>
    public static WalletAlertListAnswer News(WalletDocument document) => new(
        document.Address.ToString(),
        [.. AlertAnswers.Ordered(document.Alerts.Open).Select(a => AlertAnswers.Of(document.Address, a, []))],
        document.AlertSeq);

    /// <summary>A wallet's alerts, the most urgent first.</summary>
    /// <param name="document">The wallet.</param>
    /// <param name="resolved">Whether those that are closed, or those that are open; null for both.</param>
    /// <param name="severity">Only these; null for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<WalletAlertListAnswer> AlertsAsync(
        WalletDocument document, bool? resolved, WalletAlertSeverity? severity, CancellationToken cancellationToken)
    {
        IEnumerable<WalletAlert> open = resolved is true ? [] : AlertAnswers.Ordered(document.Alerts.Open);
        IEnumerable<WalletAlert> closed = resolved is false ? [] : document.Alerts.Closed.OrderByDescending(a => a.End!.At);
        var wanted = open.Concat(closed).Where(a => severity is null || a.Severity == severity).ToList();
        var needsRescue = wanted.Any(a => a.Kind == WalletAlertKind.LiquidationRisk && a.End is null);
        IReadOnlyList<RescueAnswer> rescues = needsRescue ? await RescuesAsync(document, cancellationToken) : [];
        return new(document.Address.ToString(), [.. wanted.Select(a => AlertAnswers.Of(document.Address, a, rescues))], document.AlertSeq);
    }

    /// <summary>The market by which a wallet was judged last, or the newest when that is no longer kept; null before the first analysis.</summary>
    public async ValueTask<KeptMarket?> MarketOfAsync(WalletDocument document, CancellationToken cancellationToken) => document.Figures is not { } figures
        ? null
        : await markets.FindAsync(figures.MarketId, cancellationToken) ?? await markets.LatestAsync(cancellationToken);

    private async ValueTask<(WalletReading Reading, LiquidationPredictionAnswer Prediction)> ReadAsync(
        WalletDocument document, KeptMarket market, CancellationToken cancellationToken)
    {
        var reading = WalletReading.Of(document, market, rules);
        return (reading, await models.PredictAsync(reading.Assessment, reading.View, document.Breaches, cancellationToken));
    }

    private async ValueTask<IReadOnlyList<RescueAnswer>> RescuesAsync(WalletDocument document, CancellationToken cancellationToken) =>
        await MarketOfAsync(document, cancellationToken) is { } market ? RescueAnswers.Of(WalletReading.Of(document, market, rules)) : [];

    private IReadOnlyList<WalletFreshness> Freshness(WalletDocument document, KeptMarket market) =>
        WalletFreshness.Of(document, market.Inputs, time.GetUtcNow(), TimeSpan.FromMinutes(rules.Alerts.StaleMinutes));

    private sealed record KeptSummary(WalletSummaryAnswer Summary, WalletAssessment Assessment, ModelInForce Model);
}
