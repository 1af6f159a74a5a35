namespace LiquidityRisk.Quant.Volatility.Tests;

/// <summary>The generator of tests/Golden/Volatility/garch.py, number for number.</summary>
internal static class SimulatedReturns
{
    /// <summary>The series of that name in garch.csv, or the German mark in British pounds from the real data.</summary>
    public static double[] Named(string name, string? data) => name switch
    {
        "dem2gbp" => [.. File.ReadLines(Path.Combine(data!, "dem2gbp.csv")).Skip(1).Select(l => Quant.Tests.Golden.Number(l.Split(',')[1]))],
        "one" => Of(1, 1500, 0.05, [0.1], 0, [0.85]),
        "two" => Of(2, 1500, 0.10, [0.1, 0.15], 0, [0.6]),
        "gjr" => Of(3, 1500, 0.05, [0.05], 0.15, [0.8]),
        "fat" => Of(4, 1500, 0.05, [0.04], 0.06, [0.85], fat: true),
        "fat two" => Of(5, 1500, 0.10, [0.08, 0.12], 0, [0.6], fat: true),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such series."),
    };

    public static double[] Of(uint seed, int n, double omega, double[] alpha, double gamma, double[] beta, bool fat = false)
    {
        var state = seed;
        var start = omega / (1 - alpha.Sum() - (gamma / 2) - beta.Sum());
        List<double> h = [start, start, start], e = [Math.Sqrt(start), Math.Sqrt(start), Math.Sqrt(start)];
        var returns = new double[n];
        for (var t = 0; t < n; t++)
        {
            var z = -6.0;
            for (var k = 0; k < 12; k++) z += Uniform(ref state);
            if (fat) z *= Uniform(ref state) < 1.0 / 6 ? 2 : 0.7;
            var next = omega + alpha.Select((a, i) => a * e[^(1 + i)] * e[^(1 + i)]).Sum() + beta.Select((b, j) => b * h[^(1 + j)]).Sum();
            if (e[^1] < 0) next += gamma * e[^1] * e[^1];
            h.Add(next);
            e.Add(Math.Sqrt(next) * z);
            returns[t] = Math.Round((0.02 + e[^1]) * 1e6) / 1e6;
        }

        return returns;
    }

    private static double Uniform(ref uint state)
    {
        state = unchecked((1664525 * state) + 1013904223);
        return (state + 0.5) / 4294967296;
    }
}
