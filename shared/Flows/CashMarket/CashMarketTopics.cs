using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>Names of the cash market's topics.</summary>
public static class CashMarketTopics
{
    /// <summary>Administrators' operations.</summary>
    public const string Operations = "liquidity.operations";

    private const string AccountPrefix = "account.";

    /// <summary>Changes of a market's book.</summary>
    public static string Book(CertificateType certificate) => $"market.{certificate}.book";

    /// <summary>A market's trades.</summary>
    public static string Trades(CertificateType certificate) => $"market.{certificate}.trades";

    /// <summary>Changes of an account.</summary>
    public static string Account(AccountId account) => AccountPrefix + account.Value.ToString("N");

    /// <summary>Reads the name of an account's topic; false when it is not one.</summary>
    public static bool TryParseAccount(string topic, out AccountId account)
    {
        account = default;
        if (!topic.StartsWith(AccountPrefix, StringComparison.Ordinal)) return false;
        if (!Guid.TryParseExact(topic.AsSpan(AccountPrefix.Length), "N", out var id) || id == Guid.Empty) return false;
        account = new(id);
        return true;
    }
}
