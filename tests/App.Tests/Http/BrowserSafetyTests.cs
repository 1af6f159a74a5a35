using System.Net;
using LiquidityRisk.Functions.Hosting;
using LiquidityRisk.Local.Runtime.Hosting;
using LiquidityRisk.Local.Runtime.Testing;

namespace LiquidityRisk.App.Tests.Http;

public sealed class BrowserSafetyTests(AppUnderTest app) : IClassFixture<AppUnderTest>
{
    private const string List = "/api/v1/liquidity-risk";

    [Theory]
    [InlineData(List, "retail")]
    [InlineData(List, "feed")]
    [InlineData(List + "/apple", "retail")]
    [InlineData("/health", "retail")]
    public async Task Answers_and_problems_may_not_be_guessed_at_framed_or_run(string path, string role)
    {
        var headers = (await app.GetAsync(path, role)).Headers;

        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Without_a_setting_no_other_origin_is_let_in()
    {
        using var request = Preflight("https://desk.example.com");

        Assert.False((await app.Http.SendAsync(request)).Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_named_origin_may_call_and_others_may_not()
    {
        await using var host = await StartAsync("https://desk.example.com, http://localhost:5173");
        using var named = Preflight("http://localhost:5173");
        using var other = Preflight("https://evil.example.com");
        using var call = new HttpRequestMessage(HttpMethod.Get, "/health");
        call.Headers.Add("Origin", "https://desk.example.com");

        var allowed = await host.Client.SendAsync(named);
        var answered = await host.Client.SendAsync(call);

        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Equal("http://localhost:5173", allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("authorization", allowed.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("https://desk.example.com", answered.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("RateLimit-Remaining", answered.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
        Assert.False((await host.Client.SendAsync(other)).Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("desk.example.com")]
    [InlineData("https://desk.example.com/path")]
    public async Task What_is_no_origin_is_named_at_start(string origins) =>
        Assert.Contains("Cors:Origins", (await Assert.ThrowsAsync<StartupException>(() => StartAsync(origins))).Message, StringComparison.Ordinal);

    private static Task<RuntimeTestHost> StartAsync(string origins) => RuntimeTestHost.StartAsync(new RuntimeTestOptions
    {
        FunctionAssembly = typeof(LiquidityRiskApp).Assembly,
        Options = o =>
        {
            o.Settings["Simulator:Enabled"] = "false";
            o.Settings["Cors:Origins"] = origins;
        },
        Configure = builder => builder.AddLiquidityRisk(),
    });

    private static HttpRequestMessage Preflight(string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, List);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "authorization");
        return request;
    }
}
