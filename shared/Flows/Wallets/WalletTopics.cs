using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets;

/// <summary>Names of wallets' topics; addresses are in lower case there.</summary>
public static class WalletTopics
{
    private const string Prefix = "wallet.";
    private const string AlertsSuffix = ".alerts";

    /// <summary>A wallet's figures.</summary>
    public static string Main(WalletAddress address) => Prefix + address.Value;

    /// <summary>A wallet's alerts.</summary>
    public static string Alerts(WalletAddress address) => Prefix + address.Value + AlertsSuffix;

    /// <summary>Reads a topic's name, in whatever case its address is; false when it is none of these.</summary>
    public static bool TryParse(string topic, out WalletAddress address, out bool isAlerts)
    {
        address = default;
        isAlerts = topic.EndsWith(AlertsSuffix, StringComparison.Ordinal);
        if (!topic.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var end = topic.Length - (isAlerts ? AlertsSuffix.Length : 0);
        return end > Prefix.Length && WalletAddress.TryParse(topic[Prefix.Length..end], out address, out _);
    }
}
