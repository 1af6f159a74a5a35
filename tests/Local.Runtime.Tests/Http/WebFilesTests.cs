using System.Net;
using System.Net.Http.Headers;
using LiquidityRisk.Local.Runtime.Testing;
using Microsoft.Extensions.DependencyInjection;
using static LiquidityRisk.Local.Runtime.Tests.RuntimeUnderTest;

namespace LiquidityRisk.Local.Runtime.Tests.Http;

public sealed class WebFilesTests : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("web-").FullName;
    private RuntimeTestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_root, "assets"));
        await File.WriteAllTextAsync(Path.Combine(_root, "index.html"), "<title>front</title>");
        await File.WriteAllTextAsync(Path.Combine(_root, "favicon.svg"), "<svg/>");
        await File.WriteAllTextAsync(Path.Combine(_root, "assets", "index-BX3k9_aZ.js"), new string(' ', 5000));
        _host = await StartAsync(
            [typeof(EchoFunctions)],
            builder => builder.Services.AddSingleton(new EchoFunctions.Greeting("hello")),
            options => options.WebRoot = _root);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/bonds/CH0012345678")]
    [InlineData("/api/nowhere")]
    public async Task Page_address_gets_the_index_which_is_not_kept(string path)
    {
        var answer = await GetAsync(path, "text/html");

        Assert.Equal("<title>front</title>", await answer.Content.ReadAsStringAsync());
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Hashed_asset_is_kept_for_ever_and_compressed_on_request()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/index-BX3k9_aZ.js");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        var answer = await _host.Client.SendAsync(request);

        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Other_file_is_revalidated_by_its_tag()
    {
        var first = await GetAsync("/favicon.svg", "*/*");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/favicon.svg");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal("no-cache", first.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await _host.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/nowhere", "application/json")]
    [InlineData("/missing.js", "*/*")]
    [InlineData("/../runtime.db", "*/*")]
    public async Task Request_that_wants_no_page_is_not_given_one(string path, string accept)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(path, accept)).StatusCode);
    }

    [Fact]
    public async Task Function_wins_over_a_page()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("/api/Named", "text/html")).StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd(accept);
        return await _host.Client.SendAsync(request);
    }
}
