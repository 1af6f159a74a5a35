namespace LiquidityRisk.Quant.Volatility;

/// <summary>
/// Unbounded coordinates in which every point is a stationary model, so that a search needs no bounds.
/// <code>
/// s = softmax(θ₁ … θ_k, 0)      wᵢ = sᵢ/cᵢ      ω = V·s₀      V = e^θ₀      ν = 2 + 998·(1 + e^(−θ_ν))⁻¹
/// </code>
/// w: weights of squared surprises and past variances; c: what each adds to persistence; s₀: what persistence leaves to 1; V: long-run variance.
/// All weights are above 0 and persistence is below 1. The mean is its own coordinate. Student's t with 1,000 degrees of freedom is as good as normal.
/// </summary>
internal sealed class GarchCoordinates(GarchLikelihood likelihood)
{
    private const double FarApart = 30; // e^−30 is the least that still tells a sum of weights from 1
    private const double MostDegrees = 1_000;

    private readonly int _weights = likelihood.Arch + likelihood.Lags;

    public double[] FromModel(double mean, double longRun, ReadOnlySpan<double> shares, double nu)
    {
        var free = new double[likelihood.Count];
        var left = 1.0;
        foreach (var share in shares) left -= share;
        (free[0], free[1]) = (mean, Math.Log(longRun));
        for (var i = 0; i < shares.Length; i++) free[2 + i] = Math.Log(shares[i] / left);
        if (likelihood.Student) free[^1] = Math.Log((nu - 2) / (MostDegrees - nu));
        return free;
    }

    /// <summary>False where a double no longer tells a parameter from its bound.</summary>
    public bool ToModel(ReadOnlySpan<double> free, Span<double> x)
    {
        for (var i = 1; i < free.Length; i++) if (!(Math.Abs(free[i]) < FarApart)) return false;
        var total = 1.0;
        for (var i = 0; i < _weights; i++) total += x[2 + i] = Math.Exp(free[2 + i]);
        for (var i = 0; i < _weights; i++) x[2 + i] /= total * Share(i);
        (x[0], x[1]) = (free[0], Math.Exp(free[1]) / total);
        if (likelihood.Student) x[^1] = 2 + ((MostDegrees - 2) / (1 + Math.Exp(-free[^1])));
        return double.IsFinite(free[0]);
    }

    /// <summary>Turns the gradient by the model's parameters into the one by the coordinates, in place.</summary>
    public void Chain(ReadOnlySpan<double> x, Span<double> gradient)
    {
        var omega = gradient[1] * x[1];
        var sum = omega;
        for (var i = 0; i < _weights; i++) sum += gradient[2 + i] * x[2 + i];
        for (var i = 0; i < _weights; i++) gradient[2 + i] = (gradient[2 + i] * x[2 + i]) - (Share(i) * x[2 + i] * sum);
        gradient[1] = omega;
        if (likelihood.Student) gradient[^1] *= (x[^1] - 2) * (MostDegrees - x[^1]) / (MostDegrees - 2);
    }

    /// <summary>Whether a parameter has run into a bound, where slopes say nothing about its accuracy.</summary>
    public bool IsAtBound(ReadOnlySpan<double> x, double near)
    {
        var persistence = 0.0;
        for (var i = 0; i < _weights; i++)
        {
            if (x[2 + i] < near) return true;
            persistence += x[2 + i] * Share(i);
        }

        return 1 - persistence < near || (likelihood.Student && (x[^1] > MostDegrees * 0.9 || x[^1] < 2 + near));
    }

    private double Share(int i) => i < likelihood.Arch ? likelihood.Share : 1;
}
