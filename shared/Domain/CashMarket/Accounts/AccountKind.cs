using LiquidityRisk.Domain.CashMarket.Matching;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>Whose account it is, which says what it may do.</summary>
public enum AccountKind
{
    /// <summary>A client: holds and trades everything.</summary>
    Client,

    /// <summary>A market maker that brings certificates and only sells. What it sells for is paid to it in euros.</summary>
    AssetHolder,

    /// <summary>A market maker that brings euros and only buys. It receives the certificates it buys.</summary>
    LiquidityProvider,
}

/// <summary>What each kind of account may do.</summary>
public static class AccountKindRules
{
    /// <summary>Whether such an account may place orders of a side.</summary>
    public static bool MayPlace(this AccountKind kind, OrderSide side) => kind switch
    {
        AccountKind.AssetHolder => side == OrderSide.Sell,
        AccountKind.LiquidityProvider => side == OrderSide.Buy,
        _ => true,
    };

    /// <summary>Whether an asset may be paid in to such an account. Any asset that it has earned may be paid out.</summary>
    public static bool MayReceive(this AccountKind kind, Asset asset) => kind switch
    {
        AccountKind.AssetHolder => asset != Asset.Eur,
        AccountKind.LiquidityProvider => asset == Asset.Eur,
        _ => true,
    };
}
