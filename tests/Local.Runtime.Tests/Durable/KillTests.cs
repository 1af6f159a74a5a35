namespace LiquidityRisk.Local.Runtime.Tests.Durable;

public sealed class KillTests
{
    private const int Chains = 20;
    private const int Steps = 20;

    [Fact]
    public async Task Orchestrations_survive_the_death_of_the_process_again_and_again()
    {
        var folder = TestHost.NewFolder();
        try
        {
            for (var life = 0; life < 4; life++)
            {
                await using var app = await TestAppProcess.StartAsync(folder);
                if (life == 0) await Task.WhenAll(Enumerable.Range(0, Chains).Select(i => StartAsync(app, i)));
                var goal = (life + 1) * Chains * Steps / 5;
                await TestHost.WaitAsync(() => Effects(folder).Length >= goal);
                await app.KillAsync();
            }

            await using var last = await TestAppProcess.StartAsync(folder);
            for (var i = 0; i < Chains; i++)
                Assert.Equal($"Completed {Steps * (Steps - 1) / 2}", await TestHost.InTime(last.Client.GetStringAsync($"chains/chain{i}")));

            var expected = from i in Enumerable.Range(0, Chains) from step in Enumerable.Range(0, Steps) select $"chain{i}-{step}";
            Assert.Equal(expected.Order(StringComparer.Ordinal), Effects(folder).Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Effects(string folder)
    {
        var effects = Path.Combine(folder, "effects");
        return Directory.Exists(effects) ? [.. Directory.GetFiles(effects).Select(f => Path.GetFileName(f))] : [];
    }

    private static async Task StartAsync(TestAppProcess app, int i) =>
        (await app.Client.PostAsync($"chains/chain{i}/{Steps}", null)).EnsureSuccessStatusCode();
}
