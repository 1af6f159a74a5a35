using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>Who is calling, as App Service Authentication or the Static Web App in front says (header <c>X-MS-CLIENT-PRINCIPAL</c>).</summary>
internal sealed record Caller(string UserId, IReadOnlySet<string> Roles, string? Wallet)
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private const string DefaultRoleClaim = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";

    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    public bool HasAnyOf(IReadOnlyList<string> roles) => roles.Any(Roles.Contains);

    /// <summary>The caller of a request; null when nobody is signed in.</summary>
    public static Caller? Of(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var values) || values is not [{ Length: > 0 } header]) return null;
        try
        {
            var principal = JsonSerializer.Deserialize<Principal>(Convert.FromBase64String(header), Json);
            return principal is null ? null : Of(principal, request.Headers["X-MS-CLIENT-PRINCIPAL-NAME"].ToString());
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private static Caller? Of(Principal principal, string nameHeader)
    {
        if (principal.UserDetails is { Length: > 0 } details)
            return new Caller(details, (principal.UserRoles ?? []).ToHashSet(StringComparer.Ordinal), Wallet: null);
        var claims = principal.Claims ?? [];
        string? Claim(string type) => claims.FirstOrDefault(c => string.Equals(c.Typ, type, StringComparison.Ordinal))?.Val;
        var user = Claim("preferred_username") ?? Claim(principal.NameTyp ?? "name") ?? Claim("name");
        if (string.IsNullOrEmpty(user)) user = nameHeader;
        if (string.IsNullOrEmpty(user)) return null;
        var roles = claims.Where(c => c.Typ is "roles" or "role" or DefaultRoleClaim || string.Equals(c.Typ, principal.RoleTyp, StringComparison.Ordinal))
            .Select(c => c.Val)
            .ToHashSet(StringComparer.Ordinal);
        return new Caller(user, roles, Claim("wallet"));
    }

    private sealed record Principal(
        [property: System.Text.Json.Serialization.JsonPropertyName("name_typ")] string? NameTyp,
        [property: System.Text.Json.Serialization.JsonPropertyName("role_typ")] string? RoleTyp,
        IReadOnlyList<PrincipalClaim>? Claims,
        string? UserDetails,
        IReadOnlyList<string>? UserRoles);

    private sealed record PrincipalClaim(string Typ, string Val);
}
