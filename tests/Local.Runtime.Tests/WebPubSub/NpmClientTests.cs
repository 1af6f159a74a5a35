namespace LiquidityRisk.Local.Runtime.Tests.WebPubSub;

public sealed class NpmClientTests
{
    [Fact]
    public async Task Npm_client_joins_receives_is_refused_talks_to_the_app_and_survives_a_kill()
    {
        var folder = TestHost.NewFolder();
        var port = TestAppProcess.FreePort();
        try
        {
            var app = await TestAppProcess.StartAsync(folder, port);
            await using var client = await NodeClient.StartAsync(new Uri(app.Address, "/api/negotiate/ana/news"));
            Assert.Equal("connected ana", await client.ExpectAsync("connected"));
            await client.TellAsync("join news");
            await client.ExpectAsync("done join");
            await PublishAsync(app, """{"price":99.5}""");
            Assert.Equal("""group news {"price":99.5}""", await client.ExpectAsync("group"));

            await client.TellAsync("join secrets");
            Assert.Equal("refused join Forbidden", await client.ExpectAsync("refused"));
            await client.TellAsync("send news 1");
            Assert.Equal("refused send Forbidden", await client.ExpectAsync("refused"));
            await client.TellAsync("""event echo {"question":1}""");
            Assert.Equal("""server {"echo":{"question":1}}""", await client.ExpectAsync("server"));

            await app.KillAsync();
            await app.DisposeAsync();
            await using var again = await TestAppProcess.StartAsync(folder, port);
            Assert.Equal("connected ana", await client.ExpectAsync("connected"));
            await PublishAsync(again, """{"price":98}""");
            Assert.Equal("""group news {"price":98}""", await client.ExpectAsync("group"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PublishAsync(TestAppProcess app, string json) =>
        (await app.Client.PostAsync("publish/news", new StringContent(json))).EnsureSuccessStatusCode();
}
