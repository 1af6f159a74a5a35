using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>Whose account it is. What each may do is said by <see cref="AccountKindRules"/> and nowhere else.</summary>
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
    /// <summary>The only side on which such a market maker places orders.</summary>
    /// <exception cref="ArgumentException">No market maker: a client places orders on both.</exception>
    public static OrderSide SideOf(this AccountKind kind) => kind switch
    {
        AccountKind.AssetHolder => OrderSide.Sell,
        AccountKind.LiquidityProvider => OrderSide.Buy,
        _ => throw new ArgumentException("This is no market maker.", nameof(kind)),
    };

    /// <summary>The kind of market maker that quotes on a side.</summary>
    public static AccountKind TypeFor(OrderSide side) => side == OrderSide.Sell ? AccountKind.AssetHolder : AccountKind.LiquidityProvider;

    /// <summary>
    /// What such a market maker's orders in a certificate use up. It may well hold the other asset from its trades, and does not quote
    /// with that.
    /// </summary>
    /// <exception cref="ArgumentException">No market maker, or no certificate.</exception>
    public static Asset QuotesWith(this AccountKind kind, CertificateType certificate) =>
        SideOf(kind) == OrderSide.Buy ? Asset.Eur : Assets.Of(certificate);

    /// <summary>Whether such an account may place orders of a side.</summary>
    public static bool MayPlace(this AccountKind kind, OrderSide side) => kind == AccountKind.Client || SideOf(kind) == side;

    /// <summary>Whether an asset may be paid in to such an account. Any asset that it has earned may be paid out.</summary>
    public static bool MayReceive(this AccountKind kind, Asset asset) =>
        kind == AccountKind.Client || (SideOf(kind) == OrderSide.Buy) == (asset == Asset.Eur);
}
