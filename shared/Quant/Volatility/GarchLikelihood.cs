namespace LiquidityRisk.Quant.Volatility;

/// <summary>
/// The log-likelihood of a variance model with its analytic gradient, for a search. Parameters come as one vector:
/// μ, ω, the weights of squared surprises, the weights of past variances, and ν if surprises are Student's t.
/// </summary>
internal abstract class GarchLikelihood(double[] returns, int arch, int lags, bool student)
{
    protected double[] Returns { get; } = returns;

    /// <summary>How many weights squared surprises have.</summary>
    public int Arch { get; } = arch;

    /// <summary>How many weights past variances have.</summary>
    public int Lags { get; } = lags;

    public bool Student { get; } = student;

    /// <summary>How many parameters there are.</summary>
    public int Count => 2 + Arch + Lags + (Student ? 1 : 0);

    /// <summary>How many returns there are.</summary>
    public int Length => Returns.Length;

    /// <summary>How much the weight of a squared surprise adds to persistence: 1, or ½ where it counts only for one sign.</summary>
    public virtual double Share => 1;

    /// <summary>Σ ln f and its gradient; if asked, also Σ sₜ·sₜᵀ of the gradients of each return.</summary>
    public abstract double Evaluate(ReadOnlySpan<double> x, Span<double> gradient, double[,]? outer = null);

    protected double? Degrees(ReadOnlySpan<double> x) => Student ? x[^1] : null;

    protected static void AddOuter(double[,] outer, ReadOnlySpan<double> score)
    {
        for (var i = 0; i < score.Length; i++)
            for (var j = 0; j < score.Length; j++) outer[i, j] += score[i] * score[j];
    }
}

/// <summary>Σ ln x, one logarithm for many factors.</summary>
internal struct LogSum
{
    private double _sum;
    private double _product;

    public static LogSum Zero => new() { _product = 1 };

    public readonly double Total => _sum + Math.Log(_product);

    public void Add(double x)
    {
        _product *= x;
        if (_product is > 1e-150 and < 1e150) return;
        _sum += Math.Log(_product);
        _product = 1;
    }
}
