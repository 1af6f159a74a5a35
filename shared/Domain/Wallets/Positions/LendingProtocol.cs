namespace LiquidityRisk.Domain.Wallets.Positions;

/// <summary>The protocols in which wallets are watched.</summary>
public enum LendingProtocol
{
    /// <summary>Aave version 2 on Ethereum.</summary>
    AaveV2,

    /// <summary>Aave version 3 on Ethereum, the core market.</summary>
    AaveV3,

    /// <summary>Compound version 2: a pool of all assets.</summary>
    CompoundV2,

    /// <summary>Compound version 3 (Comet): one base asset is borrowed against several collaterals.</summary>
    CompoundV3,

    /// <summary>Curve: shares of pools; nothing is borrowed against them there.</summary>
    Curve,
}
