using System.Globalization;
using System.Net;
using System.Text.Json;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.App.Tests.Restart;

public sealed class RecomputeKillTests
{
    private const int Bonds = 2_000;
    private const double NewIndex = 50.31;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly Dictionary<string, string> TightnessAlone = new(StringComparer.Ordinal)
    {
        ["Bonds__LiquidityIndexWeights__Spread"] = "1",
        ["Bonds__LiquidityIndexWeights__Depth"] = "0",
        ["Bonds__LiquidityIndexWeights__Turnover"] = "0",
        ["Bonds__LiquidityIndexWeights__Volume"] = "0",
    };

    [Fact]
    public async Task A_recomputation_killed_half_way_is_finished_by_the_next_process()
    {
        var data = Directory.CreateTempSubdirectory("lr-recompute-").FullName;
        try
        {
            using (var first = await OwnProcess.StartAsync(data, "feed", "professional")) await FeedAsync(first);
            var (statusUrl, seen) = await RecomputeUntilKilledAsync(data);

            using var app = await OwnProcess.StartAsync(data, TightnessAlone, "risk_manager", "professional");
            var status = await PollAsync(app, statusUrl, s => s.GetProperty("status").GetString() != "running");

            Assert.InRange(seen, 1, Bonds - 1);
            Assert.Equal("completed", status.GetProperty("status").GetString());
            Assert.Equal(Bonds, status.GetProperty("done").GetInt32());
            Assert.InRange(status.GetProperty("changed").GetInt32(), 1, Bonds);
            Assert.All(await IndicesAsync(app), index => Assert.Equal(NewIndex, index));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task FeedAsync(AppProcess app)
    {
        foreach (var chunk in Enumerable.Range(0, Bonds).Chunk(1_000))
        {
            var events = string.Join(',', chunk.Select(i => AppUnderTest.Quote(Isin(i), 1)));
            using var response = await app.Http.PostAsync("/api/v1/market-data/events", AppUnderTest.Json($$"""{"events":[{{events}}]}"""));
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        }

        await PollAsync(app, "/api/v1/liquidity-risk?limit=1", list => list.GetProperty("total").GetInt32() == Bonds);
    }

    private static async Task<(string StatusUrl, int Done)> RecomputeUntilKilledAsync(string data)
    {
        using var app = await OwnProcess.StartAsync(data, TightnessAlone, "risk_manager");
        var isins = Enumerable.Range(0, Bonds).Select(Isin);
        using var accepted = await app.Http.PostAsync(
            "/api/v1/liquidity-risk/recompute", AppUnderTest.Json(JsonSerializer.Serialize(new { isins, mode = "accurate" })));
        var statusUrl = accepted.Headers.Location!.OriginalString;
        var status = await PollAsync(app, statusUrl, s => s.GetProperty("done").GetInt32() > 0);
        app.Kill();
        return (statusUrl, status.GetProperty("done").GetInt32());
    }

    private static async Task<List<double>> IndicesAsync(AppProcess app)
    {
        var indices = new List<double>();
        for (var cursor = 0; cursor < Bonds; cursor += 500)
        {
            using var response = await app.Http.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/api/v1/liquidity-risk?limit=500&cursor={cursor}"));
            var items = (await AppUnderTest.ReadAsync(response)).GetProperty("items").EnumerateArray();
            indices.AddRange(items.Select(i => Math.Round(i.GetProperty("liquidity_index").GetDouble(), 2)));
        }

        Assert.Equal(Bonds, indices.Count);
        return indices;
    }

    private static async Task<JsonElement> PollAsync(AppProcess app, string path, Func<JsonElement, bool> isThere)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            using var response = await app.Http.GetAsync(path, limit.Token);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var answer = await AppUnderTest.ReadAsync(response);
            if (isThere(answer)) return answer;
        }
    }

    private static string Isin(int number) => string.Create(CultureInfo.InvariantCulture, $"XS{number:D9}0");
}
