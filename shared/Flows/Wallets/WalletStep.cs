using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Alerts;
using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Model;
using LiquidityRisk.Flows.Wallets.Market;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets;

/// <summary>One analysis of a wallet: what its document becomes when it is judged by a market.</summary>
/// <param name="Document">The wallet after it.</param>
/// <param name="Assessment">What was found out.</param>
/// <param name="Alerts">What happened to its alerts.</param>
/// <param name="Known">Samples whose outcome is now known.</param>
/// <param name="IsNews">Whether subscribers of the wallet should be told.</param>
public sealed record WalletStep(
    WalletDocument Document,
    WalletAssessment Assessment,
    IReadOnlyList<WalletAlertChange> Alerts,
    IReadOnlyList<LabelledSample> Known,
    bool IsNews)
{
    private static readonly TimeSpan PointEvery = TimeSpan.FromHours(1);

    /// <summary>Judges a wallet whose parts were just read.</summary>
    /// <param name="document">The wallet with what was read.</param>
    /// <param name="market">By which market.</param>
    /// <param name="rules">By which rules.</param>
    /// <param name="now">When.</param>
    public static WalletStep Of(WalletDocument document, KeptMarket market, WalletRules rules, DateTimeOffset now)
    {
        var view = ViewOf(document, market.View);
        var assessment = WalletAssessment.Of(document.Holdings, view with { Scenarios = ScenarioSet.Empty }, rules); // futures are for readers
        var freshness = WalletFreshness.Of(document, market.Inputs, now, TimeSpan.FromMinutes(rules.Alerts.StaleMinutes));
        var readings = WalletReadings.Of(assessment, t => view.Of(t)?.DailyVolume, WalletFreshness.Oldest(freshness, now));
        var isWatched = document.TrackedSince is not null;
        var (alerts, changes) = isWatched ? WalletAlerts.Observe(document.Alerts, readings, rules.Alerts, now) : (document.Alerts, []);
        var isLiquidatable = assessment.Mark.Worst is { IsLiquidatable: true };
        var features = isWatched && assessment.Mark.Worst is not null ? LiquidationFeatures.Of(assessment, view, document.Breaches) : null;
        var (pending, known) = LiquidationSamples.Observe(document.Pending, features, isLiquidatable, now);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var isBreach = isLiquidatable && document.BreachedOn != today;
        var figures = Figures(assessment, market.Inputs.Id, now);
        var isNews = changes.Count > 0 || IsNoticeable(document.Figures, figures);
        var after = document with
        {
            Figures = figures,
            Alerts = alerts,
            Points = IsPoint(document, figures, changes.Count) ? [.. document.Points, Point(assessment, alerts.Open.Count, now)] : document.Points,
            Pending = pending,
            Breaches = document.Breaches + (isBreach ? 1 : 0),
            BreachedOn = isBreach ? today : document.BreachedOn,
            Seq = document.Seq + (isNews ? 1 : 0),
            AlertSeq = document.AlertSeq + (changes.Count > 0 ? 1 : 0),
            ChangedAt = now,
        };
        return new(after, assessment, changes, known, isNews);
    }

    /// <summary>The market as one wallet sees it: tokens that the market does not know have their protocol's own price.</summary>
    public static MarketView ViewOf(WalletDocument document, MarketView view)
    {
        List<KeyValuePair<TokenSymbol, UsdPrice>>? missing = null;
        foreach (var part in document.Parts)
        {
            if (part.OraclePrices is null) continue;
            foreach (var (symbol, price) in part.OraclePrices)
                if (TokenSymbol.Parse(symbol) is var token && view.Prices.Of(token) is null) (missing ??= []).Add(new(token, price));
        }

        return missing is null ? view : view with { Prices = view.Prices.Including(missing) };
    }

    private static WalletFigures Figures(WalletAssessment a, string marketId, DateTimeOffset now) => new(
        now, marketId, a.Level, a.Mark.Ratio, a.Mark.Worst?.Value, a.LiquidationRisk?.Value, a.Exposures.NetWorth);

    // A change that a reader would see: half a point of score, half a percent of worth, another band.
    private static bool IsNoticeable(WalletFigures? before, WalletFigures now) =>
        before is null
        || before.Level != now.Level
        || (before.Score is null) != (now.Score is null)
        || Math.Abs((before.Score ?? 0) - (now.Score ?? 0)) >= 0.5
        || Math.Abs(before.NetWorth.Amount - now.NetWorth.Amount) > 0.005m * Math.Abs(before.NetWorth.Amount);

    private static bool IsPoint(WalletDocument before, WalletFigures now, int alertChanges) =>
        before.Points.Count == 0 || alertChanges > 0 || before.Figures?.Level != now.Level || now.AsOf - before.Points[^1].At >= PointEvery;

    private static WalletHistoryPoint Point(WalletAssessment a, int openAlerts, DateTimeOffset now) => new(
        now,
        a.Mark.Ratio is { } ratio ? Math.Round(ratio, 6) : null,
        a.Mark.Worst is { } factor ? Math.Round(factor.Value, 6) : null,
        a.LiquidationRisk?.Value,
        a.Exposure.Value?.Value,
        Math.Round(a.Mark.Collateral.Amount, 2),
        Math.Round(a.Mark.Debt.Amount, 2),
        Math.Round(a.Exposures.NetWorth.Amount, 2),
        a.Var.Historical?.Amount,
        openAlerts);
}
