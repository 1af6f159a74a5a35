using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LiquidityRisk.Domain.Wallets.Security;

namespace LiquidityRisk.Flows.Wallets.Security;

/// <summary>Tells the network of a client address: the first 24 bits of an IPv4 address, the first 48 of an IPv6 address.</summary>
public static class ClientOrigins
{
    private const int BytesOfVersion4 = 3;
    private const int BytesOfVersion6 = 6;

    /// <summary>The origin of an address; unknown for anything else.</summary>
    public static ClientOrigin Of(string? address)
    {
        if (!IPAddress.TryParse(address, out var parsed)) return default;
        var own = parsed.IsIPv4MappedToIPv6 ? parsed.MapToIPv4() : parsed;
        var kept = own.AddressFamily == AddressFamily.InterNetwork ? BytesOfVersion4 : BytesOfVersion6;
        var bytes = own.GetAddressBytes();
        Array.Clear(bytes, kept, bytes.Length - kept);
        return new(own.ToString(), string.Create(CultureInfo.InvariantCulture, $"{new IPAddress(bytes)}/{kept * 8}"));
    }
}
