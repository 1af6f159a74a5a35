using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Quant.FirstPassage;
using LiquidityRisk.Quant.Volatility;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Measures;

/// <summary>How much a position's health factor moves by prices alone, and how likely it reaches 1 by that.</summary>
/// <param name="Daily">Standard deviation of the daily change of collateral against debt, a fraction.</param>
/// <param name="Within24Hours">First-passage probability that the factor reaches 1 within 24 hours (<see cref="BarrierHit"/>, no drift).</param>
/// <param name="Within7Days">Within 7 days.</param>
public sealed record HealthVolatility(double Daily, Probability Within24Hours, Probability Within7Days)
{
    /// <summary>Newest daily returns that are looked at.</summary>
    public const int WindowDays = 30;

    private const double DaysPerYear = 365;

    /// <summary>Of a position with debt; null without a health factor, or when too little history of its tokens is known.</summary>
    public static HealthVolatility? Of(ProtocolPosition position, PositionHealth health, MarketView view)
    {
        if (health.Factor is not { } factor) return null;
        var weights = new List<(TokenSymbol, double)>(position.Supplied.Count + position.Borrowed.Count);
        foreach (var asset in position.Supplied)
            if (asset.IsCollateral && view.Prices.Worth(asset.Asset, asset.Amount) is { } value && health.LiquidationValue > Usd.Zero)
                weights.Add((asset.Asset, (double)(value * position.TermsOf(asset).LiquidationThreshold / health.LiquidationValue)));
        foreach (var debt in position.Borrowed)
            if (view.Prices.Worth(debt.Asset, debt.Amount) is { } value && health.Debt > Usd.Zero)
                weights.Add((debt.Asset, -(double)(value / health.Debt)));
        var (changes, coverage) = DailyProfits.Historical(weights, view.Returns);
        if (changes.Length < WindowDays || coverage.Value < 0.9) return null;
        var daily = CloseToCloseVolatility.OfReturns(changes.AsSpan(^WindowDays..), periodsPerYear: 1);
        return new(daily, Reaches(factor, daily, days: 1), Reaches(factor, daily, days: 7));
    }

    private static Probability Reaches(HealthFactor factor, double daily, double days) => factor.Value <= 1
        ? new(1)
        : new(BarrierHit.Probability((double)factor.Value, daily * Math.Sqrt(DaysPerYear), days / DaysPerYear));
}
