using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.App.Tests.Http;

public sealed class RecomputeTests(AppUnderTest app) : IClassFixture<AppUnderTest>
{
    private const string Path = "/api/v1/liquidity-risk/recompute";

    [Fact]
    public async Task It_is_taken_on_and_its_status_says_when_it_is_done_and_what_was_unknown()
    {
        await app.SubmitAsync(AppUnderTest.Quote("US0378331005", 1));
        await app.Host.WaitForIdleAsync();

        var accepted = await PostAsync("""{"isins":["US0378331005","XS0000000009","US0378331005"],"mode":"accurate"}""");
        var answer = await AppUnderTest.ReadAsync(accepted);
        var status = await FinishedAsync(accepted.Headers.Location!.OriginalString);

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), accepted.Headers.RetryAfter!.Delta);
        Assert.Equal(accepted.Headers.Location.OriginalString, answer.GetProperty("status_url").GetString());
        Assert.Equal($"{Path}/{answer.GetProperty("id").GetString()}", answer.GetProperty("status_url").GetString());
        Assert.Equal("completed", status.GetProperty("status").GetString());
        Assert.Equal((2, 2, 0), Figures(status));
        Assert.Equal(["XS0000000009"], status.GetProperty("unknown").EnumerateArray().Select(i => i.GetString()));
        Assert.True(status.GetProperty("finished_at").GetDateTimeOffset() >= status.GetProperty("started_at").GetDateTimeOffset());
    }

    [Fact]
    public async Task Many_unknown_bonds_are_counted_as_done_and_the_first_hundred_are_named()
    {
        var isins = Enumerable.Range(0, 1_234).Select(i => FormattableString.Invariant($"ZZ{i:D9}0")).ToList();

        var accepted = await PostAsync(JsonSerializer.Serialize(new { isins }));
        var status = await FinishedAsync(accepted.Headers.Location!.OriginalString);

        Assert.Equal((1_234, 1_234, 0), Figures(status));
        Assert.Equal(isins.Take(100), status.GetProperty("unknown").EnumerateArray().Select(i => i.GetString()));
    }

    [Fact]
    public async Task A_repeated_request_with_the_same_key_finds_the_same_recomputation()
    {
        const string body = """{"isins":["US0378331005"]}""";
        var both = await Task.WhenAll(IdAsync(body, "nightly-1"), IdAsync(body, "nightly-1"));
        await FinishedAsync($"{Path}/{both[0]}");

        Assert.Equal(both[0], both[1]);
        Assert.Equal(both[0], await IdAsync(body, "nightly-1"));
        Assert.NotEqual(both[0], await IdAsync(body, "nightly-2"));
        Assert.NotEqual(await IdAsync(body, null), await IdAsync(body, null));
    }

    [Fact]
    public async Task A_key_is_not_good_for_other_bonds()
    {
        await IdAsync("""{"isins":["US0378331005"]}""", "taken");

        var response = await PostAsync("""{"isins":["GB0002634946"]}""", "taken");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.True((await AppUnderTest.ReadAsync(response)).GetProperty("errors").TryGetProperty("Idempotency-Key", out _));
    }

    [Theory]
    [InlineData("{}", "isins")]
    [InlineData("""{"isins":[]}""", "isins")]
    [InlineData("""{"isins":"US0378331005"}""", "isins")]
    [InlineData("""{"isins":["US0378331005","apple"]}""", "isins[1]")]
    [InlineData("""{"isins":["US0378331005","GB0002634946",null]}""", "isins[2]")]
    [InlineData("""{"isins":["US0378331005",5]}""", "isins[1]")]
    [InlineData("""{"isins":["US0378331005"],"mode":"fast"}""", "mode")]
    [InlineData("not json", "body")]
    public async Task A_bad_request_is_refused_with_its_field_named(string body, string field)
    {
        var response = await PostAsync(body);
        var problem = await AppUnderTest.ReadAsync(response);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
    }

    [Fact]
    public async Task More_than_five_thousand_bonds_are_refused()
    {
        var isins = Enumerable.Repeat("US0378331005", 5_001);

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(JsonSerializer.Serialize(new { isins }))).StatusCode);
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_refused()
    {
        var response = await PostAsync("""{"isins":["US0378331005"]}""", new string('k', 201));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await AppUnderTest.ReadAsync(response)).GetProperty("errors").TryGetProperty("Idempotency-Key", out _));
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("0123456789abcdef")]
    [InlineData("%3Fx%23")]
    public async Task An_unknown_recomputation_is_not_found(string id) =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync($"{Path}/{id}", "risk_manager")).StatusCode);

    [Theory]
    [InlineData("professional", HttpStatusCode.Forbidden)]
    [InlineData("compliance", HttpStatusCode.Forbidden)]
    [InlineData("admin", HttpStatusCode.Accepted)]
    public async Task Only_risk_managers_and_administrators_may(string role, HttpStatusCode expected)
    {
        var body = AppUnderTest.Json("""{"isins":["US0378331005"]}""");

        Assert.Equal(expected, (await app.SendAsync(HttpMethod.Post, Path, body, role)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await app.GetAsync(Path + "/0123456789abcdef", role)).StatusCode);
    }

    private async Task<string> IdAsync(string body, string? key) =>
        (await AppUnderTest.ReadAsync(await PostAsync(body, key))).GetProperty("id").GetString()!;

    private async Task<HttpResponseMessage> PostAsync(string body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = AppUnderTest.Json(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await AppProcess.TokenAsync(app.Http, "risk_manager"));
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await app.Http.SendAsync(request);
    }

    private async Task<JsonElement> FinishedAsync(string statusUrl)
    {
        await app.Host.WaitForIdleAsync();
        return await AppUnderTest.ReadAsync(await app.GetAsync(statusUrl, "risk_manager"));
    }

    private static (int Done, int Total, int Changed) Figures(JsonElement status) => (
        status.GetProperty("done").GetInt32(), status.GetProperty("total").GetInt32(), status.GetProperty("changed").GetInt32());
}
