using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Performance;

/// <summary>
/// What closed trades brought.
/// <code>
/// win rate = W/n            profit factor = Σ gains / −Σ losses
/// </code>
/// A trade wins with a profit above 0 and loses below 0; one of exactly 0 counts in n only. Losses keep their sign here: average and largest loss are
/// NEGATIVE profits. Source: C. Bacon (2008), Practical Portfolio Performance Measurement and Attribution, ch. 4.
/// </summary>
/// <param name="WinRate">W/n, 0 to 1.</param>
/// <param name="ProfitFactor">Not negative; null without a loss.</param>
/// <param name="AverageWin">Mean profit of the winners; null without one.</param>
/// <param name="AverageLoss">Mean profit of the losers, below 0; null without one.</param>
/// <param name="LargestWin">Null without a winner.</param>
/// <param name="LargestLoss">Below 0; null without a loser.</param>
/// <param name="Trades">n.</param>
/// <param name="Winners">W.</param>
/// <param name="Losers">Trades with a profit below 0.</param>
public sealed record TradeStatistics(
    double WinRate, double? ProfitFactor, double? AverageWin, double? AverageLoss, double? LargestWin, double? LargestLoss, int Trades, int Winners, int Losers)
{
    /// <summary>The statistics of trades, or of periods taken as trades.</summary>
    /// <param name="profits">Profit of each, gains positive, at least one, finite; the averages are in their unit.</param>
    /// <exception cref="ArgumentException">No trade, or a profit that is not finite.</exception>
    /// <exception cref="ArithmeticException">A sum is beyond what a double holds.</exception>
    public static TradeStatistics Of(ReadOnlySpan<double> profits)
    {
        Inputs.CheckSeries(profits, 1, nameof(profits));
        var (gains, losses, best, worst, winners, losers) = (0.0, 0.0, 0.0, 0.0, 0, 0);
        foreach (var profit in profits)
        {
            if (profit > 0) (gains, winners) = (gains + profit, winners + 1);
            if (profit < 0) (losses, losers) = (losses + profit, losers + 1);
            (best, worst) = (Math.Max(best, profit), Math.Min(worst, profit));
        }

        return new(
            (double)winners / profits.Length,
            losers > 0 ? Inputs.Finite(gains / -losses) : null,
            winners > 0 ? Inputs.Finite(gains / winners) : null,
            losers > 0 ? Inputs.Finite(losses / losers) : null,
            winners > 0 ? best : null,
            losers > 0 ? worst : null,
            profits.Length, winners, losers);
    }
}
