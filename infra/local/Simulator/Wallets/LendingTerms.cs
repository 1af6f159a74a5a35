using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>
/// What protocols lend against which token. Aave v3: aave_v3_ethereum_reserves.csv and aave_v3_ethereum_emodes.csv (July 2025); the same terms
/// without the protocol's fee stand in for Aave v2. Compound v3: the deployment's configuration of the USDC market on Ethereum in
/// compound-finance/comet, where one minus the liquidation factor is the penalty. Compound v2: collateral factors of its comptroller, as
/// Centic-io/defi-state-querier lists them; the whole of it may be borrowed, and 8 % are a liquidator's. Interest is of the order seen in 2025.
/// </summary>
internal static class LendingTerms
{
    private static readonly Dictionary<string, CollateralTerms> AaveV3 = new(StringComparer.Ordinal)
    {
        ["WETH"] = Points(8_050, 8_300, 500, 1_000),
        ["wstETH"] = Points(7_850, 8_100, 600, 1_000),
        ["WBTC"] = Points(7_300, 7_800, 500, 1_000),
        ["USDC"] = Points(7_500, 7_800, 450, 2_000),
        ["USDT"] = Points(7_500, 7_800, 450, 1_000),
        ["DAI"] = Points(6_300, 7_700, 500, 2_000),
        ["LINK"] = Points(6_600, 7_100, 700, 1_000),
        ["AAVE"] = Points(6_900, 7_600, 750, 1_000),
        ["cbETH"] = Points(7_500, 7_900, 750, 1_000),
        ["rETH"] = Points(7_500, 7_900, 750, 1_000),
        ["weETH"] = Points(7_750, 8_000, 700, 1_000),
        ["UNI"] = Points(6_500, 7_400, 1_000, 1_000),
        ["CRV"] = Points(3_500, 4_100, 830, 1_000),
    };

    private static readonly Dictionary<string, CollateralTerms> CompoundV3 = new(StringComparer.Ordinal)
    {
        ["WETH"] = Points(8_200, 9_000, 500, 0),
        ["WBTC"] = Points(7_000, 7_800, 500, 0),
        ["UNI"] = Points(7_500, 8_300, 700, 0),
        ["LINK"] = Points(7_900, 8_700, 700, 0),
    };

    private static readonly Dictionary<string, CollateralTerms> CompoundV2 = new(StringComparer.Ordinal)
    {
        ["ETH"] = Points(8_250, 8_250, 800, 0),
        ["USDC"] = Points(8_550, 8_550, 800, 0),
        ["DAI"] = Points(8_350, 8_350, 800, 0),
        ["WBTC"] = Points(7_000, 7_000, 800, 0),
    };

    /// <summary>Staked ether against ether on Aave v3.</summary>
    public static EfficiencyMode EtherMode { get; } = new(
        1, "ETH correlated", Points(9_300, 9_500, 100, 1_000), [.. new[] { "WETH", "wstETH", "cbETH", "rETH", "weETH" }.Select(TokenSymbol.Parse)]);

    /// <summary>A token's terms; nothing is lent against what a protocol does not know.</summary>
    public static CollateralTerms Of(LendingProtocol protocol, TokenSymbol token) => protocol switch
    {
        LendingProtocol.AaveV3 => AaveV3.GetValueOrDefault(token.Value),
        LendingProtocol.AaveV2 => AaveV3.GetValueOrDefault(token.Value) with { ProtocolFee = default },
        LendingProtocol.CompoundV3 => CompoundV3.GetValueOrDefault(token.Value),
        LendingProtocol.CompoundV2 => CompoundV2.GetValueOrDefault(token.Value),
        _ => CollateralTerms.None,
    };

    /// <summary>Interest that a debt costs, a fraction a year.</summary>
    public static double BorrowRate(TokenSymbol token) => token.Value is "USDC" or "USDT" or "DAI" ? 0.052 : 0.026;

    /// <summary>Interest that a supply earns, a fraction a year.</summary>
    public static double SupplyRate(TokenSymbol token) => token.Value switch
    {
        "USDC" or "USDT" or "DAI" => 0.038,
        "ETH" or "WETH" => 0.018,
        _ => 0.0005,
    };

    private static CollateralTerms Points(int loanToValue, int threshold, int bonus, int fee) =>
        new(new(loanToValue * 100), new(threshold * 100), new(bonus * 100), new(fee * 100));
}
