using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Functions.Hosting;
using LiquidityRisk.Local.Runtime.Testing;
using LiquidityRisk.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.App.Tests;

/// <summary>The whole app over real HTTP on the embedded runtime, without a market of its own.</summary>
public sealed class AppUnderTest : IAsyncLifetime
{
    public RuntimeTestHost Host { get; private set; } = null!;

    public HttpClient Http => Host.Client;

    public async ValueTask InitializeAsync() => Host = await RuntimeTestHost.StartAsync(new RuntimeTestOptions
    {
        FunctionAssembly = typeof(LiquidityRiskApp).Assembly,
        Options = o =>
        {
            o.Settings["Simulator:Enabled"] = "false";
            o.Settings["RateLimits:PerMinute"] = "6000000";
            o.Settings["RateLimits:WalletPerMinute"] = "6000000";
            o.Settings["RateLimits:WalletAddressPerMinute"] = "6000000";
        },
        Configure = builder => builder.AddLiquidityRisk(),
    });

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public static string Quote(string isin, long sequence, decimal bid = 100.50m, decimal ask = 100.75m, string? timestamp = null) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"type":"microstructure","source":"test","sequence":{{sequence}},"isin":"{{isin}}","timestamp":"{{timestamp ?? "2026-01-05T09:00:00Z"}}",
         "payload":{"bid":{{bid}},"ask":{{ask}},"bid_size":1000000,"ask_size":1000000,"l2_depth_qty":5000000,"l2_levels":5,
         "volume_face":10000000,"time_since_last_trade_s":300} }
        """);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body = null, params string[] roles)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (roles.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await AppProcess.TokenAsync(Http, roles));
        return await Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params string[] roles) => SendAsync(HttpMethod.Get, path, null, roles);

    public Task<HttpResponseMessage> SubmitAsync(params string[] events) =>
        SendAsync(HttpMethod.Post, "/api/v1/market-data/events", Json($$"""{"events":[{{string.Join(',', events)}}]}"""), "feed");

    /// <summary>Puts raw bytes on the hub, past the API's validation.</summary>
    public Task PublishRawAsync(string key, ReadOnlyMemory<byte> body) => Host.Services.GetRequiredService<IEventPublisher>()
        .PublishAsync(SubmitMarketData.Hub, [new OutgoingEvent(key, body)], CancellationToken.None);

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        (await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync())).RootElement;
}
