namespace LiquidityRisk.Flows.CashMarket;

/// <summary>On whose behalf commands reach a market; kept with every entry of its journal.</summary>
public static class MarketSources
{
    /// <summary>A client's own orders.</summary>
    public const string Client = "client";

    /// <summary>Begins the source of orders that were injected by an administrator's operation.</summary>
    public const string Liquidity = "liquidity ";

    /// <summary>Orders of a market maker that was deactivated.</summary>
    public const string Deactivation = "deactivation";

    /// <summary>A command that was given up, so that it cannot arrive any more.</summary>
    public const string Voided = "voided";

    /// <summary>Orders of an operation.</summary>
    public static string Of(Guid operation) => Liquidity + operation.ToString("N");
}
