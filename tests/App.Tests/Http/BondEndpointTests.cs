using System.Net;
using System.Text.Json;

namespace LiquidityRisk.App.Tests.Http;

/// <summary>Every endpoint of the bond system as its callers use it, with the roles that may and may not.</summary>
public sealed class BondEndpointTests(AppUnderTest app) : IClassFixture<AppUnderTest>, IAsyncLifetime
{
    private const string Bond = "US0378331005";
    private const string Base = "/api/v1/liquidity-risk";

    public async ValueTask InitializeAsync()
    {
        await app.SubmitAsync(
            AppUnderTest.Quote(Bond, 1),
            Event("bond_reference", """{"issuer":"Apple","issuer_class":"corporate","rating":"AA+","coupon_percent":3.35,"maturity":"2041-02-09","issue_size_face":1000000000,"currency":"USD"}"""),
            Event("mm_state", """{"mm_online":false,"mm_inventory_band":[500000,1000000,1234000],"quotes_last_24h":45,"last_quote_spread_bps":25.0}"""),
            Event("auction", """{"auction_id":"A","lots_offered":10,"bids_count":8,"demand_curve_points":[[100.0,1000000],[100.25,2000000]],"clearing_price_estimate":100.25,"next_window":"2036-01-05T14:00:00Z"}"""));
        await app.Host.WaitForIdleAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_full_answer_has_everything_the_founding_document_names()
    {
        var answer = await ReadAsync($"{Base}/{Bond}?detail=full&trade_size=250000", "professional");

        string[] named =
        [
            "isin", "as_of", "risk_summary", "liquidity_profile", "exit_recommendations", "retail_narrative", "professional_summary",
            "risk_warnings", "confidence_overall", "data_freshness", "inputs_hash", "model_versions", "caveats",
        ];
        Assert.Subset(answer.EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.Ordinal), named.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(250_000, answer.GetProperty("trade_size").GetDecimal());
        Assert.Equal(8, answer.GetProperty("risk_summary").GetProperty("categories").GetArrayLength());
        Assert.Equal(4, answer.GetProperty("exit_recommendations").GetArrayLength());
        Assert.StartsWith("LIQUIDITY-RISK ANALYSIS SUMMARY", answer.GetProperty("professional_summary").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retail_readers_see_neither_inventory_nor_contributions_nor_the_professional_summary()
    {
        var retail = await ReadAsync($"{Base}/{Bond}?trade_size=5000000", "retail");
        var professional = await ReadAsync($"{Base}/{Bond}?trade_size=5000000", "professional");

        Assert.Equal(JsonValueKind.Null, retail.GetProperty("professional_summary").ValueKind);
        Assert.Equal(JsonValueKind.Null, retail.GetProperty("liquidity_profile").GetProperty("market_maker_signal").GetProperty("capacity_face").ValueKind);
        Assert.Equal(1_234_000, professional.GetProperty("liquidity_profile").GetProperty("market_maker_signal").GetProperty("capacity_face").GetDecimal());
        Assert.All(retail.GetProperty("exit_recommendations").EnumerateArray(), p => Assert.Equal(0, p.GetProperty("factors").GetArrayLength()));
        Assert.DoesNotContain("1234000", retail.GetProperty("exit_recommendations").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_narrative_is_given_in_hindi_when_asked_for() => Assert.Contains(
        "जोखिम", (await ReadAsync($"{Base}/{Bond}?lang=hi&detail=summary", "retail")).GetProperty("retail_narrative").GetString(), StringComparison.Ordinal);

    [Fact]
    public async Task Accurate_makes_and_records_the_translation_and_compliance_can_verify_it()
    {
        var answer = await ReadAsync($"{Base}/{Bond}?mode=accurate", "professional");
        var record = await ReadAsync($"{Base}/audit/{Bond}", "compliance");
        var verdict = await AppUnderTest.ReadAsync(await app.SendAsync(HttpMethod.Post, $"{Base}/audit/{Bond}/verify", null, "compliance"));
        var chain = await AppUnderTest.ReadAsync(await app.SendAsync(HttpMethod.Post, $"/api/v1/audit/verify?subject=lr.{Bond}", null, "compliance"));
        var reads = await ReadAsync("/api/v1/audit?subject=access.ana", "compliance");

        Assert.Equal(answer.GetProperty("inputs_hash").GetString(), record.GetProperty("content").GetProperty("inputs_hash").GetString());
        Assert.True(verdict.GetProperty("identical").GetBoolean());
        Assert.True(chain.GetProperty("intact").GetBoolean());
        Assert.True(reads.GetProperty("items").GetArrayLength() >= 2);
    }

    [Fact]
    public async Task An_alert_is_listed_and_can_be_acknowledged_by_those_who_may()
    {
        var listed = await ReadAsync($"{Base}/alerts?isin={Bond}", "retail");
        var offline = listed.GetProperty("items").EnumerateArray().Single(a => a.GetProperty("alert_type").GetString() == "market_maker_offline");
        var path = $"{Base}/{Bond}/alerts/{offline.GetProperty("id").GetString()}/acknowledge";

        Assert.Equal(HttpStatusCode.Forbidden, (await app.SendAsync(HttpMethod.Post, path, null, "retail")).StatusCode);
        var noted = await AppUnderTest.ReadAsync(await app.SendAsync(HttpMethod.Post, path, null, "risk_manager"));
        Assert.Equal("acknowledged", noted.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Feedback_reaches_the_dashboard()
    {
        var sent = await app.SendAsync(
            HttpMethod.Post,
            $"{Base}/{Bond}/feedback",
            AppUnderTest.Json("""{"path":"tokenized_p2p","verdict":"filled","trade_size":100000,"realised_minutes":200,"realised_price":100.4}"""),
            "retail");
        var kpis = await ReadAsync($"{Base}/kpis", "risk_manager");

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.True(kpis.GetProperty("adoption").GetProperty("answered").GetInt32() >= 1);
        Assert.True(kpis.GetProperty("error_budget").GetProperty("requests").GetInt64() > 0);
    }

    [Fact]
    public async Task A_figure_is_explained_down_to_its_events()
    {
        var tree = await ReadAsync($"/api/v1/explain/lr.{Bond}.liquidity_index", "professional");
        var answer = await ReadAsync($"{Base}/{Bond}", "professional");

        Assert.Equal(
            answer.GetProperty("liquidity_profile").GetProperty("liquidity_index").GetDouble(), tree.GetProperty("value").GetDouble(), 0.005);
        Assert.Equal(4, tree.GetProperty("inputs").GetArrayLength());
        Assert.Contains("event:microstructure:test:1", tree.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync($"/api/v1/explain/lr.{Bond}.weather", "professional")).StatusCode);
    }

    [Fact]
    public async Task A_dead_letter_is_corrected_and_sent_again()
    {
        await app.PublishRawAsync("bad", "{\"type\":\"microstructure\",\"isin\":\"nonsense\"}"u8.ToArray());
        await app.Host.WaitForIdleAsync();
        var letter = (await ReadAsync("/api/v1/market-data/dead-letters", "risk_manager")).GetProperty("items")[0].GetProperty("id").GetString();
        var path = $"/api/v1/market-data/dead-letters/{letter}/resubmit";

        var asItCame = await app.SendAsync(HttpMethod.Post, path, AppUnderTest.Json("{}"), "risk_manager");
        var corrected = await app.SendAsync(
            HttpMethod.Post, path, AppUnderTest.Json($$"""{"event":{{AppUnderTest.Quote("GB0002634946", 7)}}}"""), "risk_manager");
        var again = await app.SendAsync(HttpMethod.Post, path, AppUnderTest.Json("{}"), "risk_manager");
        await app.Host.WaitForIdleAsync();

        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, HttpStatusCode.Accepted, HttpStatusCode.NotFound), (asItCame.StatusCode, corrected.StatusCode, again.StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync($"{Base}/GB0002634946", "retail")).StatusCode);
    }

    [Fact]
    public async Task Health_and_metrics_are_open_and_say_what_is_going_on()
    {
        var health = await AppUnderTest.ReadAsync(await app.GetAsync($"{Base}/health"));
        var metrics = await (await app.GetAsync("/metrics")).Content.ReadAsStringAsync();

        Assert.Contains(health.GetProperty("components").EnumerateArray(), c => c.GetProperty("name").GetString() == "document_store" && c.GetProperty("status").GetString() == "healthy");
        Assert.Contains("# TYPE lr_market_data_events_total counter", metrics, StringComparison.Ordinal);
        Assert.Matches(@"lr_translations_total \d+", metrics);
    }

    [Theory]
    [InlineData("GET", $"{Base}/{Bond}?trade_size=0", null, "trade_size")]
    [InlineData("GET", $"{Base}/{Bond}?trade_size=-5", null, "trade_size")]
    [InlineData("GET", $"{Base}/{Bond}?trade_size=NaN", null, "trade_size")]
    [InlineData("GET", $"{Base}/{Bond}?trade_size=1e30", null, "trade_size")]
    [InlineData("GET", $"{Base}/{Bond}?lang=fr", null, "lang")]
    [InlineData("GET", $"{Base}/{Bond}/ladder?sizes=1,x", null, "sizes")]
    [InlineData("GET", $"{Base}/{Bond}/history?from=yesterday", null, "from")]
    [InlineData("GET", $"{Base}/{Bond}/history?from=2026-01-02&to=2026-01-01", null, "to")]
    [InlineData("GET", $"{Base}/alerts?severity=grave", null, "severity")]
    [InlineData("POST", $"{Base}/portfolio", """{"positions":[]}""", "positions")]
    [InlineData("POST", $"{Base}/portfolio", """{"positions":[{"isin":"US0378331005","face":0}]}""", "positions[0].face")]
    [InlineData("POST", $"{Base}/portfolio", """{"positions":[{"isin":"US0378331005","face":1},{"isin":"US0378331005","face":1}]}""", "positions[1].isin")]
    [InlineData("POST", $"{Base}/portfolio", """{"positions":[null]}""", "positions[0].isin")]
    [InlineData("POST", $"{Base}/{Bond}/scenario", """{"spread_factor":0}""", "spread_factor")]
    [InlineData("POST", $"{Base}/{Bond}/scenario", """{"rating_notches_down":22}""", "rating_notches_down")]
    [InlineData("POST", $"{Base}/{Bond}/feedback", """{"path":"by_foot","verdict":"filled","trade_size":1}""", "path")]
    [InlineData("POST", $"{Base}/{Bond}/feedback", """{"path":"auction","verdict":"filled","trade_size":1}""", "realised_minutes")]
    [InlineData("POST", $"{Base}/{Bond}/feedback", """{"path":"auction","verdict":"rejected","trade_size":1,"realised_price":99}""", "realised_price")]
    public async Task A_fault_is_refused_and_named(string method, string path, string? body, string field)
    {
        var response = await app.SendAsync(new HttpMethod(method), path, body is null ? null : AppUnderTest.Json(body), "professional");
        var problem = await AppUnderTest.ReadAsync(response);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal([field], problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Theory]
    [InlineData("GET", $"{Base}/audit/{Bond}", "risk_manager")]
    [InlineData("POST", $"{Base}/audit/{Bond}/verify", "admin")]
    [InlineData("GET", "/api/v1/audit?subject=lr.X", "professional")]
    [InlineData("GET", $"{Base}/kpis", "retail")]
    [InlineData("GET", "/api/v1/market-data/dead-letters", "professional")]
    [InlineData("GET", $"/api/v1/explain/lr.{Bond}", "retail")]
    public async Task Others_are_kept_out(string method, string path, string role) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await app.SendAsync(new HttpMethod(method), path, null, role)).StatusCode);

    private static string Event(string type, string payload) =>
        $$"""{"type":"{{type}}","source":"test","sequence":1,"isin":"{{Bond}}","timestamp":"2026-01-05T09:00:00Z","payload":{{payload}} }""";

    private async Task<JsonElement> ReadAsync(string path, string role)
    {
        var response = await app.GetAsync(path, role);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await AppUnderTest.ReadAsync(response);
    }
}
