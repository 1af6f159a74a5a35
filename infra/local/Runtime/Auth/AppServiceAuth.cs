using System.Net;
using System.Text.Json;
using LiquidityRisk.Local.Runtime.Hosting;
using LiquidityRisk.Local.Runtime.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LiquidityRisk.Local.Runtime.Auth;

/// <summary>Stands in for App Service Authentication: checks the token and tells the app the caller in headers.</summary>
internal sealed class AppServiceAuth(DevelopmentTokens tokens) : IRuntimeEndpoints
{
    private const string Bearer = "Bearer ";

    public async Task AuthenticateAsync(HttpContext http, RequestDelegate next)
    {
        ClientPrincipal.Strip(http.Request.Headers);
        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            var token = authorization[Bearer.Length..].Trim();
            var (user, fault) = tokens.Check(token);
            if (user is null)
            {
                await ChallengeAsync(http, $"Bearer error=\"invalid_token\", error_description=\"{fault}\"", fault!);
                return;
            }

            ClientPrincipal.Inject(http.Request.Headers, user);
            http.Items[typeof(AppServiceAuth)] = (token, user);
        }

        await next(http);
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/.auth/login/dev", SignInAsync);
        routes.MapGet("/.auth/me", WhoAmIAsync);
    }

    private async Task SignInAsync(HttpContext http)
    {
        if (!IsFromThisMachine(http))
        {
            await Problems.WriteAsync(http, StatusCodes.Status403Forbidden, "The development sign-in answers this machine only.");
            return;
        }

        if (!http.Request.HasJsonContentType())
            throw new BadHttpRequestException("The body must be sent as application/json.", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            var request = SignInRequest.Parse(body.RootElement);
            var (token, user) = tokens.Issue(request.User, request.Roles, request.Wallet);
            http.Response.Headers.CacheControl = "no-store";
            await http.Response.WriteAsJsonAsync(new { access_token = token, expires_at = user.ExpiresAt }, http.RequestAborted);
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException("body: is not JSON.", e);
        }
        catch (FormatException e)
        {
            throw new BadHttpRequestException(e.Message, e);
        }
    }

    private static Task WhoAmIAsync(HttpContext http)
    {
        if (http.Items[typeof(AppServiceAuth)] is not (string token, DevelopmentUser user))
            return ChallengeAsync(http, "Bearer", "Nobody is signed in.");
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(
            new[]
            {
                new
                {
                    access_token = token,
                    expires_on = user.ExpiresAt,
                    provider_name = ClientPrincipal.Provider,
                    user_id = user.User,
                    user_claims = ClientPrincipal.Claims(user),
                },
            },
            http.RequestAborted);
    }

    /// <summary>The name is checked too, so that a web page cannot reach the sign-in through a name of its own.</summary>
    private static bool IsFromThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && (http.Request.Host.Host is "localhost" || (IPAddress.TryParse(http.Request.Host.Host, out var host) && IPAddress.IsLoopback(host)));

    private static Task ChallengeAsync(HttpContext http, string challenge, string detail)
    {
        http.Response.Headers.WWWAuthenticate = challenge;
        return Problems.WriteAsync(http, StatusCodes.Status401Unauthorized, detail);
    }
}
