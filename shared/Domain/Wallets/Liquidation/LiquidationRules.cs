using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;

namespace LiquidityRisk.Domain.Wallets.Liquidation;

/// <summary>By which rules a protocol lets others liquidate.</summary>
public abstract record LiquidationRules
{
    /// <summary>The rules of Aave v2: half of an asset's debt, no fee, no rule about dust.</summary>
    public static AssetCloseFactorRules AaveV2 { get; } = new(new(500_000), null, default);

    /// <summary>The rules of Aave v3 since version 3.3.</summary>
    public static PositionCloseFactorRules AaveV3 { get; } = new(new(500_000), new(0.95m), new(2_000), new(1_000));

    /// <summary>Rules in the style of Aave v4, with the settings of its own test market; each spoke has others.</summary>
    public static TargetHealthRules AaveV4 { get; } = new(new(1.05m), new(0.7m), new(200_000), new(1_000));

    /// <summary>The rules of Compound v2: half of an asset's debt, 8 % on top of it, of what is seized 2.8 % for the protocol.</summary>
    public static AssetCloseFactorRules CompoundV2 { get; } = new(new(500_000), new(80_000), new(28_000));

    /// <summary>The rules of Compound v3: 60 % of the penalty goes to who buys the collateral from the protocol.</summary>
    public static AbsorptionRules CompoundV3 { get; } = new(new(600_000));

    /// <summary>The rules of a protocol; null where nothing is borrowed.</summary>
    public static LiquidationRules? Of(LendingProtocol protocol) => protocol switch
    {
        LendingProtocol.AaveV2 => AaveV2,
        LendingProtocol.AaveV3 => AaveV3,
        LendingProtocol.CompoundV2 => CompoundV2,
        LendingProtocol.CompoundV3 => CompoundV3,
        LendingProtocol.Curve => null,
        _ => throw new ArgumentOutOfRangeException(nameof(protocol), protocol, "No such protocol."),
    };

    /// <summary>What could be taken of a position that may be liquidated.</summary>
    internal abstract IEnumerable<LiquidationOffer> Offers(ProtocolPosition position, PriceBook prices, PositionHealth health);
}
