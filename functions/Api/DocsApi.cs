using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Describes the API to programs and to people.</summary>
public sealed class DocsApi
{
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    [Function(nameof(GetOpenApi))]
    [Access]
    [Undocumented("It is the document itself.")]
    public IActionResult GetOpenApi(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi.json")] HttpRequest request) => Serve(request, "openapi.json");

    [Function(nameof(GetDocs))]
    [Access]
    [Undocumented("Pages for people.")]
    public IActionResult GetDocs(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "docs/{*file}")] HttpRequest request)
    {
        request.HttpContext.Response.Headers.ContentSecurityPolicy = PagePolicy;
        return Serve(request, request.Path.Value!["/docs".Length..].TrimStart('/'));
    }

    private static IActionResult Serve(HttpRequest request, string file)
    {
        request.HttpContext.Response.Headers.Vary = "Accept-Encoding";
        var takesGzip = request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && e.Quality != 0);
        return (IActionResult?)ApiFiles.Find(file, takesGzip) ?? Problem.NotFound($"There is no page {file}.");
    }
}
