using System.Diagnostics;
using System.Globalization;
using LiquidityRisk.Quant.Risk;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Benchmarks;

/// <summary>
/// Monte Carlo value at risk of 50 assets over 10,000 paths, and the same in numpy (var_peer.py) on this machine: both take the covariance and return
/// value at risk and shortfall; both are timed as the median of many runs in one process.
/// </summary>
internal static class VarScenario
{
    private const int Assets = 50;
    private const int Paths = 10_000;
    private const int WarmUps = 40;
    private const int Runs = 200;

    private static readonly (string Name, MonteCarloModel Model)[] Models =
    [
        ("normal", new()),
        ("student", new(Shape.StudentT, Shape.StudentT, 5)),
        ("t-copula-normal", new(Shape.StudentT, Shape.Normal, 5)),
        ("normal-copula-t", new(Shape.Normal, Shape.StudentT, 5)),
    ];

    public static async Task RunAsync()
    {
        var exposures = Enumerable.Range(0, Assets).Select(i => 100.0 * ((i % 7) - 2)).ToArray();
        var covariance = new double[Assets, Assets];
        for (var i = 0; i < Assets; i++)
            for (var j = 0; j < Assets; j++)
                covariance[i, j] = (0.01 + (0.0005 * i)) * (0.01 + (0.0005 * j)) * (i == j ? 1 : 0.3 + (0.4 * Math.Exp(-Math.Abs(i - j) / 5.0)));

        var peer = await PeerAsync();
        foreach (var (name, model) in Models)
        {
            var times = new double[Runs];
            TailLoss tail = default;
            for (var run = -WarmUps; run < Runs; run++)
            {
                var start = Stopwatch.GetTimestamp();
                tail = MonteCarloVar.Of(exposures, covariance, model, 0.99, Paths, 1);
                if (run >= 0) times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            Array.Sort(times);
            var median = times[Runs / 2];
            var beside = peer.TryGetValue(name, out var other)
                ? Invariant($"; numpy {other:0.00} ms, {other / median:0.0} times as long")
                : "; no figure from numpy";
            Console.WriteLine(Invariant(
                $"var: {name}, {Assets} assets, {Paths:N0} paths: p50 {median:0.00} ms, p99 {times[Runs * 99 / 100]:0.00} ms (VaR {tail.ValueAtRisk:0.0}, ES {tail.ExpectedShortfall:0.0}){beside}"));
        }
    }

    private static async Task<Dictionary<string, double>> PeerAsync()
    {
        var times = new Dictionary<string, double>(StringComparer.Ordinal);
        var script = Path.Combine(Checkout.Root, "tests", "Benchmarks", "var_peer.py");
        try
        {
            using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            while (await python.StandardOutput.ReadLineAsync() is { } line)
            {
                Console.WriteLine($"var: numpy: {line}");
                if (line.Split(' ') is [var name, var time, ..]) times[name] = double.Parse(time, CultureInfo.InvariantCulture);
            }

            await python.WaitForExitAsync();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine("var: there is no /usr/bin/python3 to compare with");
        }

        return times;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
