using System.Text.Json;
using LiquidityRisk.Domain.Wallets.Model;
using LiquidityRisk.Flows.Wallets.Model;
using LiquidityRisk.Functions.Hosting;
using LiquidityRisk.Local.Runtime.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.App.Tests.Wallets;

/// <summary>The liquidation model over HTTP, with a past in which the concentration told who would be liquidated.</summary>
public sealed class LiquidationModelTests : IAsyncLifetime
{
    private RuntimeTestHost _host = null!;
    private WalletClient _rita = null!;
    private WalletClient _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await RuntimeTestHost.StartAsync(new RuntimeTestOptions
        {
            FunctionAssembly = typeof(LiquidityRiskApp).Assembly,
            Options = o =>
            {
                o.Settings["Simulator:Enabled"] = "false";
                o.Settings["Wallets:TrainingSchedule"] = "0 0 0 1 1 *"; // only when it is asked for
            },
            Configure = builder =>
            {
                builder.AddLiquidityRisk();
                for (var i = builder.Services.Count - 1; i >= 0; i--)
                    if (builder.Services[i].ServiceType == typeof(ITrainingHistory)) builder.Services.RemoveAt(i);
                builder.Services.AddSingleton<ITrainingHistory>(new TaughtHistory(TimeProvider.System.GetUtcNow()));
            },
        });
        _rita = new WalletClient(_host.Client, "rita", "risk_manager");
        _ana = new WalletClient(_host.Client, "ana");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_model_is_trained_put_in_force_and_shown_to_everybody()
    {
        var (_, before, _) = await _ana.SendAsync(HttpMethod.Get, "/api/risk/model");
        var trained = await TrainAsync();
        var (_, card, _) = await _ana.SendAsync(HttpMethod.Get, "/api/risk/model");
        var again = await TrainAsync();

        Assert.Equal(("no_model", 0), (before.GetProperty("status").GetString(), before.GetProperty("samples").GetInt32()));
        Assert.Equal("promoted", trained.GetProperty("status").GetString());
        Assert.Equal(("in_force", trained.GetProperty("version").GetString()), (card.GetProperty("status").GetString(), card.GetProperty("in_force").GetProperty("version").GetString()));
        Assert.Equal(2, card.GetProperty("in_force").GetProperty("horizons").GetArrayLength());
        Assert.Equal("rejected", again.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Only_risk_managers_and_admins_train_and_roll_back()
    {
        Assert.Equal(403, (await _ana.SendAsync(HttpMethod.Post, "/api/risk/model/retrain")).Status);
        Assert.Equal(403, (await _ana.SendAsync(HttpMethod.Post, "/api/risk/model/rollback", new { })).Status);
        Assert.Equal(403, (await _ana.SendAsync(HttpMethod.Get, "/api/risk/model/trainings/0123456789abcdef0123456789abcdef")).Status);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_rolled_back_or_asked_for()
    {
        var (status, problem, _) = await _rita.SendAsync(HttpMethod.Post, "/api/risk/model/rollback", new { });

        Assert.Equal((422, "impossible_request"), (status, WalletClient.Code(problem)));
        Assert.Equal(404, (await _rita.SendAsync(HttpMethod.Get, "/api/risk/model/trainings/0123456789abcdef0123456789abcdef")).Status);
        Assert.Equal(404, (await _rita.SendAsync(HttpMethod.Get, "/api/risk/model/trainings/nonsense")).Status);
    }

    private async Task<JsonElement> TrainAsync()
    {
        var (status, _, response) = await _rita.SendAsync(HttpMethod.Post, "/api/risk/model/retrain");
        Assert.Equal(202, status);
        Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter!.Delta);
        while (true)
        {
            var (_, answer, _) = await _rita.SendAsync(HttpMethod.Get, response.Headers.Location!.OriginalString);
            if (answer.GetProperty("status").GetString() != "running") return answer;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private sealed class TaughtHistory(DateTimeOffset now) : ITrainingHistory
    {
        public string? Origin => "Samples of a test.";

        public Task<IReadOnlyList<LabelledSample>> ReadAsync(CancellationToken cancellationToken)
        {
            var random = new Random(5);
            return Task.FromResult<IReadOnlyList<LabelledSample>>([.. Enumerable.Range(0, 1_200).Select(i =>
            {
                double?[] features = [.. LiquidationFeatures.Names.Select(_ => (double?)random.NextDouble())];
                (features[LiquidationFeatures.HealthFactor], features[LiquidationFeatures.HealthVolatility]) = (1 + random.NextDouble(), 0.04);
                var happens = random.NextDouble() < (features[6] > 0.7 ? 0.9 : 0.03);
                return new LabelledSample(now.AddDays(-20).AddHours(4 * (i - 1_200)), features, happens && random.NextDouble() < 0.7, happens);
            })]);
        }
    }
}
