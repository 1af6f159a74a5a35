namespace LiquidityRisk.App.Tests.CashMarket;

public sealed class RoleTests(AppUnderTest app) : IClassFixture<AppUnderTest>
{
    private const string Nobody = "0123456789abcdef0123456789abcdef";
    private readonly CashMarketClient _market = new(app.Http, app.Host.Services);

    public static TheoryData<string, string> ForAdministrators => new()
    {
        { "POST", "/api/v1/liquidity/preview" },
        { "POST", "/api/v1/liquidity/create" },
        { "POST", "/api/v1/liquidity/provision" },
        { "POST", $"/api/v1/liquidity/operations/{Nobody}/approve" },
        { "POST", $"/api/v1/liquidity/operations/{Nobody}/reject" },
        { "POST", $"/api/v1/liquidity/operations/{Nobody}/withdraw" },
        { "POST", $"/api/v1/liquidity/operations/{Nobody}/retry" },
        { "GET", "/api/v1/liquidity/operations" },
        { "GET", $"/api/v1/liquidity/operations/{Nobody}" },
        { "GET", "/api/v1/liquidity/schedules" },
        { "POST", "/api/v1/liquidity/schedules" },
        { "PUT", $"/api/v1/liquidity/schedules/{Nobody}" },
        { "DELETE", $"/api/v1/liquidity/schedules/{Nobody}" },
        { "GET", "/api/v1/market-makers" },
        { "POST", "/api/v1/market-makers" },
        { "GET", $"/api/v1/market-makers/{Nobody}" },
        { "PUT", $"/api/v1/market-makers/{Nobody}/fund" },
        { "GET", $"/api/v1/market-makers/{Nobody}/transactions" },
        { "DELETE", $"/api/v1/market-makers/{Nobody}" },
        { "GET", "/api/v1/accounts" },
        { "PUT", $"/api/v1/accounts/{Nobody}/fund" },
    };

    [Theory]
    [MemberData(nameof(ForAdministrators))]
    public async Task Liquidity_and_market_makers_are_not_for_clients(string method, string path)
    {
        foreach (var role in (string[])["retail", "professional", "risk_manager"])
        {
            var (status, problem) = await _market.SendAsync("ron", new HttpMethod(method), path, method == "GET" ? null : "{}", role);
            Assert.Equal((403, "https://liquidityrisk.dev/problems/not_allowed"), (status, problem.GetProperty("type").GetString()));
        }

        var anonymous = await app.SendAsync(new HttpMethod(method), path, method == "GET" ? null : AppUnderTest.Json("{}"));
        Assert.Equal(401, (int)anonymous.StatusCode);
    }

    [Theory]
    [InlineData("retail", 403)]
    [InlineData("professional", 403)]
    [InlineData("risk_manager", 200)]
    [InlineData("compliance", 200)]
    [InlineData("admin", 200)]
    public async Task Whether_all_adds_up_is_for_those_who_watch(string role, int status) =>
        Assert.Equal(status, (await _market.SendAsync("ron", HttpMethod.Get, "/api/v1/accounts/reconciliation", null, role)).Status);

    [Fact]
    public async Task Compliance_reads_and_does_not_act()
    {
        Assert.Equal(200, (await _market.SendAsync("eva", HttpMethod.Get, "/api/v1/liquidity/operations", null, "compliance")).Status);
        Assert.Equal(200, (await _market.SendAsync("eva", HttpMethod.Get, "/api/v1/market-makers", null, "compliance")).Status);
        Assert.Equal(403, (await _market.SendAsync("eva", HttpMethod.Post, "/api/v1/liquidity/create", "{}", "compliance")).Status);
        Assert.Equal(403, (await _market.SendAsync("eva", HttpMethod.Post, $"/api/v1/liquidity/operations/{Nobody}/approve", "{}", "compliance")).Status);
        Assert.Equal(403, (await _market.SendAsync("eva", HttpMethod.Post, "/api/v1/cash-market/EUA/orders", "{}", "compliance")).Status);
    }

    [Fact]
    public async Task A_client_trades_and_sees_his_own_account_only()
    {
        var (placed, order) = await _market.SendAsync(
            "ron", HttpMethod.Post, "/api/v1/cash-market/EUA/orders", """{"side":"BUY","price":50,"quantity":10}""", "retail");
        Assert.Equal(201, placed);
        var path = "/api/v1/cash-market/EUA/orders/" + order.GetProperty("id").GetString();

        Assert.Equal(404, (await _market.SendAsync("eve", HttpMethod.Delete, path, null, "retail")).Status);
        Assert.Empty((await _market.SendAsync("eve", HttpMethod.Get, "/api/v1/accounts/me", null, "retail")).Body.GetProperty("orders").EnumerateArray());
        Assert.Equal(200, (await _market.SendAsync("ron", HttpMethod.Delete, path, null, "retail")).Status);
    }
}
