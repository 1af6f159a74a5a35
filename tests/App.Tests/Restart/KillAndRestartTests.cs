using System.Net;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.App.Tests.Restart;

public sealed class KillAndRestartTests
{
    private static readonly string[] Bonds = ["US0378331005", "GB0002634946", "AU0000XVGZA3", "CH0012214059"];

    [Theory]
    [InlineData(3)]
    [InlineData(25)]
    [InlineData(60)]
    public async Task What_was_accepted_before_a_kill_is_translated_after_it(int killAfter)
    {
        var data = Directory.CreateTempSubdirectory("lr-kill-").FullName;
        try
        {
            var accepted = await FeedUntilKilledAsync(data, killAfter);

            using var app = await OwnProcess.StartAsync(data, "professional");
            foreach (var (isin, sequence) in accepted)
                Assert.True(await BidReachesAsync(app, isin, sequence), $"{isin} did not reach {sequence}.");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    // The bid of each quote carries its number, so that the newest accepted one can be recognised afterwards.
    private static async Task<Dictionary<string, int>> FeedUntilKilledAsync(string data, int killAfter)
    {
        var accepted = new Dictionary<string, int>(StringComparer.Ordinal);
        using var app = await OwnProcess.StartAsync(data, "feed");
        for (var i = 1; ; i++)
        {
            var isin = Bonds[i % Bonds.Length];
            var quote = AppUnderTest.Quote(isin, i, Bid(i), Bid(i) + 1);
            if (i == killAfter)
            {
                var underWay = app.Http.PostAsync("/api/v1/market-data/events", AppUnderTest.Json($$"""{"events":[{{quote}}]}"""));
                app.Kill();
                await Task.WhenAny(underWay.ContinueWith(_ => { }, TaskScheduler.Default));
                return accepted;
            }

            var response = await app.Http.PostAsync("/api/v1/market-data/events", AppUnderTest.Json($$"""{"events":[{{quote}}]}"""));
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
            accepted[isin] = i;
        }
    }

    private static decimal Bid(int number) => 50m + (number / 100m);

    private static async Task<bool> BidReachesAsync(AppProcess app, string isin, int number)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!limit.IsCancellationRequested)
        {
            using var response = await app.Http.GetAsync("/api/v1/liquidity-risk/" + isin, CancellationToken.None);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                var bid = (await AppUnderTest.ReadAsync(response)).GetProperty("liquidity_profile").GetProperty("bid").GetDecimal();
                if (bid >= Bid(number)) return true;
            }

            await Task.Yield();
        }

        return false;
    }
}
