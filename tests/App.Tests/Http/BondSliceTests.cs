using System.Net;
using System.Text;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.App.Tests.Http;

public sealed class BondSliceTests(AppUnderTest app) : IClassFixture<AppUnderTest>
{
    [Fact]
    public async Task Kept_answers_follow_the_market_the_reader_and_the_question()
    {
        const string Bond = "/api/v1/liquidity-risk/XS0104440986";
        await app.SubmitAsync(AppUnderTest.Quote("XS0104440986", 1));
        await app.Host.WaitForIdleAsync();
        var first = await app.GetAsync(Bond, "professional");
        var again = await app.GetAsync(Bond, "professional");
        var retail = await app.GetAsync(Bond, "retail");
        var sized = await app.GetAsync(Bond + "?trade_size=100000", "professional");
        await app.SubmitAsync(AppUnderTest.Quote("XS0104440986", 2, 90m, 91m));
        await app.Host.WaitForIdleAsync();
        var moved = await app.GetAsync(Bond, "professional");

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(5, new[] { first, retail, sized, moved }.Select(r => r.Headers.ETag!.Tag).Append("none").Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(90m, (await AppUnderTest.ReadAsync(moved)).GetProperty("liquidity_profile").GetProperty("bid").GetDecimal());
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
    }

    [Fact]
    public async Task A_submitted_quote_can_be_read_back_as_a_translation()
    {
        var accepted = await app.SubmitAsync(AppUnderTest.Quote("US0378331005", 1));
        await app.Host.WaitForIdleAsync();
        var response = await app.GetAsync("/api/v1/liquidity-risk/US0378331005?mode=fast&detail=full", "retail");
        var answer = await AppUnderTest.ReadAsync(response);

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(85.07, answer.GetProperty("liquidity_profile").GetProperty("liquidity_index").GetDouble());
        Assert.Equal("excellent", answer.GetProperty("liquidity_profile").GetProperty("liquidity_level").GetString());
        Assert.StartsWith("Too little is known to score the overall risk", answer.GetProperty("retail_narrative").GetString(), StringComparison.Ordinal);
        Assert.Equal("liquidity-index-1", answer.GetProperty("model_versions").GetProperty("liquidity_index").GetString());
    }

    [Fact]
    public async Task A_summary_has_the_founding_documents_shape()
    {
        await app.SubmitAsync(AppUnderTest.Quote("GB0002634946", 1));
        await app.Host.WaitForIdleAsync();
        var answer = await AppUnderTest.ReadAsync(await app.GetAsync("/api/v1/liquidity-risk/GB0002634946?detail=summary", "professional"));

        Assert.True(answer.GetProperty("success").GetBoolean());
        Assert.Equal("Success", answer.GetProperty("message").GetString());
        Assert.Equal(
            ["expected_time_to_exit_minutes", "liquidity_index", "liquidity_level", "spread_bps"],
            answer.GetProperty("liquidity_profile").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_unchanged_translation_is_not_sent_again()
    {
        await app.SubmitAsync(AppUnderTest.Quote("AU0000XVGZA3", 1));
        await app.Host.WaitForIdleAsync();
        var first = await app.GetAsync("/api/v1/liquidity-risk/AU0000XVGZA3", "retail");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/liquidity-risk/AU0000XVGZA3");
        again.Headers.Authorization = new("Bearer", await AppProcess.TokenAsync(app.Http, "retail"));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        var second = await app.Http.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Each_event_of_a_request_is_judged_on_its_own()
    {
        var response = await app.SubmitAsync(
            AppUnderTest.Quote("CH0012214059", 1), """{"type":"weather"}""", AppUnderTest.Quote("CH0012214059", 2, 101m, 100m));
        var answer = await AppUnderTest.ReadAsync(response);

        Assert.Equal((1, 2), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejected").GetInt32()));
        Assert.Equal("payload.bid", answer.GetProperty("results")[2].GetProperty("field").GetString());
    }

    [Fact]
    public async Task What_is_not_json_on_the_hub_becomes_a_dead_letter_and_the_next_event_goes_on()
    {
        await app.PublishRawAsync("NL0000235190", Encoding.UTF8.GetBytes("<xml/>"));
        await app.PublishRawAsync("NL0000235190", Encoding.UTF8.GetBytes(AppUnderTest.Quote("NL0000235190", 1)));
        await app.Host.WaitForIdleAsync();

        var letters = await AppUnderTest.ReadAsync(await app.GetAsync("/api/v1/market-data/dead-letters", "risk_manager"));
        var letter = letters.GetProperty("items").EnumerateArray().Single(l => l.GetProperty("body").GetString() == "<xml/>");
        Assert.Equal("malformed_json", letter.GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/api/v1/liquidity-risk/NL0000235190", "retail")).StatusCode);
    }

    [Fact]
    public async Task Health_is_open_to_everybody()
    {
        foreach (var path in (string[])["/health", "/health/live", "/health/ready"])
            Assert.Equal("healthy", (await AppUnderTest.ReadAsync(await app.GetAsync(path))).GetProperty("status").GetString());
    }
}
