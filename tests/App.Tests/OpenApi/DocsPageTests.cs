using System.Net;
using System.Text.RegularExpressions;

namespace LiquidityRisk.App.Tests.OpenApi;

public sealed partial class DocsPageTests(AppUnderTest app) : IClassFixture<AppUnderTest>
{
    [Theory]
    [InlineData("/docs")]
    [InlineData("/docs/")]
    public async Task The_page_needs_nothing_from_elsewhere_and_nothing_inline(string address)
    {
        var page = await app.Http.GetAsync(address);
        var html = await page.Content.ReadAsStringAsync();
        var parts = Source().Matches(html).Select(m => m.Groups["url"].Value).ToList();

        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("script-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Equal(4, parts.Count);
        foreach (var part in parts)
        {
            Assert.StartsWith("/docs/", part, StringComparison.Ordinal);
            Assert.NotEmpty(await app.Http.GetByteArrayAsync(part));
        }
    }

    [Fact]
    public async Task Scripts_are_sent_compressed_to_those_who_take_it_and_plain_to_others()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/docs/swagger-ui-bundle.js");
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = app.Http.BaseAddress };

        var compressed = await client.SendAsync(request);
        var plain = await client.GetAsync("/docs/swagger-ui-bundle.js");

        Assert.Equal(["gzip"], compressed.Content.Headers.ContentEncoding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Contains("SwaggerUIBundle", await plain.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/docs/nothing")]
    [InlineData("/docs/%2e%2e%2fhost.json")]
    public async Task What_is_not_part_of_the_page_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync(address)).StatusCode);

    [GeneratedRegex("(?:src|href)=\"(?<url>[^\"]+)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Source();
}
