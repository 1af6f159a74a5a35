using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Quant.Risk;
using LiquidityRisk.Quant.Volatility;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Measures;

/// <summary>
/// What a wallet may lose in a day, debts counted against it. Losses are POSITIVE and in dollars. This is the risk of prices alone: what a
/// liquidation would cost beside it is said elsewhere.
/// </summary>
/// <param name="Confidence">Probability with which a day's loss stays below.</param>
/// <param name="Sample">Days of history.</param>
/// <param name="Coverage">Share of the exposures whose history is known.</param>
/// <param name="Historical">Value at risk of the past days; null when they are too few.</param>
/// <param name="RawQuantile">The same as the percentile of the profits itself, which is negative for a loss.</param>
/// <param name="Shortfall">Mean loss of the worst days; null when they are too few.</param>
/// <param name="Parametric">Value at risk of a normal distribution with the past days' mean and deviation; null when they are too few.</param>
/// <param name="MonteCarlo">Value at risk of the simulated futures; null when there are none.</param>
public sealed record WalletVar(
    Probability Confidence, int Sample, Weight Coverage, Usd? Historical, Usd? RawQuantile, Usd? Shortfall, Usd? Parametric, Usd? MonteCarlo)
{
    /// <summary>Days below which nothing is said.</summary>
    public const int LeastSample = 100;

    /// <summary>The loss of a wallet's net exposures over one day.</summary>
    public static WalletVar Of(WalletExposures exposures, MarketView view, Probability confidence)
    {
        var net = new List<(TokenSymbol, double)>(exposures.Tokens.Count);
        foreach (var token in exposures.Tokens) net.Add((token.Token, (double)token.Net.Amount));
        var (profits, coverage) = DailyProfits.Historical(net, view.Returns);
        if (profits.Length < LeastSample) return new(confidence, profits.Length, coverage, null, null, null, null, null);
        var c = confidence.Value;
        var loss = HistoricalVar.Of(profits, c);
        var (mean, deviation) = (profits.Average(), CloseToCloseVolatility.OfReturns(profits, periodsPerYear: 1));
        var simulated = DailyProfits.Simulated(net, view.Scenarios);
        return new(
            confidence,
            profits.Length,
            coverage,
            Dollars(loss),
            Dollars(-loss),
            Dollars(ExpectedShortfall.Historical(profits, c)),
            Dollars(ParametricVar.Normal(mean, deviation, c)),
            simulated.Length > 0 ? Dollars(HistoricalVar.Of(simulated, c)) : null);
    }

    private static Usd Dollars(double amount) => new(Math.Round((decimal)amount, 2));
}
