namespace LiquidityRisk.Quant.Optimisation;

/// <summary>A function to minimise: returns its value and writes its gradient; a value that is not finite means "outside".</summary>
internal delegate double Objective(ReadOnlySpan<double> x, Span<double> gradient);

/// <summary>Where a search ended.</summary>
/// <param name="X">The best point.</param>
/// <param name="Value">The objective there.</param>
/// <param name="Slope">The largest component of the gradient there, absolute.</param>
/// <param name="Evaluations">How often the objective was computed.</param>
internal sealed record Minimum(double[] X, double Value, double Slope, int Evaluations);

/// <summary>
/// Unconstrained minimisation of a smooth function of a few variables by BFGS.
/// <code>
/// x ← x − t·H·g      H ← (I − ρ·s·yᵀ)·H·(I − ρ·y·sᵀ) + ρ·s·sᵀ      ρ = 1/(yᵀ·s)
/// </code>
/// g: gradient; s, y: changes of x and g; H: estimate of the inverse Hessian; t: step that meets the weak Wolfe conditions, found by bracketing.
/// Source: J. Nocedal, S. Wright, Numerical Optimization (2006), §6.1; A. Lewis, M. Overton (2013), Nonsmooth optimization via quasi-Newton methods,
/// Mathematical Programming 141, algorithm 2.6 for the step.
/// </summary>
internal static class QuasiNewton
{
    private const double Armijo = 1e-4;
    private const double Curvature = 0.9;

    public static Minimum Minimise(Objective objective, double[] start, double slope, int most, IProgress<double>? progress, CancellationToken cancel)
    {
        var n = start.Length;
        var (x, g, next, nextG, d) = ((double[])start.Clone(), new double[n], new double[n], new double[n], new double[n]);
        var inverse = new double[n * n];
        var value = objective(x, g);
        var count = 1;
        Reset(inverse, n, 1 / Math.Max(1, Largest(g)));
        var fresh = true;
        while (Largest(g) > slope && count < most)
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report((double)count / most);
            Direction(inverse, g, d);
            var (reached, used) = Step(objective, x, value, g, d, next, nextG);
            count += used;
            if (double.IsNaN(reached))
            {
                if (fresh) break;
                Reset(inverse, n, 1 / Math.Max(1, Largest(g)));
                fresh = true;
                continue;
            }

            Update(inverse, x, g, next, nextG, d, fresh);
            fresh = false;
            (x, next, g, nextG, value) = (next, x, nextG, g, reached);
        }

        return new(x, value, Largest(g), count);
    }

    private static (double Value, int Used) Step(Objective objective, double[] x, double value, double[] g, double[] d, double[] next, double[] nextG)
    {
        var descent = Dot(g, d);
        if (!(descent < 0)) return (double.NaN, 0);
        var (low, high, t) = (0.0, double.PositiveInfinity, 1.0);
        var slack = 1e-15 * Math.Abs(value);
        for (var used = 1; used <= 40; used++)
        {
            for (var i = 0; i < x.Length; i++) next[i] = x[i] + (t * d[i]);
            var reached = objective(next, nextG);
            if (!double.IsFinite(reached) || reached > value + (Armijo * t * descent) + slack)
                high = t;
            else if (Dot(nextG, d) < Curvature * descent)
                low = t;
            else
                return (reached, used);
            t = double.IsInfinity(high) ? 2 * low : (low + high) / 2;
        }

        return (double.NaN, 40);
    }

    private static void Update(double[] inverse, double[] x, double[] g, double[] next, double[] nextG, double[] work, bool first)
    {
        var n = x.Length;
        var (sy, yy) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            var y = nextG[i] - g[i];
            sy += (next[i] - x[i]) * y;
            yy += y * y;
        }

        if (!(sy > 1e-300) || !(yy > 0)) return;
        if (first) Reset(inverse, n, sy / yy);
        var yHy = 0.0;
        for (var i = 0; i < n; i++)
        {
            work[i] = 0;
            for (var j = 0; j < n; j++) work[i] += inverse[(i * n) + j] * (nextG[j] - g[j]);
            yHy += work[i] * (nextG[i] - g[i]);
        }

        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
            {
                var (si, sj) = (next[i] - x[i], next[j] - x[j]);
                inverse[(i * n) + j] += (((1 + (yHy / sy)) * si * sj) - (work[i] * sj) - (si * work[j])) / sy;
            }
    }

    private static void Direction(double[] inverse, double[] g, double[] d)
    {
        for (var i = 0; i < d.Length; i++)
        {
            d[i] = 0;
            for (var j = 0; j < d.Length; j++) d[i] -= inverse[(i * d.Length) + j] * g[j];
        }
    }

    private static void Reset(double[] inverse, int n, double diagonal)
    {
        Array.Clear(inverse);
        for (var i = 0; i < n; i++) inverse[i * (n + 1)] = diagonal;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static double Largest(double[] values)
    {
        var largest = 0.0;
        foreach (var v in values) largest = Math.Max(largest, Math.Abs(v));
        return largest;
    }
}
