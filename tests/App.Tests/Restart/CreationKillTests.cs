using LiquidityRisk.App.Tests.CashMarket;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.App.Tests.Restart;

/// <summary>A process of its own over the real store, killed while it creates liquidity. Every single write is killed elsewhere, in this process.</summary>
public sealed class CreationKillTests
{
    [Fact]
    public async Task Liquidity_whose_creation_was_accepted_before_a_kill_is_created_after_it()
    {
        var data = Directory.CreateTempSubdirectory("lr-creation-").FullName;
        try
        {
            var accepted = await AcceptUntilKilledAsync(data);

            using var app = await OwnProcess.StartAsync(data, "admin");
            var market = new CashMarketClient(app.Http);
            foreach (var id in accepted) await market.UntilAsync(id, "completed");

            var proof = await market.GetAsync("/api/v1/accounts/reconciliation");
            Assert.True(proof.GetProperty("agrees").GetBoolean(), $"{proof}");
            var asks = (await market.GetAsync("/api/v1/cash-market/EUA/book")).GetProperty("asks").EnumerateArray();
            Assert.Equal(accepted.Count * 2, asks.Sum(l => l.GetProperty("orders").GetInt32()) / 3);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<List<string>> AcceptUntilKilledAsync(string data)
    {
        using var app = await AppProcess.StartAsync(typeof(Functions.Hosting.LiquidityRiskApp).Assembly.Location, data, null, "--no-simulator");
        var market = new CashMarketClient(app.Http);
        await market.HolderAsync("Rhine", 5_000);
        await market.HolderAsync("Elbe", 5_000);
        var accepted = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var created = await market.CreateAsync("""{"certificate_type":"EUA","ask_amount_eur":60000,"allow_default_reference":true}""");
            accepted.Add(created.GetProperty("id").GetString()!);
        }

        app.Kill(); // the last ones have hardly begun
        return accepted;
    }
}
