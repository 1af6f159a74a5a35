using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>A token of the simulated market.</summary>
/// <param name="Token">Which.</param>
/// <param name="Anchor">The price about which it moves, in dollars; of a token that follows another one, how many of those it stands for.</param>
/// <param name="Risk">How it moves, or how it moves about what it follows.</param>
/// <param name="Volume">Dollars traded on an ordinary day.</param>
/// <param name="FollowsEther">Whether it stands for ether.</param>
/// <param name="Yield">How fast the number of what it stands for grows, a fraction a year.</param>
internal sealed record TokenModel(
    TokenSymbol Token, double Anchor, TokenRisk Risk, double Volume, bool FollowsEther = false, double Yield = 0);

/// <summary>
/// The tokens of the simulated market. Levels are the prices of Aave's oracle in aave_v3_ethereum_reserves.csv, which match 3 July 2025; how many
/// ether a staked one stands for is their quotient. Volumes and yields are of the order seen in 2025.
/// </summary>
internal static class SimulatedTokens
{
    /// <summary>The day of the levels.</summary>
    public static readonly DateOnly AnchoredOn = new(2025, 7, 3);

    /// <summary>Where ether stands among them.</summary>
    public const int Ether = 0;

    /// <summary>What loans are made of.</summary>
    public static IReadOnlyList<TokenModel> Core { get; } =
    [
        Of("ETH", 2_578.461748, TokenReturns.Ether, 15e9),
        Staked("WETH", 1, TokenReturns.None, 1e9, 0),
        Staked("wstETH", 3_112.68103854 / 2_578.461748, TokenReturns.Discount, 3e7, 0.030),
        Staked("cbETH", 2_848.36694744 / 2_578.461748, TokenReturns.Discount, 6e6, 0.027),
        Staked("weETH", 2_762.23713763 / 2_578.461748, TokenReturns.Discount, 2e7, 0.031),
        Staked("rETH", 2_939.95417302 / 2_578.461748, TokenReturns.Discount, 5e6, 0.028),
        Of("WBTC", 109_621.67372468, TokenReturns.Bitcoin, 2.5e8),
        Of("LINK", 13.66, TokenReturns.Chainlink, 4e8),
        Of("UNI", 7.6310309, TokenReturns.Uniswap, 2.5e8),
        Of("AAVE", 278.68118, TokenReturns.Aave, 3e8),
        Of("CRV", 0.52813, TokenReturns.Uniswap, 1.2e8),
        Of("USDC", 1, TokenReturns.Stablecoin, 8e9),
        Of("USDT", 1, TokenReturns.Stablecoin, 5e10),
        Of("DAI", 1, TokenReturns.Stablecoin, 1.5e8),
        Of("3Crv", 1.04, TokenReturns.Stablecoin, 4e5),
        Staked("steCRV", 1.11, TokenReturns.Discount, 3e5, 0.02),
    ];

    /// <summary>What only lies about in a large wallet. Levels are round; three of them hardly trade.</summary>
    public static IReadOnlyList<TokenModel> Lesser { get; } =
    [
        .. new (string Symbol, double Price, double Volume)[]
        {
            ("MKR", 1_900, 9e7), ("COMP", 48, 4e7), ("SNX", 0.65, 3e7), ("BAL", 1.1, 9e6), ("LDO", 0.8, 8e7), ("YFI", 5_200, 1.2e7), ("SUSHI", 0.65, 2e7),
            ("1INCH", 0.2, 2e7), ("ENS", 20, 5e7), ("GRT", 0.09, 3e7), ("MANA", 0.27, 3e7), ("SAND", 0.25, 4e7), ("APE", 0.65, 3e7), ("BAT", 0.13, 8e6),
            ("ZRX", 0.22, 2e7), ("ENJ", 0.07, 5e6), ("CHZ", 0.04, 3e7), ("IMX", 0.45, 3e7), ("RPL", 5, 5e6), ("FXS", 2.2, 1.5e7), ("LQTY", 0.9, 3e7),
            ("CVX", 2.3, 9e6), ("GNO", 125, 3e6), ("LRC", 0.08, 1.5e7), ("KNC", 0.3, 8e6), ("BNT", 0.6, 4e6), ("UMA", 1.1, 1e7), ("BAND", 0.6, 5e6),
            ("STORJ", 0.25, 2e7), ("ANKR", 0.014, 7e6), ("SKL", 0.02, 9e6), ("RNDR", 3.3, 1.5e7), ("AXS", 2.2, 2.5e7), ("ILV", 12, 6e6), ("GALA", 0.015, 9e7),
            ("PEPE", 0.00001, 8e8), ("SHIB", 0.0000115, 2e8), ("STG", 0.15, 2e7), ("PENDLE", 3.4, 8e7), ("ONDO", 0.78, 1.5e8), ("ENA", 0.27, 2e8),
            ("ETHFI", 1, 6e7), ("EIGEN", 1.2, 1e8), ("NMR", 8, 60_000), ("MLN", 7.5, 40_000), ("DPI", 85, 15_000),
        }.Select(t => Of(t.Symbol, t.Price, TokenReturns.Uniswap, t.Volume)),
    ];

    /// <summary>All of them, what loans are made of first.</summary>
    public static IReadOnlyList<TokenModel> All { get; } = [.. Core, .. Lesser];

    private static readonly Dictionary<TokenSymbol, int> Places = All.Select((t, i) => (t.Token, i)).ToDictionary(t => t.Token, t => t.i);

    /// <summary>Where a token stands among all; null for another one.</summary>
    public static int? PlaceOf(TokenSymbol token) => Places.TryGetValue(token, out var place) ? place : null;

    /// <summary>Where a token stands among all.</summary>
    /// <exception cref="KeyNotFoundException">It is none of them.</exception>
    public static int PlaceOf(string symbol) => Places[TokenSymbol.Parse(symbol)];

    private static TokenModel Of(string symbol, double price, TokenRisk risk, double volume) => new(TokenSymbol.Parse(symbol), price, risk, volume);

    private static TokenModel Staked(string symbol, double ether, TokenRisk risk, double volume, double yield) =>
        new(TokenSymbol.Parse(symbol), ether, risk, volume, true, yield);
}
