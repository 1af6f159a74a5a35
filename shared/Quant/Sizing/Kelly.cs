using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Sizing;

/// <summary>
/// The stake that makes wealth grow fastest in the long run.
/// <code>
/// bet:             f = p − (1 − p)/b                p: probability to win,  b: won per unit staked (odds)
/// one asset:       f = m/σ²                         m: mean excess return,  σ²: its variance, in the same period
/// several assets:  f = Σ⁻¹m                         Σ: covariance
/// fractional:      k·f,  0 &lt; k ≤ 1                  half Kelly keeps three quarters of the growth with half the deviation
/// </code>
/// f: exposure for each unit of wealth; negative: take the other side (sell). Above 1: leverage. Assumes that p, m and Σ are known, continuous trading for
/// assets and no costs. Sources: J. Kelly (1956), A new interpretation of information rate, Bell System Technical Journal 35; E. Thorp (2006), The Kelly
/// criterion in blackjack, sports betting and the stock market.
/// </summary>
public static class Kelly
{
    /// <summary>f of a bet that loses the stake or wins b for each unit of it.</summary>
    /// <param name="winProbability">p, 0 to 1.</param>
    /// <param name="odds">b, above 0: average win divided by average loss.</param>
    /// <param name="fraction">k, above 0, at most 1; 1 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside of its range.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double OfBet(double winProbability, double odds, double fraction = 1)
    {
        if (winProbability is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(winProbability), winProbability, "A probability is from 0 to 1.");
        Inputs.CheckPositive(odds, nameof(odds));
        CheckFraction(fraction);
        return Inputs.Finite(fraction * (winProbability - ((1 - winProbability) / odds)));
    }

    /// <summary>f of one asset.</summary>
    /// <param name="meanExcess">m, finite.</param>
    /// <param name="variance">σ², above 0.</param>
    /// <param name="fraction">k, above 0, at most 1; 1 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside of its range.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double OfAsset(double meanExcess, double variance, double fraction = 1)
    {
        Inputs.CheckFinite(meanExcess, nameof(meanExcess));
        Inputs.CheckPositive(variance, nameof(variance));
        CheckFraction(fraction);
        return Inputs.Finite(fraction * meanExcess / variance);
    }

    /// <summary>f of several assets held together.</summary>
    /// <param name="meanExcess">m, one per asset, at least one, finite.</param>
    /// <param name="covariance">Σ, symmetric, positive definite.</param>
    /// <param name="fraction">k, above 0, at most 1; 1 by default.</param>
    /// <exception cref="ArgumentException">Sizes that differ, numbers that are not finite, or Σ not symmetric and positive semi-definite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A fraction outside of its range.</exception>
    /// <exception cref="ArithmeticException">Σ is singular (assets that move as one), or a result is beyond what a double holds.</exception>
    public static double[] OfAssets(ReadOnlySpan<double> meanExcess, double[,] covariance, double fraction = 1)
    {
        Inputs.CheckSeries(meanExcess, 1, nameof(meanExcess));
        Inputs.CheckCovariance(covariance, meanExcess.Length, nameof(covariance));
        CheckFraction(fraction);
        var factor = CholeskyFactor.Of(covariance);
        for (var i = 0; i < factor.Length; i++)
            if (factor[i][i] <= 0) throw new ArithmeticException("Assets that move as one have no single Kelly stake.");
        var stakes = meanExcess.ToArray();
        CholeskyFactor.Solve(factor, stakes);
        for (var i = 0; i < stakes.Length; i++) stakes[i] = Inputs.Finite(fraction * stakes[i]);
        return stakes;
    }

    private static void CheckFraction(double fraction)
    {
        if (fraction is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "The fraction is above 0, at most 1.");
    }
}
