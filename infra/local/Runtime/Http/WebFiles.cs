using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace LiquidityRisk.Local.Runtime.Http;

/// <summary>Static files of the front end; a page address that is no file gets index.html, which routes in the browser.</summary>
internal static partial class WebFiles
{
    private const string Index = "/index.html";

    public static void Use(WebApplication app, string? root)
    {
        if (root is null || !Directory.Exists(root)) return;
        var files = new PhysicalFileProvider(Path.GetFullPath(root));
        app.Use((http, next) =>
        {
            if (IsPageRequest(http.Request) && !files.GetFileInfo(http.Request.Path.Value ?? "").Exists) http.Request.Path = Index;
            return next(http);
        });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = SetHeaders });
    }

    private static bool IsPageRequest(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && (request.Path == "/" || request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase)));

    private static void SetHeaders(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        headers.CacheControl = HashedName().IsMatch(file.File.Name) ? "public, max-age=31536000, immutable" : "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "frame-ancestors 'none'";
    }

    /// <summary>The bundler puts eight characters of the content's hash before the extension.</summary>
    [GeneratedRegex(@"-[A-Za-z0-9_\-]{8}\.[a-z0-9]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex HashedName();
}
