using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LiquidityRisk.Local.Runtime.WebPubSub;

/// <summary>What a client's access token says.</summary>
/// <param name="Claims">Every claim with its values, as the upstream sees them.</param>
internal sealed record ClientToken(IReadOnlyDictionary<string, string[]> Claims)
{
    public string? UserId => Values("sub").FirstOrDefault();

    public string[] Roles => Values("role");

    public string[] Groups => Values("webpubsub.group");

    public string[] Values(string claim) => Claims.GetValueOrDefault(claim, []);
}

/// <summary>Issues and checks access tokens: JSON web tokens signed with HMAC-SHA256, as Azure's SDK makes them.</summary>
internal sealed class PubSubTokens(PubSubKey key, TimeProvider time)
{
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    public string Issue(Uri audience, string userId, IEnumerable<string> roles, TimeSpan lifetime)
    {
        var now = time.GetUtcNow();
        var claims = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["sub"] = userId,
            ["role"] = roles.ToArray(),
            ["aud"] = audience.AbsoluteUri,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
        });
        var text = $"{Header}.{Base64Url.EncodeToString(claims)}";
        return $"{text}.{Base64Url.EncodeToString(Sign(text))}";
    }

    /// <summary>Null when the token is missing, malformed, not ours, expired or meant for another hub.</summary>
    public ClientToken? Read(string? token, string hub)
    {
        try
        {
            var parts = (token ?? "").Split('.');
            if (parts.Length != 3 || !IsHs256(parts[0])) return null;
            if (!CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(parts[2]), Sign($"{parts[0]}.{parts[1]}"))) return null;
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return IsCurrent(payload.RootElement) && IsFor(payload.RootElement, hub) ? new ClientToken(Claims(payload.RootElement)) : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException or UriFormatException)
        {
            return null;
        }
    }

    private static bool IsHs256(string header)
    {
        using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(header));
        return json.RootElement.GetProperty("alg").GetString() == "HS256";
    }

    private bool IsCurrent(JsonElement payload) => payload.GetProperty("exp").GetInt64() > time.GetUtcNow().ToUnixTimeSeconds();

    private static bool IsFor(JsonElement payload, string hub) =>
        string.Equals(new Uri(payload.GetProperty("aud").GetString()!).AbsolutePath, $"/client/hubs/{hub}", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string[]> Claims(JsonElement payload) => payload.EnumerateObject().ToDictionary(
        p => p.Name,
        p => p.Value.ValueKind == JsonValueKind.Array ? p.Value.EnumerateArray().Select(v => v.ToString()).ToArray() : [p.Value.ToString()],
        StringComparer.Ordinal);

    private byte[] Sign(string text) => HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes(text));
}
