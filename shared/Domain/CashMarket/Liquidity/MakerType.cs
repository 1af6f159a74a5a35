using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>The two kinds of market maker. What each may do is said by <see cref="MakerRules"/> and nowhere else.</summary>
public enum MakerType
{
    /// <summary>Brings certificates and only sells.</summary>
    AssetHolder,

    /// <summary>Brings euros and only buys.</summary>
    LiquidityProvider,
}

/// <summary>What a market maker may do, by its type.</summary>
public static class MakerRules
{
    /// <summary>The only side on which it places orders.</summary>
    public static OrderSide SideOf(MakerType type) => type == MakerType.AssetHolder ? OrderSide.Sell : OrderSide.Buy;

    /// <summary>The type that quotes on a side.</summary>
    public static MakerType TypeFor(OrderSide side) => side == OrderSide.Sell ? MakerType.AssetHolder : MakerType.LiquidityProvider;

    /// <summary>
    /// Whether it may be given this asset, at its creation or later. It may well hold the other kind from trades: a provider whose bids
    /// trade receives certificates. It does not quote with them.
    /// </summary>
    public static bool MayBeFundedWith(MakerType type, AssetType asset) =>
        type == MakerType.LiquidityProvider ? asset == AssetType.Eur : asset is AssetType.Eua or AssetType.Cea;

    /// <summary>What its orders in a certificate use up.</summary>
    public static AssetType QuotesWith(MakerType type, CertificateType certificate) =>
        type == MakerType.LiquidityProvider ? AssetType.Eur : AssetAmount.AssetOf(certificate);
}
