using System.Diagnostics;

namespace LiquidityRisk.Benchmarks;

/// <summary>From the start of the process to its being ready.</summary>
internal static class StartupScenario
{
    private const int Runs = 7;

    public static async Task RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("lr-bench-").FullName;
        try
        {
            var times = new List<double>();
            for (var i = 0; i < Runs; i++)
            {
                var watch = Stopwatch.StartNew();
                using var app = await App.StartAsync(data);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            Console.WriteLine(FormattableString.Invariant(
                $"startup: median {times[Runs / 2]:0} ms, fastest {times[0]:0} ms, slowest {times[^1]:0} ms over {Runs} starts"));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
