using System.Text.Json;

namespace LiquidityRisk.App.Tests.CashMarket;

/// <summary>What cannot be done is refused as a named problem that names the member at fault, and changes nothing.</summary>
public sealed class RefusalTests(AppUnderTest app) : IClassFixture<AppUnderTest>, IAsyncLifetime
{
    private const string Liquidity = "/api/v1/liquidity";
    private const string Makers = "/api/v1/market-makers";
    private const string Orders = "/api/v1/cash-market/EUA/orders";
    private const string Nobody = "0123456789abcdef0123456789abcdef";
    private static bool s_prepared;
    private readonly CashMarketClient _market = new(app.Http, app.Host.Services);

    public async ValueTask InitializeAsync()
    {
        if (s_prepared) return;
        s_prepared = true;
        await _market.ProviderAsync("Rhine", 50_000);
        await _market.HolderAsync("Elbe", 500);
        await _market.PostAsync("ana", Orders, """{"side":"SELL","price":71,"quantity":100}""");
        await _market.PostAsync("ana", Orders, """{"side":"BUY","price":69,"quantity":100}""");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("create", """{"certificate_type":"EUA","bid_amount_eur":0,"ask_amount_eur":0}""", 400, "invalid_request", "bid_amount_eur")]
    [InlineData("create", """{"certificate_type":"EUA","bid_amount_eur":-1}""", 400, "invalid_request", "bid_amount_eur")]
    [InlineData("create", """{"certificate_type":"EUA","ask_amount_eur":-0.01}""", 400, "invalid_request", "ask_amount_eur")]
    [InlineData("create", """{"certificate_type":"EUA","bid_amount_eur":0.001}""", 400, "invalid_request", "bid_amount_eur")]
    [InlineData("create", """{"certificate_type":"EUA","bid_amount_eur":0.01}""", 409, "amount_below_one_lot", "bid_amount_eur")]
    [InlineData("create", """{"certificate_type":"EUA","bid_amount_eur":1e13}""", 400, "invalid_request", "bid_amount_eur")]
    [InlineData("create", """{"certificate_type":"EUA","bid_amount_eur":1e300}""", 400, "invalid_request", "bid_amount_eur")]
    [InlineData("create", """{"certificate_type":"EUA","bid_amount_eur":79228162514264337593543950335}""", 400, "invalid_request", "bid_amount_eur")]
    [InlineData("create", """{"certificate_type":"EUA","bid_amount_eur":"many"}""", 400, "invalid_request", "bid_amount_eur")]
    [InlineData("create", """{"certificate_type":"EUA","bid_amount_eur":true}""", 400, "invalid_request", "bid_amount_eur")]
    [InlineData("create", """{"certificate_type":"EUA","bid_amount_eur":NaN}""", 400, "invalid_request", null)]
    [InlineData("create", """{"certificate_type":"CER","bid_amount_eur":1000}""", 400, "invalid_request", "certificate_type")]
    [InlineData("create", """{"bid_amount_eur":1000}""", 400, "invalid_request", "certificate_type")]
    [InlineData("create", "[]", 400, "invalid_request", "body")]
    [InlineData("create", "null", 400, "invalid_request", "body")]
    [InlineData("create", "{", 400, "invalid_request", "body")]
    [InlineData("create", """{"preview_id":"0123456789abcdef0123456789abcdef"}""", 409, "preview_unknown", "preview_id")]
    [InlineData("create", """{"preview_id":"../x"}""", 409, "preview_unknown", "preview_id")]
    [InlineData("create", """{"certificate_type":"CEA","bid_amount_eur":10000}""", 409, "default_reference_not_allowed", "allow_default_reference")]
    [InlineData("create", """{"certificate_type":"EUA","bid_amount_eur":1000000000000}""", 409, "insufficient_assets", "bid_amount_eur")]
    [InlineData("preview", """{"items":[{"certificate_type":"EUA","bid_amount_eur":1},{"certificate_type":"EUA","bid_amount_eur":1}]}""", 400, "invalid_request", "items[1].certificate_type")]
    [InlineData("preview", """{"items":[null]}""", 400, "invalid_request", "items")]
    [InlineData("preview", """{"certificate_type":"EUA","bid_amount_eur":1000,"distribution":"wild"}""", 400, "invalid_request", "distribution")]
    [InlineData("provision", """{"action":"create_new","mm_type":"ASSET_HOLDER","amount":-5}""", 400, "invalid_request", "amount")]
    [InlineData("provision", """{"action":"steal","mm_type":"ASSET_HOLDER","amount":5}""", 400, "invalid_request", "action")]
    [InlineData("provision", """{"action":"fund_existing","mm_type":"ASSET_HOLDER","amount":5,"mm_ids":[null]}""", 422, "unknown_market_maker", "mm_ids[0]")]
    [InlineData("schedules", """{"name":"A","cron":"now and then","certificate_type":"EUA","bid_amount_eur":1000}""", 400, "invalid_request", "cron")]
    [InlineData("schedules", """{"name":"A","cron":"0 0 31 4 *","certificate_type":"EUA","bid_amount_eur":1000}""", 400, "invalid_request", "cron")]
    [InlineData("operations/not-an-id/approve", "{}", 400, "invalid_request", "id")]
    [InlineData("operations/" + Nobody + "/approve", "{}", 404, "not_found", null)]
    [InlineData("operations/" + Nobody + "/reject", "{}", 404, "not_found", null)]
    [InlineData("operations/" + Nobody + "/withdraw", "{}", 404, "not_found", null)]
    [InlineData("operations/" + Nobody + "/retry", "{}", 404, "not_found", null)]
    public Task Liquidity_that_cannot_be_created(string path, string body, int status, string code, string? field) =>
        RefusedAsync(HttpMethod.Post, $"{Liquidity}/{path}", body, status, code, field);

    [Theory]
    [InlineData("""{"side":"BUY","price":70,"quantity":0}""", 400, "invalid_request", "quantity")]
    [InlineData("""{"side":"BUY","price":70,"quantity":-3}""", 400, "invalid_request", "quantity")]
    [InlineData("""{"side":"BUY","price":70,"quantity":0.5}""", 400, "invalid_request", "quantity")]
    [InlineData("""{"side":"BUY","price":70,"quantity":1e28}""", 400, "invalid_request", "quantity")]
    [InlineData("""{"side":"BUY","price":70,"quantity":"1"}""", 400, "invalid_request", "quantity")]
    [InlineData("""{"side":"BUY","price":70.001,"quantity":1}""", 400, "invalid_request", "price")]
    [InlineData("""{"side":"BUY","price":1e28,"quantity":1}""", 400, "invalid_request", "price")]
    [InlineData("""{"side":"BUY","quantity":1}""", 400, "invalid_request", "price")]
    [InlineData("""{"side":"buy","price":70,"quantity":1}""", 400, "invalid_request", "side")]
    [InlineData("""{"side":"BUY","price":70,"quantity":1,"time_in_force":"DAY"}""", 400, "invalid_request", "time_in_force")]
    [InlineData("""{"side":"BUY","price":71,"quantity":1}""", 422, "self_trade", "price")]
    [InlineData("""{"side":"SELL","price":69,"quantity":1}""", 422, "self_trade", "price")]
    [InlineData("""{"side":"SELL","type":"market","quantity":1}""", 422, "self_trade", "price")]
    [InlineData("""{"side":"BUY","price":70,"quantity":20000}""", 422, "insufficient_assets", "quantity")]
    [InlineData("""{"side":"SELL","price":80,"quantity":20000}""", 422, "insufficient_assets", "quantity")]
    public Task Orders_that_cannot_be_placed(string body, int status, string code, string field) =>
        RefusedAsync(HttpMethod.Post, Orders, body, status, code, field);

    [Theory]
    [InlineData("PUT", "/api/v1/cash-market/EUA/orders/1", """{"price":70}""", 404, "not_found", null)]
    [InlineData("DELETE", "/api/v1/cash-market/EUA/orders/1", null, 404, "not_found", null)]
    [InlineData("DELETE", "/api/v1/cash-market/EUA/orders/-1", null, 400, "invalid_request", "id")]
    [InlineData("DELETE", "/api/v1/cash-market/EUA/orders/none", null, 400, "invalid_request", "id")]
    [InlineData("DELETE", "/api/v1/cash-market/EUA/orders/99999999999999999999", null, 400, "invalid_request", "id")]
    [InlineData("POST", "/api/v1/cash-market/CER/orders", """{"side":"BUY","price":70,"quantity":1}""", 400, "invalid_request", "certificate")]
    [InlineData("GET", "/api/v1/cash-market/EUA/book?depth=0", null, 400, "invalid_request", "depth")]
    [InlineData("GET", "/api/v1/cash-market/EUA/candles?interval=2h", null, 400, "invalid_request", "interval")]
    [InlineData("GET", "/api/v1/liquidity/operations/xyz", null, 400, "invalid_request", "id")]
    [InlineData("GET", "/api/v1/liquidity/operations?status=gone", null, 400, "invalid_request", "status")]
    [InlineData("GET", "/api/v1/liquidity/operations?cursor=%22", null, 400, "invalid_request", "cursor")]
    [InlineData("GET", "/api/v1/liquidity/operations?limit=201", null, 400, "invalid_request", "limit")]
    [InlineData("GET", "/api/v1/market-makers?mm_type=BANK", null, 400, "invalid_request", "mm_type")]
    [InlineData("GET", "/api/v1/market-makers/xyz", null, 400, "invalid_request", "id")]
    [InlineData("GET", "/api/v1/market-makers/" + Nobody, null, 404, "not_found", null)]
    [InlineData("GET", "/api/v1/market-makers/" + Nobody + "/transactions", null, 404, "not_found", null)]
    [InlineData("DELETE", "/api/v1/market-makers/" + Nobody, null, 404, "not_found", null)]
    [InlineData("PUT", "/api/v1/market-makers/" + Nobody + "/fund", """{"asset_type":"EUR","amount":1}""", 404, "not_found", null)]
    [InlineData("PUT", "/api/v1/accounts/" + Nobody + "/fund", """{"asset_type":"EUR","amount":1}""", 404, "not_found", null)]
    [InlineData("PUT", "/api/v1/accounts/00000000000000000000000000000000/fund", """{"asset_type":"EUR","amount":1}""", 400, "invalid_request", "id")]
    [InlineData("DELETE", "/api/v1/liquidity/schedules/" + Nobody, null, 404, "not_found", null)]
    public Task Things_that_are_not_there(string method, string path, string? body, int status, string code, string? field) =>
        RefusedAsync(new HttpMethod(method), path, body, status, code, field);

    [Theory]
    [InlineData("""{"name":"New","mm_type":"BANK"}""", 400, "invalid_request", "mm_type")]
    [InlineData("""{"name":"","mm_type":"ASSET_HOLDER"}""", 400, "invalid_request", "name")]
    [InlineData("""{"name":"New","mm_type":"ASSET_HOLDER","initial_eur_balance":5}""", 422, "asset_not_allowed", "initial_eur_balance")]
    [InlineData("""{"name":"New","mm_type":"LIQUIDITY_PROVIDER","initial_balances":{"CEA":5}}""", 422, "asset_not_allowed", "initial_balances.CEA")]
    [InlineData("""{"name":"New","mm_type":"ASSET_HOLDER","initial_balances":{"CEA":0.5}}""", 400, "invalid_request", "initial_balances.CEA")]
    [InlineData("""{"name":"RHINE","mm_type":"LIQUIDITY_PROVIDER"}""", 409, "name_taken", "name")]
    public Task Market_makers_that_do_not_fit(string body, int status, string code, string field) =>
        RefusedAsync(HttpMethod.Post, Makers, body, status, code, field);

    [Fact]
    public async Task What_is_missing_is_said_in_four_figures_at_the_top()
    {
        var (_, order) = await _market.SendAsync("ana", HttpMethod.Post, Orders, """{"side":"BUY","price":70,"quantity":20000}""");
        var (_, plan) = await _market.SendAsync("ana", HttpMethod.Post, Liquidity + "/create", """{"certificate_type":"EUA","ask_amount_eur":70000}""");

        Assert.Equal(("EUR", 1_400_000m, 993_100m, 406_900m), Missing(order));
        var (asset, required, available, shortfall) = Missing(plan);
        Assert.Equal(("EUA", 500m, required - 500), (asset, available, shortfall));
        Assert.InRange(required, 990, 1_010);
    }

    private static (string?, decimal, decimal, decimal) Missing(JsonElement problem) => (
        problem.GetProperty("asset_type").GetString(),
        problem.GetProperty("required").GetDecimal(),
        problem.GetProperty("available").GetDecimal(),
        problem.GetProperty("shortfall").GetDecimal());

    private async Task RefusedAsync(HttpMethod method, string path, string? body, int status, string code, string? field)
    {
        var before = await _market.PictureAsync();

        var (answered, problem) = await _market.SendAsync("ana", method, path, body);

        Assert.Equal((status, code), (answered, problem.GetProperty("type").GetString()!.Split('/')[^1]));
        if (field is null) Assert.False(problem.TryGetProperty("errors", out _) && code != "invalid_request");
        else Assert.NotEmpty(problem.GetProperty("errors").GetProperty(field).EnumerateArray());
        Assert.Equal(before, await _market.PictureAsync());
    }
}
