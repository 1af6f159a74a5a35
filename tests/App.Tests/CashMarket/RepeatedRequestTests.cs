namespace LiquidityRisk.App.Tests.CashMarket;

public sealed class RepeatedRequestTests(AppUnderTest app) : IClassFixture<AppUnderTest>
{
    private readonly CashMarketClient _market = new(app.Http, app.Host.Services);

    [Theory]
    [InlineData("/api/v1/cash-market/CEA/orders", """{"side":"BUY","price":7,"quantity":10}""", """{"side":"BUY","price":7,"quantity":11}""")]
    [InlineData("/api/v1/market-makers", """{"name":"Oder","mm_type":"LIQUIDITY_PROVIDER","initial_eur_balance":70}""", """{"name":"Main","mm_type":"LIQUIDITY_PROVIDER"}""")]
    [InlineData("/api/v1/liquidity/provision", """{"action":"create_new","mm_type":"LIQUIDITY_PROVIDER","amount":90}""", """{"action":"create_new","mm_type":"LIQUIDITY_PROVIDER","amount":91}""")]
    [InlineData("/api/v1/liquidity/schedules", """{"name":"A","cron":"0 7 * * 1","certificate_type":"EUA","bid_amount_eur":1000}""", """{"name":"B","cron":"0 7 * * 1","certificate_type":"EUA","bid_amount_eur":1000}""")]
    public async Task The_same_request_gets_the_same_answer_and_another_one_under_its_key_is_refused(string path, string body, string other)
    {
        var first = await _market.SendAsync("ana", HttpMethod.Post, path, body, key: path);
        var picture = await _market.PictureAsync();

        var again = await _market.SendAsync("ana", HttpMethod.Post, path, body, key: path);
        var (status, problem) = await _market.SendAsync("ana", HttpMethod.Post, path, other, key: path);

        Assert.InRange(first.Status, 200, 201);
        Assert.Equal((first.Status, first.Body.ToString()), (again.Status, again.Body.ToString()));
        Assert.Equal(422, status);
        Assert.NotEmpty(problem.GetProperty("errors").GetProperty("Idempotency-Key").EnumerateArray());
        Assert.Equal(picture, await _market.PictureAsync());
    }

    [Fact]
    public async Task A_creation_sent_many_times_at_once_is_one_operation()
    {
        await _market.ProviderAsync("Rhine", 100_000);
        const string Body = """{"certificate_type":"EUA","bid_amount_eur":20000,"allow_default_reference":true}""";

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _market.SendAsync("ana", HttpMethod.Post, "/api/v1/liquidity/create", Body, key: "create")));

        Assert.All(answers, a => Assert.Contains(a.Status, (int[])[202, 409]));
        var id = Assert.Single(answers.Where(a => a.Status == 202).Select(a => a.Body.GetProperty("id").GetString()).Distinct());
        await _market.UntilAsync(id!, "completed");
        Assert.Single((await _market.GetAsync("/api/v1/liquidity/operations")).GetProperty("items").EnumerateArray());
        Assert.Equal(202, (await _market.SendAsync("ana", HttpMethod.Post, "/api/v1/liquidity/create", Body, key: "create")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with a blank")]
    public async Task A_malformed_key_is_refused(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cash-market/EUA/orders") { Content = AppUnderTest.Json("""{"side":"BUY","price":7,"quantity":10}""") };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        request.Headers.Authorization = new("Bearer", await TestKit.AppProcess.TokenAsync(app.Http, "retail"));

        using var response = await app.Http.SendAsync(request);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.True((await AppUnderTest.ReadAsync(response)).GetProperty("errors").TryGetProperty("Idempotency-Key", out _));
    }

    [Fact]
    public async Task A_key_belongs_to_one_user()
    {
        const string Body = """{"side":"BUY","price":7,"quantity":10}""";
        var ron = await _market.SendAsync("ron", HttpMethod.Post, "/api/v1/cash-market/CEA/orders", Body, "retail", "mine");
        var eve = await _market.SendAsync("eve", HttpMethod.Post, "/api/v1/cash-market/CEA/orders", Body, "retail", "mine");

        Assert.Equal((201, 201), (ron.Status, eve.Status));
        Assert.NotEqual(ron.Body.GetProperty("id").GetString(), eve.Body.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_request_that_was_refused_may_come_again_under_its_key()
    {
        const string Body = """{"side":"BUY","price":70,"quantity":14500}""";
        var refused = await _market.SendAsync("kim", HttpMethod.Post, "/api/v1/cash-market/EUA/orders", Body, key: "later");
        var account = (await _market.SendAsync("kim", HttpMethod.Get, "/api/v1/accounts/me")).Body.GetProperty("id").GetString();
        await _market.DoAsync("ana", HttpMethod.Put, $"/api/v1/accounts/{account}/fund", """{"asset_type":"EUR","amount":15000}""");

        var again = await _market.SendAsync("kim", HttpMethod.Post, "/api/v1/cash-market/EUA/orders", Body, key: "later");

        Assert.Equal((422, 201), (refused.Status, again.Status));
    }
}
