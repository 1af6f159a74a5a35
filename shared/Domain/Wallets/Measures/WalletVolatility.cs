using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Quant.Volatility;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Measures;

/// <summary>How much the value of what a wallet owns moves.</summary>
/// <param name="Daily">Standard deviation of a day's return, a fraction.</param>
/// <param name="Annualised">The same a year of 365 days, by √365.</param>
/// <param name="Days">How many returns it is of.</param>
/// <param name="Coverage">Share of the assets whose history is known.</param>
public sealed record WalletVolatility(double Daily, double Annualised, int Days, Weight Coverage)
{
    private const double DaysPerYear = 365;

    /// <summary>The volatility of assets held in today's proportions; null when there are none, or fewer returns than the window.</summary>
    /// <param name="exposures">What the wallet owns.</param>
    /// <param name="view">The market.</param>
    /// <param name="windowDays">The newest so many returns, 2 or more.</param>
    public static WalletVolatility? Of(WalletExposures exposures, MarketView view, int windowDays)
    {
        var assets = (double)exposures.Assets.Amount;
        if (assets <= 0) return null;
        var weights = new List<(TokenSymbol, double)>(exposures.Tokens.Count);
        foreach (var token in exposures.Tokens) weights.Add((token.Token, (double)token.Assets.Amount / assets));
        var (returns, coverage) = DailyProfits.Historical(weights, view.Returns);
        if (returns.Length < windowDays) return null;
        var daily = CloseToCloseVolatility.OfReturns(returns.AsSpan(^windowDays..), periodsPerYear: 1);
        return new(daily, daily * Math.Sqrt(DaysPerYear), windowDays, coverage);
    }
}
