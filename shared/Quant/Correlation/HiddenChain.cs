namespace LiquidityRisk.Quant.Correlation;

/// <summary>
/// A hidden Markov chain of two states with normal observations: one round of Baum and Welch's algorithm, and Viterbi's path.
/// Forward and backward probabilities are divided by their sum at each observation; the logarithms of the sums make the likelihood.
/// Source: L. Rabiner (1989), as in <see cref="RegimeDetection"/>.
/// </summary>
internal sealed class HiddenChain(double[] x)
{
    private readonly double[] _mean = new double[2];
    private readonly double[] _variance = [1, 1];
    private readonly double[] _start = [0.5, 0.5];
    private readonly double[] _move = [0.9, 0.1, 0.1, 0.9]; // from 0 to 0, 0 to 1, 1 to 0, 1 to 1
    private readonly double[] _moves = new double[4]; // expected numbers of moves
    private readonly double[] _density = new double[2 * x.Length];
    private readonly double[] _forward = new double[2 * x.Length];
    private readonly double[] _smoothed = new double[2 * x.Length];
    private readonly double[] _sum = new double[x.Length];

    public double LogLikelihood { get; private set; }

    public void Guess(int k, double mean, double variance) => (_mean[k], _variance[k]) = (mean, variance);

    public (double Mean, double Variance, double Start, double Stay) State(int k) => (_mean[k], _variance[k], _start[k], _move[3 * k]);

    public double[] Smoothed(int k)
    {
        var result = new double[x.Length];
        for (var t = 0; t < x.Length; t++) result[t] = Math.Clamp(_smoothed[(2 * t) + k], 0, 1);
        return result;
    }

    /// <summary>Probabilities of states given all observations; returns the log-likelihood.</summary>
    public double Expect()
    {
        Forward();
        Array.Clear(_moves);
        var (b0, b1) = (1.0, 1.0);
        for (var t = x.Length - 1; ; t--)
        {
            (_smoothed[2 * t], _smoothed[(2 * t) + 1]) = (_forward[2 * t] * b0, _forward[(2 * t) + 1] * b1);
            if (t == 0) return LogLikelihood;
            var (w0, w1) = (_density[2 * t] * b0 / _sum[t], _density[(2 * t) + 1] * b1 / _sum[t]);
            var (f0, f1) = (_forward[(2 * t) - 2], _forward[(2 * t) - 1]);
            _moves[0] += f0 * _move[0] * w0;
            _moves[1] += f0 * _move[1] * w1;
            _moves[2] += f1 * _move[2] * w0;
            _moves[3] += f1 * _move[3] * w1;
            (b0, b1) = ((_move[0] * w0) + (_move[1] * w1), (_move[2] * w0) + (_move[3] * w1));
        }
    }

    /// <summary>The parameters that make the expected states likeliest.</summary>
    public void Maximise(double leastVariance)
    {
        for (var k = 0; k < 2; k++)
        {
            var (weight, first, second) = (0.0, 0.0, 0.0);
            for (var t = 0; t < x.Length; t++)
            {
                weight += _smoothed[(2 * t) + k];
                first += _smoothed[(2 * t) + k] * x[t];
            }

            if (!(weight > 1e-12)) continue; // an empty state stays as it is
            _mean[k] = first / weight;
            for (var t = 0; t < x.Length; t++) second += _smoothed[(2 * t) + k] * (x[t] - _mean[k]) * (x[t] - _mean[k]);
            _variance[k] = Math.Max(leastVariance, second / weight);
            _start[k] = Math.Clamp(_smoothed[k], 0, 1);
            var leaving = _moves[2 * k] + _moves[(2 * k) + 1];
            if (!(leaving > 1e-12)) continue;
            (_move[2 * k], _move[(2 * k) + 1]) = (_moves[2 * k] / leaving, _moves[(2 * k) + 1] / leaving);
        }
    }

    /// <summary>The likeliest sequence of states.</summary>
    public int[] Likeliest()
    {
        var from = new byte[2 * x.Length];
        var (l0, l1) = (Math.Log(_start[0]) + LogDensity(0, 0), Math.Log(_start[1]) + LogDensity(0, 1));
        for (var t = 1; t < x.Length; t++)
        {
            var (stay0, come0) = (l0 + Math.Log(_move[0]), l1 + Math.Log(_move[2]));
            var (come1, stay1) = (l0 + Math.Log(_move[1]), l1 + Math.Log(_move[3]));
            (from[2 * t], from[(2 * t) + 1]) = ((byte)(come0 > stay0 ? 1 : 0), (byte)(stay1 > come1 ? 1 : 0));
            (l0, l1) = (Math.Max(stay0, come0) + LogDensity(t, 0), Math.Max(stay1, come1) + LogDensity(t, 1));
        }

        var path = new int[x.Length];
        path[^1] = l1 > l0 ? 1 : 0;
        for (var t = x.Length - 1; t > 0; t--) path[t - 1] = from[(2 * t) + path[t]];
        return path;
    }

    private void Forward()
    {
        LogLikelihood = 0;
        var (p0, p1) = (_start[0], _start[1]);
        for (var t = 0; t < x.Length; t++)
        {
            var (l0, l1) = (LogDensity(t, 0), LogDensity(t, 1));
            var most = Math.Max(p0 > 0 ? l0 : double.NegativeInfinity, p1 > 0 ? l1 : double.NegativeInfinity);
            (_density[2 * t], _density[(2 * t) + 1]) = (p0 > 0 ? Math.Exp(l0 - most) : 0, p1 > 0 ? Math.Exp(l1 - most) : 0);
            var (a0, a1) = (p0 * _density[2 * t], p1 * _density[(2 * t) + 1]);
            _sum[t] = a0 + a1;
            (a0, a1) = (a0 / _sum[t], a1 / _sum[t]);
            (_forward[2 * t], _forward[(2 * t) + 1]) = (a0, a1);
            LogLikelihood += Math.Log(_sum[t]) + most;
            (p0, p1) = ((a0 * _move[0]) + (a1 * _move[2]), (a0 * _move[1]) + (a1 * _move[3]));
        }
    }

    private double LogDensity(int t, int k)
    {
        var distance = x[t] - _mean[k];
        return -0.5 * (Math.Log(2 * Math.PI * _variance[k]) + (distance * distance / _variance[k]));
    }
}
