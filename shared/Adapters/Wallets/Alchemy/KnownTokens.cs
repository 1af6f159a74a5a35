using System.Collections.Frozen;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Wallets.Alchemy;

/// <summary>
/// The tokens that balances are read of: the assets of Aave v3 on Ethereum as its contracts listed them in July 2025 (bgd-labs/aave-helpers,
/// <c>reports/default_before.json</c>). A contract names its own symbol, so that a symbol alone proves nothing: a token is known by its address.
/// </summary>
internal static class KnownTokens
{
    private static readonly (string Symbol, string Address, int Decimals)[] Listed =
    [
        ("WETH", "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2", 18),
        ("wstETH", "0x7f39c581f595b53c5cb19bd0b3f8da6c935e2ca0", 18),
        ("WBTC", "0x2260fac5e5542a773aa44fbcfedf7c193bc2c599", 8),
        ("USDC", "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48", 6),
        ("DAI", "0x6b175474e89094c44da98b954eedeac495271d0f", 18),
        ("LINK", "0x514910771af9ca656af840dff83e8264ecf986ca", 18),
        ("AAVE", "0x7fc66500c84a76ad7e9c93437bfc5ac33e2ddae9", 18),
        ("cbETH", "0xbe9895146f7af43049ca1c1ae358b0541ea49704", 18),
        ("USDT", "0xdac17f958d2ee523a2206206994597c13d831ec7", 6),
        ("rETH", "0xae78736cd615f374d3085123a210448e74fc6393", 18),
        ("LUSD", "0x5f98805a4e8be255a32880fdec7f6728c6568ba0", 18),
        ("CRV", "0xd533a949740bb3306d119cc777fa900ba034cd52", 18),
        ("MKR", "0x9f8f72aa9304c8b593d555f12ef6589cc3a579a2", 18),
        ("SNX", "0xc011a73ee8576fb46f5e1c5751ca3b9fe0af2a6f", 18),
        ("BAL", "0xba100000625a3754423978a60c9317c58a424e3d", 18),
        ("UNI", "0x1f9840a85d5af5bf1d1762f925bdaddc4201f984", 18),
        ("LDO", "0x5a98fcbea516cf06857215779fd812ca3bef1b32", 18),
        ("ENS", "0xc18360217d8f7ab5e7c516566761ea12ce7f9d72", 18),
        ("1INCH", "0x111111111117dc0aa78b770fa6a738034120c302", 18),
        ("FRAX", "0x853d955acef822db058eb8505911ed77f175b99e", 18),
        ("GHO", "0x40d16fc0246ad3160ccc09b8d0d3a2cd28ae6c2f", 18),
        ("RPL", "0xd33526068d116ce69f19a9ee46f0bd304f21a51f", 18),
        ("sDAI", "0x83f20f44975d03b1b09e64809b757c47f942beea", 18),
        ("STG", "0xaf5191b0de278c7286d6c7cc6ab6bb8a73ba2cd6", 18),
        ("KNC", "0xdefa4e8a7bcba345f687a2f1456f5edd9ce97202", 18),
        ("FXS", "0x3432b6a60d23ca0dfca7761b7ab56459d9c964d0", 18),
        ("crvUSD", "0xf939e0a03fb07f59a73314e73794be0e57ac1b4e", 18),
        ("PYUSD", "0x6c3ea9036406852006290770bedfcaba0e23a0e8", 6),
        ("weETH", "0xcd5fe23c85820f7b72d0926fc9b05b43e359b7ee", 18),
        ("osETH", "0xf1c9acdc66974dfb6decb12aa385b9cd01190e38", 18),
        ("USDe", "0x4c9edd5852cd905f086c759e8383e09bff1e68b3", 18),
        ("ETHx", "0xa35b1b31ce002fbf2058d22f30f95d405200a15b", 18),
        ("sUSDe", "0x9d39a5de30e57443bff2a8307a4256c8797a3497", 18),
        ("tBTC", "0x18084fba666a33d37592fa2633fd49a74dd93a88", 18),
        ("cbBTC", "0xcbb7c0000ab88b473b1f5afd9ef808440eed33bf", 8),
        ("USDS", "0xdc035d45d973e3ec169d2276ddab16f1e407384f", 18),
        ("rsETH", "0xa1290d69c65a6fe4df752f95823fae25cb99e5a7", 18),
        ("LBTC", "0x8236a87084f8b84306f72007f36f2618a5634494", 8),
        ("eBTC", "0x657e8c867d8b37dcc18fa4caead9c45eb088c642", 8),
        ("RLUSD", "0x8292bb45bf1ee4d140127049757c2e0ff06317ed", 18),
        ("PT-eUSDE-29MAY2025", "0x50d2c7992b802eef16c04feadab310f31866a545", 18),
        ("PT-sUSDE-31JUL2025", "0x3b3fb9c57858ef816833dc91565efcd85d96f634", 18),
        ("USDtb", "0xc139190f447e929f090edeb554d95abb8b18ac1c", 18),
        ("PT-USDe-31JUL2025", "0x917459337caac939d41d7493b3999f571d20d667", 18),
        ("PT-eUSDE-14AUG2025", "0x14bdc3a3ae09f5518b923b69489cbcafb238e617", 18),
        ("eUSDe", "0x90d2af7d622ca3141efa4d8f1f24d86e5974cc8f", 18),
        ("FBTC", "0xc96de26018a54d51c097160568752c4e3bd6c364", 8),
        ("EURC", "0x1abaea1f7c830bd89acc67ec4af516284b1bc33c", 6),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KnownToken> All { get; } =
        [.. Listed.Select(t => new KnownToken(TokenSymbol.Parse(t.Symbol), t.Address, t.Decimals))];

    /// <summary>By address, in lower case.</summary>
    public static FrozenDictionary<string, KnownToken> ByAddress { get; } = All.ToFrozenDictionary(t => t.Address, StringComparer.Ordinal);
}

/// <summary>A token's contract.</summary>
/// <param name="Symbol">What it calls itself.</param>
/// <param name="Address">Where it is, in lower case.</param>
/// <param name="Decimals">How many decimal places a whole token has.</param>
internal sealed record KnownToken(TokenSymbol Symbol, string Address, int Decimals);
