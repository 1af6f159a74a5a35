using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds;

namespace LiquidityRisk.Flows.Bonds.Answers;

/// <summary>Turns a bond's document into its row in a list.</summary>
internal static class ListAnswers
{
    public static BondListItem Row(BondDocument document, BondTranslation t)
    {
        var (reference, market, best) = (t.Reference, t.Liquidity?.Market, t.Exits?.Best);
        return new(
            document.Isin,
            reference?.Issuer,
            reference?.Rating,
            reference?.Currency,
            reference?.CouponPercent,
            reference?.Maturity,
            Rounded.Score(t.Liquidity?.Index.Value),
            t.Liquidity?.Index.Level is { } level ? SnakeCase.Of(level) : null,
            Rounded.BasisPoints(market?.Spread),
            market?.Bid,
            market?.Ask,
            market?.VolumeFace,
            t.AsOf,
            Rounded.Probability(t.Confidence),
            SnakeCase.Of(t.Freshness),
            Rounded.Score(t.Risk?.Overall),
            t.Risk?.Level is { } risk ? SnakeCase.Of(risk) : null,
            ExitAnswers.BestPath(t.Exits),
            Rounded.Minutes(best?.ExpectedTime),
            document.Alerts.Open.Count,
            document.Alerts.Open.Count == 0 ? null : SnakeCase.Of(document.Alerts.Open.Max(a => a.Severity)),
            [.. document.Trend.Select(p => Rounded.Score(p.Index)?.Value)]);
    }
}
