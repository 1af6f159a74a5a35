using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.App.Tests.Http;

public sealed class BadInputTests(AppUnderTest app) : IClassFixture<AppUnderTest>
{
    private const string Events = "/api/v1/market-data/events";

    [Theory]
    [InlineData("/api/v1/liquidity-risk/apple", "isin")]
    [InlineData("/api/v1/liquidity-risk/us0378331005", "isin")]
    [InlineData("/api/v1/liquidity-risk/US0378331005?mode=slow", "mode")]
    [InlineData("/api/v1/liquidity-risk/US0378331005?detail=0", "detail")]
    [InlineData("/api/v1/liquidity-risk?limit=0", "limit")]
    [InlineData("/api/v1/liquidity-risk?limit=NaN", "limit")]
    [InlineData("/api/v1/liquidity-risk?sort=colour", "sort")]
    [InlineData("/api/v1/liquidity-risk?level=superb", "level")]
    [InlineData("/api/v1/liquidity-risk?currency=franc", "currency")]
    [InlineData("/api/v1/liquidity-risk?cursor=-1", "cursor")]
    public async Task A_bad_parameter_is_named(string path, string field)
    {
        var response = await app.GetAsync(path, "retail");
        var problem = await AppUnderTest.ReadAsync(response);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
        Assert.NotEmpty(problem.GetProperty("trace_id").GetString()!);
    }

    [Theory]
    [InlineData("", "body")]
    [InlineData("not json", "body")]
    [InlineData("[]", "body")]
    [InlineData("null", "body")]
    [InlineData("{}", "events")]
    [InlineData("""{"events":[]}""", "events")]
    [InlineData("""{"events":5}""", "events")]
    [InlineData("""{"events":[1],"events":[2]}""", "events")]
    public async Task A_bad_body_is_named(string body, string field)
    {
        var response = await app.SendAsync(HttpMethod.Post, Events, AppUnderTest.Json(body), "feed");
        var problem = await AppUnderTest.ReadAsync(response);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
    }

    [Fact]
    public async Task More_events_than_allowed_are_refused_whole()
    {
        var many = string.Join(',', Enumerable.Range(1, 1_001));
        var response = await app.SendAsync(HttpMethod.Post, Events, AppUnderTest.Json($$"""{"events":[{{many}}]}"""), "feed");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Ten_megabytes_are_too_large()
    {
        var response = await app.SendAsync(HttpMethod.Post, Events, AppUnderTest.Json(new string(' ', 10 * 1024 * 1024)), "feed");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Another_media_type_is_refused()
    {
        var text = new StringContent("{}", Encoding.UTF8, "text/plain");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await app.SendAsync(HttpMethod.Post, Events, text, "feed")).StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/liquidity-risk", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/v1/liquidity-risk", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/v1/market-data/events", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/v1/liquidity-risk/GB00BH4HKS39", HttpStatusCode.NotFound)]
    public async Task Unknown_routes_methods_and_bonds_are_problem_documents(string method, string path, HttpStatusCode expected)
    {
        var response = await app.SendAsync(new HttpMethod(method), path, null, "retail");

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("GET", "/api/v1/liquidity-risk", "feed")]
    [InlineData("POST", "/api/v1/market-data/events", "retail")]
    [InlineData("GET", "/api/v1/market-data/dead-letters", "professional")]
    [InlineData("GET", "/api/v1/realtime/negotiate", "feed")]
    [InlineData("POST", "/api/v1/realtime/upstream", "admin")]
    public async Task A_wrong_role_is_forbidden_and_none_at_all_is_unauthorized(string method, string path, string wrongRole)
    {
        var forbidden = await app.SendAsync(new HttpMethod(method), path, null, wrongRole);
        var unauthorized = await app.SendAsync(new HttpMethod(method), path);

        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, unauthorized.StatusCode);
        Assert.NotEmpty(unauthorized.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task A_forged_principal_header_is_worth_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/liquidity-risk");
        var forged = """{"auth_typ":"aad","claims":[{"typ":"name","val":"eve"},{"typ":"roles","val":"admin"}]}""";
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(forged)));

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Random_bodies_never_break_the_service()
    {
        var token = await AppProcess.TokenAsync(app.Http, "feed");

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Events) { Content = new ByteArrayContent(bytes) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = app.Http.Send(request);
            return response.StatusCode is HttpStatusCode.BadRequest;
        }));
    }
}
