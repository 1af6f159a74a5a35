namespace LiquidityRisk.Quant.Volatility;

/// <summary>
/// The likelihood of GARCH(p,q) for any lags.
/// <code>
/// ∂hₜ/∂θ = (own term of θ) + Σ βⱼ·∂hₜ₋ⱼ/∂θ      own terms: 1 for ω, e²ₜ₋ᵢ for αᵢ, hₜ₋ⱼ for βⱼ, −2·Σ αᵢ·eₜ₋ᵢ for μ
/// </code>
/// Source: Fiorentini, Calzolari, Panattoni (1996), as in <see cref="GarchFilter"/>.
/// </summary>
internal sealed class ManyLagLikelihood(double[] returns, int arch, int lags, bool student) : GarchLikelihood(returns, arch, lags, student)
{
    private readonly double[] _e = new double[returns.Length];
    private readonly double[] _h = new double[returns.Length];
    private readonly double[] _slopes = new double[returns.Length * (2 + arch + lags)]; // one row a return: μ, ω, α, β

    public override double Evaluate(ReadOnlySpan<double> x, Span<double> gradient, double[,]? outer = null)
    {
        var density = new InnovationDensity(Degrees(x));
        var (start, startSlope) = Start(x[0]);
        var width = 2 + Arch + Lags;
        gradient.Clear();
        var sum = Length * density.Constant;
        Span<double> score = stackalloc double[Count];
        for (var t = 0; t < Length; t++)
        {
            var slopes = _slopes.AsSpan(t * width, width);
            var h = _h[t] = Advance(x, t, start, startSlope, slopes);
            var u = _e[t] * _e[t] / h;
            var slope = density.Slope(u);
            var logTail = Student ? Math.Log(density.Tail(u)) : 0;
            sum += density.Kernel(u, logTail) - (0.5 * Math.Log(h));
            var wh = (-0.5 - (u * slope)) / h;
            for (var i = 0; i < width; i++) score[i] = wh * slopes[i];
            score[0] -= 2 * _e[t] * slope / h;
            if (Student) score[^1] = density.DegreesSlope(u, logTail);
            for (var i = 0; i < score.Length; i++) gradient[i] += score[i];
            if (outer is not null) AddOuter(outer, score);
        }

        return sum;
    }

    private double Advance(ReadOnlySpan<double> x, int t, double start, double startSlope, Span<double> slopes)
    {
        slopes.Clear();
        slopes[1] = 1;
        var h = x[1];
        for (var i = 0; i < Arch; i++)
        {
            var (square, pull) = t > i ? (_e[t - 1 - i] * _e[t - 1 - i], -2 * _e[t - 1 - i]) : (start, startSlope);
            h += x[2 + i] * square;
            slopes[0] += x[2 + i] * pull;
            slopes[2 + i] = square;
        }

        for (var j = 0; j < Lags; j++)
        {
            var beta = x[2 + Arch + j];
            var past = t > j ? _h[t - 1 - j] : start;
            h += beta * past;
            slopes[2 + Arch + j] += past;
            if (t <= j)
            {
                slopes[0] += beta * startSlope;
                continue;
            }

            var before = _slopes.AsSpan((t - 1 - j) * slopes.Length, slopes.Length);
            for (var i = 0; i < slopes.Length; i++) slopes[i] += beta * before[i];
        }

        return h;
    }

    private (double Variance, double Slope) Start(double mu)
    {
        var (sum, squares) = (0.0, 0.0);
        for (var t = 0; t < Length; t++)
        {
            _e[t] = Returns[t] - mu;
            sum += _e[t];
            squares += _e[t] * _e[t];
        }

        return (squares / Length, -2 * sum / Length);
    }
}
