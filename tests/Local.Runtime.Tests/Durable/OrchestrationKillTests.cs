using System.Net.Http.Json;
using LiquidityRisk.Local.Runtime.Tests.Hosting;

namespace LiquidityRisk.Local.Runtime.Tests.Durable;

public sealed class OrchestrationKillTests : IAsyncDisposable
{
    private const int Chains = 20;
    private const int Steps = 20;

    private readonly string _folder = TestHost.NewFolder();
    private readonly HttpClient _http = new();

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Orchestrations_survive_the_death_of_the_process_again_and_again()
    {
        for (var life = 0; life < 4; life++)
        {
            using var app = await AppProcess.StartAsync(_folder);
            if (life == 0) await Task.WhenAll(Enumerable.Range(0, Chains).Select(i => StartChainAsync(app, i)));
            var goal = (life + 1) * Chains * Steps / 5;
            while ((await AppliedAsync(app)).Count < goal) await Task.Yield();
            await app.KillAsync();
        }

        using var last = await AppProcess.StartAsync(_folder);
        for (var i = 0; i < Chains; i++)
            Assert.Equal($"Completed {Steps * (Steps - 1) / 2}", await TestHost.InTime(_http.GetStringAsync(new Uri(last.Address, $"api/chains/chain{i}"))));

        var expected = from i in Enumerable.Range(0, Chains) from step in Enumerable.Range(0, Steps) select $"chain{i}-{step}";
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await AppliedAsync(last)).Order(StringComparer.Ordinal));
    }

    private async Task<List<string>> AppliedAsync(AppProcess app) =>
        (await _http.GetFromJsonAsync<List<string>>(new Uri(app.Address, "api/applied")))!;

    private async Task StartChainAsync(AppProcess app, int i) =>
        (await _http.PostAsync(new Uri(app.Address, $"api/chains/chain{i}/{Steps}"), null)).EnsureSuccessStatusCode();
}
