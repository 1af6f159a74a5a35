using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>
/// The wallet that a first visitor looks at: near the warning of its health factor, and able to do anything about it. It owes dollars against
/// ether and LINK, whose thresholds differ, and has some of what it owes, of what secures it and of something else lying free.
/// </summary>
internal static class Persona
{
    /// <summary>Its address, for which published signatures exist: the account of the examples in web3.js' documentation.</summary>
    public const string Text = "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23";

    private const double Size = 180_000;
    private static readonly LoanCare Care = new(1.17, 1.09, 1.28, 100);

    /// <summary>Its address.</summary>
    public static WalletAddress Address { get; } = WalletAddress.Parse(Text);

    /// <summary>Its only position.</summary>
    public static Loan Loan(double[] prices) => Wallets.Loan.Of(
        LendingProtocol.AaveV3, null, [SimulatedTokens.PlaceOf("WETH"), SimulatedTokens.PlaceOf("LINK")], [0.8, 0.2], Size, SimulatedTokens.PlaceOf("USDC"), Care, prices);

    /// <summary>What lies free in it.</summary>
    public static IReadOnlyList<LoanSide> Balance(double[] prices) =>
    [
        Dollars("ETH", 1_500, prices), Dollars("USDC", 9_000, prices), Dollars("WETH", 6_000, prices), Dollars("LINK", 1_200, prices), Dollars("UNI", 2_500, prices),
    ];

    private static LoanSide Dollars(string symbol, double dollars, double[] prices)
    {
        var token = SimulatedTokens.PlaceOf(symbol);
        return new(token, dollars / prices[token]);
    }
}
