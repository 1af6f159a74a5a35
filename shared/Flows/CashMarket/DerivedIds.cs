using System.Security.Cryptography;
using System.Text;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>Ids that follow from what they are for, so that doing something a second time finds what the first time made.</summary>
public static class DerivedIds
{
    /// <summary>The account of a signed-in client.</summary>
    public static AccountId ClientAccount(string userId) => new(Derive("client", userId));

    /// <summary>A client as a beneficial owner.</summary>
    public static OwnerId Client(string userId) => new(Derive("client owner", userId));

    /// <summary>The account of a market maker: names are unique.</summary>
    public static AccountId MakerAccount(string name) => new(Derive("market maker", name.ToUpperInvariant()));

    /// <summary>Whoever is behind market makers.</summary>
    public static OwnerId Owner(string name) => new(Derive("owner", name.ToUpperInvariant()));

    /// <summary>A command or operation that serves a purpose.</summary>
    public static CommandId Command(params ReadOnlySpan<string> purpose) => new(Derive(purpose));

    /// <summary>The first 16 bytes of SHA-256 over the parts, each followed by a line feed.</summary>
    public static Guid Derive(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts) hash.AppendData(Encoding.UTF8.GetBytes(part + "\n"));
        return new Guid(hash.GetHashAndReset().AsSpan(0, 16), bigEndian: true);
    }
}
