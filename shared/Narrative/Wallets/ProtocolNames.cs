using LiquidityRisk.Domain.Wallets.Positions;

namespace LiquidityRisk.Narrative.Wallets;

/// <summary>What lending protocols are called.</summary>
public static class ProtocolNames
{
    /// <summary>A protocol's name.</summary>
    public static string Of(LendingProtocol protocol) => protocol switch
    {
        LendingProtocol.AaveV2 => "Aave v2",
        LendingProtocol.AaveV3 => "Aave v3",
        LendingProtocol.CompoundV2 => "Compound v2",
        LendingProtocol.CompoundV3 => "Compound v3",
        _ => "Curve",
    };
}
