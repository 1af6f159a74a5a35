using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LiquidityRisk.Functions.Hosting;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Local.Runtime.Testing;
using LiquidityRisk.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.App.Tests.Access;

public sealed class RateLimitTests : IAsyncLifetime
{
    private const string List = "/api/v1/liquidity-risk";

    private readonly ManualTime _time = new();
    private RuntimeTestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RuntimeTestHost.StartAsync(new RuntimeTestOptions
    {
        FunctionAssembly = typeof(LiquidityRiskApp).Assembly,
        Time = _time,
        Options = o =>
        {
            o.Settings["Simulator:Enabled"] = "false";
            o.Settings["RateLimits:PerMinute"] = "4";
            o.Settings["RateLimits:AnonymousPerMinute"] = "2";
        },
        Configure = builder => builder.AddLiquidityRisk(),
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Who_sends_too_much_is_told_when_to_come_back_and_is_answered_then()
    {
        var ana = await TokenAsync("ana");
        List<HttpResponseMessage> answers = [];
        for (var i = 0; i < 5; i++) answers.Add(await GetAsync(List, ana));
        var refused = answers[^1];
        var problem = await AppUnderTest.ReadAsync(refused);

        Assert.Equal([200, 200, 200, 200, 429], answers.Select(a => (int)a.StatusCode));
        Assert.Equal(["3", "2", "1", "0", "0"], answers.Select(a => a.Headers.GetValues("RateLimit-Remaining").Single()));
        Assert.All(answers, a => Assert.Equal("4", a.Headers.GetValues("RateLimit-Limit").Single()));
        Assert.Equal("60", refused.Headers.GetValues("RateLimit-Reset").Single());
        Assert.Equal(TimeSpan.FromSeconds(15), refused.Headers.RetryAfter!.Delta);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith("/too_many_requests", problem.GetProperty("type").GetString(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(List, await TokenAsync("ben"))).StatusCode);
        _time.Advance(refused.Headers.RetryAfter.Delta!.Value);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(List, ana)).StatusCode);
    }

    [Fact]
    public async Task Starting_a_great_piece_of_work_uses_up_what_many_reads_would()
    {
        var rita = await TokenAsync("rita", "risk_manager");

        var first = await PostAsync("/api/v1/liquidity-risk/recompute", """{"isins":["US0378331005"]}""", rita);
        var second = await PostAsync("/api/v1/liquidity-risk/recompute", """{"isins":["US0378331005"]}""", rita);

        Assert.Equal([202, 429], new[] { first, second }.Select(a => (int)a.StatusCode));
        Assert.Equal("0", first.Headers.GetValues("RateLimit-Remaining").Single());
        Assert.Contains("counts as 200", (await AppUnderTest.ReadAsync(second)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_has_less_and_health_is_never_refused()
    {
        var pages = new[] { await GetAsync("/docs"), await GetAsync("/docs"), await GetAsync("/docs") };
        var health = new List<HttpResponseMessage>();
        for (var i = 0; i < 20; i++) health.Add(await GetAsync("/health/live"));

        Assert.Equal([200, 200, 429], pages.Select(p => (int)p.StatusCode));
        Assert.All(health, h => Assert.Equal(HttpStatusCode.OK, h.StatusCode));
        Assert.All(health, h => Assert.False(h.Headers.Contains("RateLimit-Limit")));
    }

    [Theory]
    [InlineData("RateLimits:PerMinute", "0")]
    [InlineData("RateLimits:PerMinute", "6000001")]
    [InlineData("RateLimits:AnonymousPerMinute", "many")]
    [InlineData("RateLimits:AnonymousPerMinute", "-1")]
    [InlineData("RateLimits:WalletPerMinute", "0")]
    [InlineData("RateLimits:WalletAddressPerMinute", "1.5")]
    public void A_limit_that_cannot_be_used_is_named_at_start(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build();

        Assert.Contains(key, Assert.Throws<OptionsValidationException>(() => RateLimitOptions.Read(configuration)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_settings_a_desk_has_enough() =>
        Assert.Equal(new RateLimitOptions(6_000, 600, 60, 600), RateLimitOptions.Read(new ConfigurationBuilder().Build()));

    private async Task<string> TokenAsync(string user, string role = "retail")
    {
        var answer = await _host.Client.PostAsJsonAsync("/.auth/login/dev", new { user, roles = new[] { role } });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    private Task<HttpResponseMessage> GetAsync(string path, string? token = null) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), token);

    private Task<HttpResponseMessage> PostAsync(string path, string body, string token) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = AppUnderTest.Json(body) }, token);

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, string? token)
    {
        using var request = message;
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await _host.Client.SendAsync(request);
    }
}
