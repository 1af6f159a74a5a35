using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Measures;
using LiquidityRisk.Domain.Wallets.Stress;
using LiquidityRisk.Narrative.Wallets;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Answers;

/// <summary>Market risk and stress as they are told.</summary>
internal static class RiskAnswers
{
    public static WalletMarketRiskAnswer Market(WalletAssessment a) => new(
        a.Volatility is { } v ? new(v.Daily, v.Annualised, v.Days, v.Coverage.Value) : null,
        ValueAtRisk(a),
        new(Spread(a.Concentration.ByAsset), Spread(a.Concentration.ByProtocol)),
        a.Correlation,
        new(a.Liquidity.DaysToSell, [.. a.Liquidity.Thin.Select(t => t.Value)], a.Liquidity.Coverage.Value),
        new(a.Exposure.Value?.Value, a.Exposure.Concentration?.Value, a.Exposure.Volatility?.Value, a.Exposure.Liquidity?.Value, a.Exposure.Correlation?.Value));

    public static StressRowAnswer Stress(StressRow row)
    {
        var (scenario, asset, change) = row.Scenario switch
        {
            AssetFall fall => ("asset_fall", fall.Asset.Value, -Fraction(fall.Fall)),
            Depeg depeg => ("depeg", depeg.Stablecoin.Value, (double)depeg.To.Value - 1),
            Crash crash => ("crash", (string?)null, -Fraction(crash.Fall)),
            _ => throw new ArgumentException("There is no such scenario.", nameof(row)),
        };
        return new(
            scenario,
            asset,
            change,
            StressLabel.Of(row.Scenario),
            HealthAnswers.Ratio(row.Ratio),
            HealthAnswers.Ratio(row.Worst?.Value),
            HealthAnswers.Money(row.Loss),
            [.. row.Liquidated.Select(Contracts.Json.SnakeCase.Of)]);
    }

    private static WalletVarAnswer ValueAtRisk(WalletAssessment a) => new(
        a.Var.Historical is null ? "insufficient_data" : "ok",
        a.Var.Confidence.Value,
        a.Var.Sample,
        a.Var.Coverage.Value,
        a.Var.Historical?.Amount,
        a.Var.RawQuantile?.Amount,
        a.Var.Shortfall?.Amount,
        a.Var.Parametric?.Amount,
        a.Var.MonteCarlo?.Amount,
        WalletReadings.ShareAtRisk(a));

    private static SpreadAnswer? Spread(Spread? spread) => spread is null
        ? null
        : new(AlertAnswers.Name(spread.Largest)!, spread.LargestShare.Value, spread.Hhi.Value, spread.EffectiveNumber);

    private static double Fraction(PartsPerMillion share) => share.Value / (double)PartsPerMillion.Whole;
}
