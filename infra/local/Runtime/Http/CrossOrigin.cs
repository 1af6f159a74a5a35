using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace LiquidityRisk.Local.Runtime.Http;

/// <summary>
/// Stands in for the platform's CORS list: pages of the origins in <c>Cors:Origins</c> (comma-separated; default none) may call the
/// app with a bearer token. In Azure the list is part of the function app's configuration, and preflights never reach the app.
/// </summary>
internal static class CrossOrigin
{
    private const string Key = "Cors:Origins";

    public static void Use(WebApplication app, IConfiguration configuration)
    {
        var origins = Read(configuration[Key]);
        if (origins.Length == 0) return;
        app.UseCors(policy => policy
            .WithOrigins(origins)
            .AllowAnyHeader()
            .AllowAnyMethod()
            .WithExposedHeaders("ETag", "Location", "Retry-After", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"));
    }

    private static string[] Read(string? setting)
    {
        var origins = (setting ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Array.Find(origins, o => !IsOrigin(o)) is { } wrong
            ? throw new StartupException($"Setting {Key} has '{wrong}'; an origin such as https://app.example.com is expected.")
            : origins;
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (string.Equals(uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) || string.Equals(uri.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal))
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase);
}
