namespace LiquidityRisk.Benchmarks;

/// <summary>Memory of the app after a million ticks over HTTP.</summary>
internal static class MemoryScenario
{
    private const int Bonds = 500;
    private const int Count = 1_000_000;
    private const int Batch = 1_000;

    public static Task RunAsync() => App.RunAsync(async app =>
    {
        var isins = Ticks.Isins(Bonds);
        for (var first = 0; first < Count; first += Batch)
        {
            var now = TimeProvider.System.GetUtcNow();
            await App.SubmitAsync(app, Enumerable.Range(first, Batch).Select(i => Ticks.Quote(isins[i % Bonds], i, now)));
        }

        Console.WriteLine(FormattableString.Invariant(
            $"memory: working set {app.WorkingSet / 1024.0 / 1024.0:0} MiB after {Count:N0} ticks on {Bonds} bonds"));
    });
}
