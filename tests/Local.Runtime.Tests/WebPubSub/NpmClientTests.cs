using System.Net;
using System.Net.Sockets;
using LiquidityRisk.Local.Runtime.Tests.Hosting;

namespace LiquidityRisk.Local.Runtime.Tests.WebPubSub;

public sealed class NpmClientTests : IAsyncDisposable
{
    private readonly string _folder = TestHost.NewFolder();
    private readonly HttpClient _http = new();

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Npm_client_joins_receives_is_refused_talks_to_the_app_and_survives_a_kill()
    {
        var port = $"{FreePort()}";
        using var app = await AppProcess.StartAsync(_folder, "--port", port);
        await using var client = await NodeClient.StartAsync(new Uri(app.Address, "api/negotiate/ana/news"));
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
        using var again = await AppProcess.StartAsync(_folder, "--port", port);
        Assert.Equal("connected ana", await client.ExpectAsync("connected"));
        await PublishAsync(again, """{"price":98}""");
        Assert.Equal("""group news {"price":98}""", await client.ExpectAsync("group"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task PublishAsync(AppProcess app, string json) =>
        (await _http.PostAsync(new Uri(app.Address, "api/publish/news"), new StringContent(json))).EnsureSuccessStatusCode();
}
