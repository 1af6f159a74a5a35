namespace LiquidityRisk.Quant.Volatility;

/// <summary>
/// The likelihood of GARCH(1,1) and of GJR-GARCH(1,1), written for speed: one pass, everything in registers.
/// <code>
/// hₜ = ω + a⁺·e²ₜ₋₁·[e &gt; 0] + a⁻·e²ₜ₋₁·[e ≤ 0] + β·hₜ₋₁
/// ∂hₜ/∂θ = (1, e²·[e &gt; 0], e²·[e ≤ 0], hₜ₋₁, −2·a·eₜ₋₁) + β·∂hₜ₋₁/∂θ      θ = (ω, a⁺, a⁻, β, μ)
/// </code>
/// Without leverage a⁺ = a⁻ = α and the two slopes are summed. Source: Fiorentini, Calzolari, Panattoni (1996), as in <see cref="GarchFilter"/>.
/// </summary>
internal sealed class OneLagLikelihood(double[] returns, bool leverage, bool student) : GarchLikelihood(returns, leverage ? 2 : 1, 1, student)
{
    public override double Share => Arch == 2 ? 0.5 : 1;

    public override double Evaluate(ReadOnlySpan<double> x, Span<double> gradient, double[,]? outer = null)
    {
        var (mu, omega, up, down, beta) = (x[0], x[1], x[2], x[1 + Arch], x[2 + Arch]);
        var density = new InnovationDensity(Degrees(x));
        var (start, startSlope) = Start(mu);
        var (h, pos, neg, pull) = (start, start / 2, start / 2, (up + down) / 2 * startSlope);
        var (dOmega, dUp, dDown, dBeta, dMu) = (0.0, 0.0, 0.0, 0.0, startSlope);
        var (gMu, gOmega, gUp, gDown, gBeta, gNu) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        var (logs, tails, uSum) = (LogSum.Zero, LogSum.Zero, 0.0);
        Span<double> score = stackalloc double[Count];
        foreach (var r in Returns)
        {
            dOmega = 1 + (beta * dOmega);
            dUp = pos + (beta * dUp);
            dDown = neg + (beta * dDown);
            dBeta = h + (beta * dBeta);
            dMu = pull + (beta * dMu);
            h = omega + (up * pos) + (down * neg) + (beta * h);
            var e = r - mu;
            var square = e * e;
            var inverse = 1 / h;
            var u = square * inverse;
            var slope = density.Slope(u);
            var wh = (-0.5 - (u * slope)) * inverse;
            var we = -2 * e * slope * inverse;
            gOmega += wh * dOmega;
            gUp += wh * dUp;
            gDown += wh * dDown;
            gBeta += wh * dBeta;
            gMu += (wh * dMu) + we;
            logs.Add(h);
            uSum += u;
            if (Student)
            {
                var tail = density.Tail(u);
                tails.Add(tail);
                gNu += density.DegreesSlope(u, 0);
            }

            if (outer is not null)
            {
                Write(score, (wh * dMu) + we, wh * dOmega, wh * dUp, wh * dDown, wh * dBeta, Student ? density.DegreesSlope(u, Math.Log(density.Tail(u))) : 0);
                AddOuter(outer, score);
            }

            pos = e > 0 ? square : 0;
            neg = square - pos;
            pull = -2 * e * (e > 0 ? up : down);
        }

        var tailSum = tails.Total;
        Write(gradient, gMu, gOmega, gUp, gDown, gBeta, gNu - (0.5 * tailSum));
        return (Length * density.Constant) - (0.5 * logs.Total) + density.Kernel(uSum, tailSum);
    }

    private (double Variance, double Slope) Start(double mu)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var r in Returns)
        {
            sum += r - mu;
            squares += (r - mu) * (r - mu);
        }

        return (squares / Length, -2 * sum / Length);
    }

    private void Write(Span<double> target, double mu, double omega, double up, double down, double beta, double nu)
    {
        (target[0], target[1]) = (mu, omega);
        if (Arch == 2) (target[2], target[3]) = (up, down);
        else target[2] = up + down;
        target[2 + Arch] = beta;
        if (Student) target[^1] = nu;
    }
}
