using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Local.Runtime.Auth;

/// <summary>Who a development token stands for.</summary>
internal sealed record DevelopmentUser(string User, IReadOnlyList<string> Roles, string? Wallet, DateTimeOffset ExpiresAt);

/// <summary>Issues and checks the signed tokens (HS256) of the development sign-in. The key belongs to the data folder.</summary>
internal sealed class DevelopmentTokens(IOptions<RuntimeOptions> options, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    private readonly Lazy<byte[]> _key = new(() => ReadOrCreateKey(Path.Combine(options.Value.DataDirectory, "auth.key")));

    public (string Token, DevelopmentUser User) Issue(string user, IReadOnlyList<string> roles, string? wallet)
    {
        var expires = DateTimeOffset.FromUnixTimeSeconds((time.GetUtcNow() + Lifetime).ToUnixTimeSeconds());
        var payload = JsonSerializer.SerializeToUtf8Bytes(new Payload(user, roles, wallet, expires.ToUnixTimeSeconds()), JsonSerializerOptions.Web);
        var content = $"{Header}.{Base64Url.EncodeToString(payload)}";
        return ($"{content}.{Base64Url.EncodeToString(Sign(content))}", new DevelopmentUser(user, roles, wallet, expires));
    }

    /// <summary>The user of a token, or what is wrong with it.</summary>
    public (DevelopmentUser? User, string? Fault) Check(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || parts[0] != Header || !HasSignature($"{parts[0]}.{parts[1]}", parts[2]))
            return (null, "The token was not issued by this sign-in.");
        var payload = JsonSerializer.Deserialize<Payload>(Base64Url.DecodeFromChars(parts[1]), JsonSerializerOptions.Web)!;
        var expires = DateTimeOffset.FromUnixTimeSeconds(payload.Exp);
        return expires <= time.GetUtcNow()
            ? (null, "The token has expired.")
            : (new DevelopmentUser(payload.Sub, payload.Roles, payload.Wallet, expires), null);
    }

    private bool HasSignature(string content, string signature)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return Base64Url.DecodeFromChars(signature, given, out _, out var length) == OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(given[..length], Sign(content));
    }

    private byte[] Sign(string content) => HMACSHA256.HashData(_key.Value, Encoding.ASCII.GetBytes(content));

    private static byte[] ReadOrCreateKey(string path)
    {
        if (File.Exists(path)) return File.ReadAllBytes(path);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var key = RandomNumberGenerator.GetBytes(32);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(path + ".new", options)) stream.Write(key);
        File.Move(path + ".new", path, overwrite: true);
        return key;
    }

    private sealed record Payload(string Sub, IReadOnlyList<string> Roles, string? Wallet, long Exp);
}
