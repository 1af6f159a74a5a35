using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LiquidityRisk.Local.Runtime.Testing;
using LiquidityRisk.Local.Runtime.Tests.Http;
using LiquidityRisk.TestKit;
using Microsoft.Extensions.DependencyInjection;
using static LiquidityRisk.Local.Runtime.Tests.RuntimeUnderTest;

namespace LiquidityRisk.Local.Runtime.Tests.Auth;

public sealed class DevelopmentSignInTests : IAsyncLifetime
{
    private const string Wallet = "0x52908400098527886E0F7030069857D2E4169EE7";

    private readonly ManualTime _time = new();
    private RuntimeTestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await StartAsync(
        [typeof(EchoFunctions)], builder => builder.Services.AddSingleton(new EchoFunctions.Greeting("hello")), time: _time);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Signed_in_caller_arrives_as_on_app_service()
    {
        var headers = await HeadersAsync(await SignInAsync($$"""{"user":"ana","roles":["admin","compliance"],"wallet":"{{Wallet}}"}"""));

        Assert.Equal("ana", headers["X-MS-CLIENT-PRINCIPAL-ID"]);
        Assert.Equal("ana", headers["X-MS-CLIENT-PRINCIPAL-NAME"]);
        Assert.Equal("aad", headers["X-MS-CLIENT-PRINCIPAL-IDP"]);
        var principal = JsonDocument.Parse(Convert.FromBase64String(headers["X-MS-CLIENT-PRINCIPAL"])).RootElement;
        Assert.Equal(["admin", "compliance"], Claims(principal, principal.GetProperty("role_typ").GetString()!));
        Assert.Equal(["ana"], Claims(principal, principal.GetProperty("name_typ").GetString()!));
        Assert.Equal([Wallet], Claims(principal, "wallet"));
        Assert.Equal("aad", principal.GetProperty("auth_typ").GetString());
    }

    [Theory]
    [InlineData("X-MS-CLIENT-PRINCIPAL")]
    [InlineData("x-ms-client-principal-id")]
    [InlineData("X-Ms-Client-Principal-Anything")]
    public async Task Principal_header_of_a_caller_never_reaches_the_function(string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/headers");
        request.Headers.Add(name, "root");

        Assert.Empty((await (await _host.Client.SendAsync(request)).Content.ReadFromJsonAsync<Dictionary<string, string>>())!);
    }

    [Fact]
    public async Task Token_is_refused_from_the_moment_it_expires()
    {
        var token = await SignInAsync("""{"user":"ana","roles":["admin"]}""");
        _time.Advance(TimeSpan.FromHours(8) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/headers", token)).StatusCode);

        _time.Advance(TimeSpan.FromSeconds(1));
        var answer = await GetAsync("/api/headers", token);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("expired", answer.Headers.WwwAuthenticate.Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_with_any_character_changed_is_refused()
    {
        var token = await SignInAsync("""{"user":"ana","roles":["retail"]}""");
        for (var i = 0; i < token.Length - 1; i += 7)
        {
            var forged = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("/api/headers", forged)).StatusCode);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task Text_that_is_no_token_is_refused(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/headers");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}x");

        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Token_outlives_a_restart_over_the_same_data_and_no_other()
    {
        var token = await SignInAsync("""{"user":"ana","roles":[]}""");
        await _host.StopAsync();
        await _host.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/headers", token)).StatusCode);

        await using var other = await StartAsync(
            [typeof(EchoFunctions)], builder => builder.Services.AddSingleton(new EchoFunctions.Greeting("hello")), time: _time);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/headers");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Key_can_be_read_by_its_owner_alone()
    {
        await SignInAsync("""{"user":"ana","roles":[]}""");

        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no file modes.");
        else Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_host.DataDirectory, "auth.key")));
    }

    [Theory]
    [InlineData("""{"roles":["admin"]}""", "user")]
    [InlineData("""{"user":"","roles":[]}""", "user")]
    [InlineData("""{"user":"ana\r\nX-Evil: 1","roles":[]}""", "user")]
    [InlineData("""{"user":5}""", "user")]
    [InlineData("""{"user":"ana","roles":"admin"}""", "roles")]
    [InlineData("""{"user":"ana","roles":["Admin!"]}""", "roles")]
    [InlineData("""{"user":"ana","roles":[],"wallet":"0x12"}""", "wallet")]
    [InlineData("""{"user":"ana","role":"admin"}""", "role")]
    [InlineData("""[]""", "body")]
    [InlineData("""{"user":""", "body")]
    public async Task Sign_in_that_is_wrong_is_refused_naming_the_field(string body, string field)
    {
        var answer = await _host.Client.PostAsync("/.auth/login/dev", Json(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.StartsWith(field + ":", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_in_under_a_foreign_host_name_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/.auth/login/dev") { Content = Json("""{"user":"ana","roles":[]}""") };
        request.Headers.Host = "rebound.example";

        Assert.Equal(HttpStatusCode.Forbidden, (await _host.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Me_tells_who_is_signed_in()
    {
        var token = await SignInAsync("""{"user":"ana","roles":["admin"]}""");
        var me = await (await GetAsync("/.auth/me", token)).Content.ReadFromJsonAsync<JsonElement>();

        var entry = Assert.Single(me.EnumerateArray());
        Assert.Equal(token, entry.GetProperty("access_token").GetString());
        Assert.Equal("aad", entry.GetProperty("provider_name").GetString());
        Assert.Equal("ana", entry.GetProperty("user_id").GetString());
        Assert.Contains(entry.GetProperty("user_claims").EnumerateArray(), claim => claim.GetProperty("val").GetString() == "admin");
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.Client.GetAsync("/.auth/me")).StatusCode);
    }

    private async Task<string> SignInAsync(string body)
    {
        var answer = await _host.Client.PostAsync("/.auth/login/dev", Json(body));
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromHours(8), json.GetProperty("expires_at").GetDateTimeOffset());
        return json.GetProperty("access_token").GetString()!;
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await _host.Client.SendAsync(request);
    }

    private async Task<Dictionary<string, string>> HeadersAsync(string token) =>
        (await (await GetAsync("/api/headers", token)).Content.ReadFromJsonAsync<Dictionary<string, string>>())!;

    private static IEnumerable<string?> Claims(JsonElement principal, string type) => principal.GetProperty("claims").EnumerateArray()
        .Where(claim => claim.GetProperty("typ").GetString() == type).Select(claim => claim.GetProperty("val").GetString());
}
