using LiquidityRisk.Quant.Statistics;
using LiquidityRisk.Quant.Volatility;

namespace LiquidityRisk.Quant.Correlation;

/// <summary>
/// Calm and turbulent markets by a hidden Markov chain of two states with normal observations, fitted by Baum and Welch's algorithm.
/// <code>
/// xₜ | state k ~ N(mₖ, vₖ)      P(stateₜ₊₁ = j | stateₜ = i) = Aᵢⱼ      maximise ln f(x₁ … x_n) over m, v, A and the start
/// γₜ(k) = P(stateₜ = k | x₁ … x_n);   mₖ = Σ γ·x/Σ γ;   vₖ = Σ γ·(x − mₖ)²/Σ γ;   Aᵢⱼ = expected moves i → j / expected visits of i
/// </code>
/// x: returns or volatilities. Two first guesses, one that splits by size and one that splits by distance from the mean, are both tried; the likelier
/// end is kept. A variance is kept above a millionth of the whole one, because a state of a single value has an endless likelihood.
/// Source: L. Baum, T. Petrie, G. Soules, N. Weiss (1970), A maximization technique, Annals of Mathematical Statistics 41; L. Rabiner (1989), A tutorial on
/// hidden Markov models, Proceedings of the IEEE 77, for scaling and Viterbi's path. Sensible from about 200 observations.
/// </summary>
public static class RegimeDetection
{
    private const double LeastVariance = 1e-6;
    private const double Settled = 1e-11; // rise of the likelihood in a round, per observation
    private const int MostRounds = 5_000;

    /// <summary>The two states that make the observations likeliest.</summary>
    /// <param name="observations">Returns or volatilities in order of time, at least 20.</param>
    /// <param name="progress">Told the share of allowed rounds that are spent.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <exception cref="ArgumentException">Fewer than 20 observations, or one that is not finite.</exception>
    /// <exception cref="ArithmeticException">The observations do not vary, or so that a double does not hold their variance.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public static RegimeFit Fit(ReadOnlySpan<double> observations, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        Observations.CheckFinite(observations, 20);
        var centre = Observations.Mean(observations);
        var scale = Observations.Norm(observations, centre) / Math.Sqrt(observations.Length);
        if (!(scale > 1e-13 * Math.Abs(centre))) throw new ArithmeticException("Observations that do not vary have no regimes.");
        var x = new double[observations.Length];
        for (var t = 0; t < x.Length; t++) x[t] = ((observations[t] / 2) - (centre / 2)) / scale * 2;

        var bySize = Climb(x, Split(x, v => v), progress, cancel);
        var byDistance = Climb(x, Split(x, Math.Abs), progress, cancel);
        var (chain, rounds, converged) = bySize.Chain.LogLikelihood > byDistance.Chain.LogLikelihood ? bySize : byDistance;
        return Describe(chain, x.Length, centre, scale, rounds, converged);
    }

    private static (HiddenChain Chain, int Rounds, bool Converged) Climb(double[] x, HiddenChain chain, IProgress<double>? progress, CancellationToken cancel)
    {
        var before = double.NegativeInfinity;
        for (var round = 1; ; round++)
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report((double)round / MostRounds);
            var reached = chain.Expect();
            if (reached - before <= Settled * x.Length) return (chain, round, true);
            if (round == MostRounds) return (chain, round, false);
            before = reached;
            chain.Maximise(LeastVariance);
        }
    }

    // The lower half of the observations, by a key, makes one state and the upper half the other.
    private static HiddenChain Split(double[] x, Func<double, double> key)
    {
        double[] sorted = [.. x.OrderBy(key)];
        var half = sorted.Length / 2;
        var chain = new HiddenChain(x);
        for (var k = 0; k < 2; k++)
        {
            var part = k == 0 ? sorted.AsSpan(0, half) : sorted.AsSpan(half);
            var mean = Observations.Mean(part);
            var norm = Observations.Norm(part, mean);
            chain.Guess(k, mean, Math.Max(0.01, norm * norm / part.Length));
        }

        return chain;
    }

    private static RegimeFit Describe(HiddenChain chain, int n, double centre, double scale, int rounds, bool converged)
    {
        Regime Of(int k)
        {
            var (mean, variance, start, stay) = chain.State(k);
            var wide = Inputs.Finite(variance * scale * scale);
            return wide > 0 ? new(centre + (scale * mean), wide, start, stay) : throw new ArithmeticException("A variance is below what a double holds.");
        }

        var (first, second) = (Of(0), Of(1));
        var turbulent = Size(first) > Size(second) ? 0 : 1;
        var smoothed = chain.Smoothed(turbulent);
        var path = chain.Likeliest();
        var (calm, wild) = turbulent == 0 ? (second, first) : (first, second);
        return new(
            calm,
            wild,
            Inputs.Finite(chain.LogLikelihood - (n * Math.Log(scale))),
            smoothed,
            Math.Clamp((smoothed[^1] * wild.Stay) + ((1 - smoothed[^1]) * (1 - calm.Stay)), 0, 1),
            Array.ConvertAll(path, k => k == turbulent),
            converged,
            rounds);
    }

    private static double Size(Regime regime) => (regime.Mean * regime.Mean) + regime.Variance;
}
