using System.Globalization;
using System.Text.Json;
using LiquidityRisk.Functions.Hosting;
using LiquidityRisk.Local.Runtime.Testing;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.App.Tests.Wallets;

/// <summary>A wallet's risk over HTTP, on the simulated chain.</summary>
public sealed class WalletRiskTests : IAsyncLifetime
{
    private const string Wallet = "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23";

    private readonly ManualTime _time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 30, TimeSpan.Zero));
    private RuntimeTestHost _host = null!;
    private WalletClient _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await RuntimeTestHost.StartAsync(new RuntimeTestOptions
        {
            FunctionAssembly = typeof(LiquidityRiskApp).Assembly,
            Time = _time,
            Options = o =>
            {
                o.Settings["Simulator:Enabled"] = "false";
                o.Settings["RateLimits:WalletPerMinute"] = "6000";
                o.Settings["Wallets:ScanSchedule"] = "0 */10 * * * *";
            },
            Configure = builder => builder.AddLiquidityRisk(),
        });
        _owner = new WalletClient(_host.Client, "olivia", signedInWith: WalletAddress.Parse(Wallet));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_owner_has_his_wallet_watched_reads_what_is_known_of_it_and_ends_the_watch()
    {
        var tracked = await AskAsync(HttpMethod.Post, "/api/risk/wallets", new { wallet_address = Wallet });
        var summary = await AskAsync(HttpMethod.Get, "/api/risk/summary?wallet=" + Wallet);
        var history = await AskAsync(HttpMethod.Get, "/api/risk/history?wallet=" + Wallet);
        var ended = await AskAsync(HttpMethod.Delete, "/api/risk/wallets?wallet=" + Wallet.ToLower(CultureInfo.InvariantCulture));

        Assert.NotEqual(JsonValueKind.Null, tracked.GetProperty("tracked_since").ValueKind);
        Assert.Equal(Wallet, summary.GetProperty("wallet_address").GetString());
        Assert.Contains("health factor", summary.GetProperty("headline").GetString(), StringComparison.Ordinal);
        var position = Assert.Single(summary.GetProperty("positions").EnumerateArray());
        var factor = position.GetProperty("supplied").EnumerateArray().Sum(s => s.GetProperty("value_usd").GetDecimal() * s.GetProperty("liquidation_threshold").GetDecimal())
            / position.GetProperty("borrowed").EnumerateArray().Sum(b => b.GetProperty("value_usd").GetDecimal());
        Assert.Equal(factor, position.GetProperty("health_factor").GetDecimal(), 4);
        Assert.Equal("ok", summary.GetProperty("market").GetProperty("value_at_risk").GetProperty("status").GetString());
        Assert.NotEmpty(summary.GetProperty("stress").EnumerateArray());
        Assert.Single(history.GetProperty("points").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, ended.GetProperty("tracked_since").ValueKind);
    }

    [Fact]
    public async Task A_user_is_told_whether_it_is_he_who_has_a_wallet_watched()
    {
        var riskManager = new WalletClient(_host.Client, "rita", "risk_manager");
        var before = await AskAsync(HttpMethod.Get, "/api/risk/wallets?wallet=" + Wallet);
        await AskAsync(HttpMethod.Post, "/api/risk/wallets", new { wallet_address = Wallet });
        var owner = await AskAsync(HttpMethod.Get, "/api/risk/wallets?wallet=" + Wallet);
        var other = (await riskManager.SendAsync(HttpMethod.Get, "/api/risk/wallets?wallet=" + Wallet, null, Wallet)).Body;

        Assert.Equal(JsonValueKind.Null, before.GetProperty("tracked_since").ValueKind);
        Assert.False(before.GetProperty("tracked_by_caller").GetBoolean());
        Assert.True(owner.GetProperty("tracked_by_caller").GetBoolean());
        Assert.False(other.GetProperty("tracked_by_caller").GetBoolean());
        Assert.Equal(owner.GetProperty("tracked_since").GetDateTimeOffset(), other.GetProperty("tracked_since").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_figure_is_explained_down_to_what_was_read()
    {
        await AskAsync(HttpMethod.Post, "/api/risk/wallets", new { wallet_address = Wallet });
        var summary = await AskAsync(HttpMethod.Get, "/api/risk/summary?wallet=" + Wallet);
        var all = await AskAsync(HttpMethod.Get, "/api/v1/explain/wallet." + Wallet);
        var ratio = await AskAsync(HttpMethod.Get, $"/api/v1/explain/wallet.{Wallet}.health_ratio");

        Assert.Equal(summary.GetProperty("health").GetProperty("health_ratio").GetDouble(), ratio.GetProperty("value").GetDouble(), 1e-6);
        Assert.Contains("event:positions:the_graph:", ratio.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("event:market:", ratio.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(ratio.GetRawText(), all.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(404, (await SendAsync(HttpMethod.Get, $"/api/v1/explain/wallet.{Wallet}.weather")).Status);
        Assert.Equal(400, (await SendAsync(HttpMethod.Get, "/api/v1/explain/wallet.nonsense")).Status);
        Assert.Equal(403, (await SendAsync(HttpMethod.Get, "/api/v1/explain/wallet.0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")).Status);
    }

    [Fact]
    public async Task An_alerts_remedy_tried_out_reaches_its_target()
    {
        await AskAsync(HttpMethod.Post, "/api/risk/wallets", new { wallet_address = Wallet });
        var alerts = await AskAsync(HttpMethod.Get, "/api/risk/alerts?resolved=false");
        var alert = alerts.GetProperty("items").EnumerateArray().Single(a => a.GetProperty("kind").GetString() == "liquidation_risk");
        var best = alert.GetProperty("rescue").GetProperty("best");

        var tried = await AskAsync(HttpMethod.Post, "/api/risk/simulate", new { wallet_address = Wallet, changes = best.GetProperty("changes") });

        Assert.Equal(
            best.GetProperty("health_factor_after").GetDecimal(),
            tried.GetProperty("after").GetProperty("health").GetProperty("health_factor").GetDecimal(),
            4);
    }

    [Fact]
    public async Task An_alert_is_closed_once_and_listed_as_closed()
    {
        await AskAsync(HttpMethod.Post, "/api/risk/wallets", new { wallet_address = Wallet });
        var id = (await AskAsync(HttpMethod.Get, "/api/risk/alerts?resolved=false")).GetProperty("items")[0].GetProperty("id").GetString();

        var first = await AskAsync(HttpMethod.Post, $"/api/risk/alerts/{id}/resolve");
        var second = await AskAsync(HttpMethod.Post, $"/api/risk/alerts/{id}/resolve");

        Assert.Equal(("manual", "olivia"), (first.GetProperty("resolved_reason").GetString(), first.GetProperty("resolved_by").GetString()));
        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.Equal(id, (await AskAsync(HttpMethod.Get, "/api/risk/alerts?resolved=true")).GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal(404, (await SendAsync(HttpMethod.Post, "/api/risk/alerts/nothing/resolve")).Status);
    }

    [Fact]
    public async Task Every_ten_minutes_a_scan_looks_at_all_wallets_that_are_watched()
    {
        await AskAsync(HttpMethod.Post, "/api/risk/wallets", new { wallet_address = Wallet });
        var before = (await AskAsync(HttpMethod.Get, "/api/risk/summary?wallet=" + Wallet)).GetProperty("as_of").GetDateTimeOffset();
        await _host.WaitForIdleAsync(); // the scan of the start is over: the next one must not find it running

        _time.Advance(TimeSpan.FromMinutes(10));
        await _host.WaitForIdleAsync();

        var status = await AskAsync(HttpMethod.Get, "/api/risk/status");
        Assert.Equal(("completed", 1, 0), (
            status.GetProperty("scan").GetProperty("state").GetString(),
            status.GetProperty("scan").GetProperty("wallets").GetInt32(),
            status.GetProperty("scan").GetProperty("failed").GetInt32()));
        Assert.Equal(1, status.GetProperty("tracked_wallets").GetInt32());
        Assert.True((await AskAsync(HttpMethod.Get, "/api/risk/summary?wallet=" + Wallet)).GetProperty("as_of").GetDateTimeOffset() > before);
    }

    [Fact]
    public async Task Some_protocols_alone_are_read_anew_and_the_missions_names_mean_all_versions()
    {
        var summary = await AskAsync(
            HttpMethod.Post, "/api/risk/analyze", new { wallet_address = Wallet, force_refresh = true, protocols = new[] { "aave_v3", "compound" } });

        Assert.Equal(
            ["the_graph:aave_v3", "the_graph:compound_v2", "the_graph:compound_v3"],
            summary.GetProperty("data_freshness").EnumerateArray().Select(f => f.GetProperty("source").GetString()).Where(s => s!.StartsWith("the_graph", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("POST", "/api/risk/analyze", """{"wallet_address":"0x12"}""", 400, "wallet_address")]
    [InlineData("POST", "/api/risk/analyze", """{"wallet_address":"0x2C7536E3605D9C16a7a3D7b1898e529396a65c23"}""", 400, "wallet_address")]
    [InlineData("POST", "/api/risk/analyze", """{"wallet_address":"0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2"}""", 403, null)]
    [InlineData("POST", "/api/risk/analyze", """{"wallet_address":"0x2c7536E3605D9C16a7a3D7b1898e529396a65c23","protocols":["maker"]}""", 400, "protocols")]
    [InlineData("POST", "/api/risk/analyze", """{"wallet_address":"0x2c7536E3605D9C16a7a3D7b1898e529396a65c23","protocols":[]}""", 400, "protocols")]
    [InlineData("POST", "/api/risk/simulate", """{"wallet_address":"0x2c7536E3605D9C16a7a3D7b1898e529396a65c23","changes":[]}""", 400, "changes")]
    [InlineData("POST", "/api/risk/simulate", """{"wallet_address":"0x2c7536E3605D9C16a7a3D7b1898e529396a65c23","changes":[{"type":"steal"}]}""", 400, "changes[0].type")]
    [InlineData("POST", "/api/risk/simulate", """{"wallet_address":"0x2c7536E3605D9C16a7a3D7b1898e529396a65c23","changes":[{"type":"repay","protocol":"aave_v3","asset":"USDC","amount":-1}]}""", 400, "changes[0].amount")]
    [InlineData("POST", "/api/risk/simulate", """{"wallet_address":"0x2c7536E3605D9C16a7a3D7b1898e529396a65c23","changes":[{"type":"price_shock","change":-1}]}""", 400, "changes[0].change")]
    [InlineData("POST", "/api/risk/simulate", """{"wallet_address":"0x2c7536E3605D9C16a7a3D7b1898e529396a65c23","changes":[{"type":"repay","protocol":"aave_v3","asset":"USDC","amount":1e14,"from_outside":true}]}""", 422, "changes[0]")]
    [InlineData("GET", "/api/risk/summary", null, 400, "wallet")]
    [InlineData("GET", "/api/risk/summary?wallet=0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2", null, 403, null)]
    [InlineData("GET", "/api/risk/alerts?severity=mild", null, 400, "severity")]
    [InlineData("GET", "/api/risk/alerts?resolved=maybe", null, 400, "resolved")]
    [InlineData("GET", "/api/risk/history?wallet=0x2c7536E3605D9C16a7a3D7b1898e529396a65c23&from=2026-02-01&to=2026-01-01", null, 400, "to")]
    public async Task What_cannot_be_used_is_refused_by_its_name(string method, string path, string? body, int status, string? field)
    {
        await AskAsync(HttpMethod.Post, "/api/risk/analyze", new { wallet_address = Wallet });

        var (code, problem, _) = await SendAsync(new HttpMethod(method), path, body is null ? null : JsonDocument.Parse(body).RootElement);

        Assert.Equal(status, code);
        if (field is not null) Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.GetRawText());
    }

    [Fact]
    public async Task The_missions_word_for_a_critical_alert_is_understood() =>
        Assert.Equal(200, (await SendAsync(HttpMethod.Get, "/api/risk/alerts?severity=high&resolved=false")).Status);

    [Fact]
    public async Task A_wallet_that_was_never_analysed_is_not_found() =>
        Assert.Equal(404, (await SendAsync(HttpMethod.Get, "/api/risk/summary?wallet=" + Wallet)).Status);

    private Task<(int Status, JsonElement Body, HttpResponseMessage Response)> SendAsync(HttpMethod method, string path, object? body = null) =>
        _owner.SendAsync(method, path, body, Wallet);

    private async Task<JsonElement> AskAsync(HttpMethod method, string path, object? body = null)
    {
        var (status, answer, _) = await SendAsync(method, path, body);
        Assert.True(status == 200, answer.ValueKind == JsonValueKind.Undefined ? status.ToString(CultureInfo.InvariantCulture) : answer.GetRawText());
        return answer;
    }
}
