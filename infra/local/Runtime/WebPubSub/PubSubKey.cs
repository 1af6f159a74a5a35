using System.Security.Cryptography;
using System.Text;
using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Local.Runtime.WebPubSub;

/// <summary>
/// The access key of the embedded service: setting <c>WebPubSub:AccessKey</c>, otherwise one made once and kept in the data folder.
/// </summary>
internal sealed class PubSubKey(IOptions<RuntimeOptions> options, IConfiguration configuration)
{
    private const int KeyLength = 32;

    /// <summary>As with Azure's keys, the text itself is the key, not what it might be decoded to.</summary>
    public byte[] Bytes { get; } = Encoding.UTF8.GetBytes(configuration["WebPubSub:AccessKey"] ?? Keep(options.Value.DataDirectory));

    public string HexHmac(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(Bytes, Encoding.UTF8.GetBytes(text)));

    private static string Keep(string folder)
    {
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, "webpubsub.key");
        if (File.Exists(file)) return File.ReadAllText(file);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength));
        using (var writer = new StreamWriter(file + ".new", options)) writer.Write(key);
        File.Move(file + ".new", file, overwrite: true);
        return key;
    }
}
