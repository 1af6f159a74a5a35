using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace LiquidityRisk.Local.Runtime.Auth;

/// <summary>The headers by which App Service tells an app who is calling.</summary>
internal static class ClientPrincipal
{
    public const string Provider = "aad";
    private const string Prefix = "X-MS-CLIENT-PRINCIPAL";
    private const string IdClaim = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier";
    private const string NameClaim = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name";
    private const string RoleClaim = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";

    /// <summary>Nobody but the platform may set these headers.</summary>
    public static void Strip(IHeaderDictionary headers)
    {
        foreach (var name in headers.Keys.Where(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).ToList())
            headers.Remove(name);
    }

    public static void Inject(IHeaderDictionary headers, DevelopmentUser user)
    {
        var principal = new Principal(Provider, NameClaim, RoleClaim, Claims(user));
        headers[Prefix] = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(principal));
        headers[Prefix + "-ID"] = user.User;
        headers[Prefix + "-NAME"] = user.User;
        headers[Prefix + "-IDP"] = Provider;
    }

    public static IReadOnlyList<Claim> Claims(DevelopmentUser user)
    {
        List<Claim> claims = [new(IdClaim, user.User), new(NameClaim, user.User), .. user.Roles.Select(role => new Claim(RoleClaim, role))];
        if (user.Wallet is not null) claims.Add(new Claim("wallet", user.Wallet));
        return claims;
    }

    internal sealed record Claim(
        [property: JsonPropertyName("typ")] string Type,
        [property: JsonPropertyName("val")] string Value);

    private sealed record Principal(
        [property: JsonPropertyName("auth_typ")] string AuthenticationType,
        [property: JsonPropertyName("name_typ")] string NameType,
        [property: JsonPropertyName("role_typ")] string RoleType,
        [property: JsonPropertyName("claims")] IReadOnlyList<Claim> Claims);
}
