using System.Collections.Frozen;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Wallets.CoinGecko;

/// <summary>
/// What CoinGecko calls the tokens of the watched protocols. Of Aave's assets those without a market of their own (Pendle's principal
/// tokens) are not in it. Further ones come from the settings.
/// </summary>
internal sealed class CoinIds
{
    private static readonly (string Symbol, string Id)[] Known =
    [
        ("ETH", "ethereum"), ("WETH", "weth"), ("stETH", "staked-ether"), ("wstETH", "wrapped-steth"), ("rETH", "rocket-pool-eth"),
        ("cbETH", "coinbase-wrapped-staked-eth"), ("weETH", "wrapped-eeth"), ("osETH", "stakewise-v3-oseth"), ("ETHx", "stader-ethx"),
        ("rsETH", "kelp-dao-restaked-eth"), ("ezETH", "renzo-restaked-eth"), ("frxETH", "frax-ether"), ("sfrxETH", "staked-frax-ether"),
        ("WBTC", "wrapped-bitcoin"), ("tBTC", "tbtc"), ("cbBTC", "coinbase-wrapped-btc"), ("LBTC", "lombard-staked-btc"),
        ("FBTC", "ignition-fbtc"), ("eBTC", "ebtc-2"),
        ("USDC", "usd-coin"), ("USDT", "tether"), ("DAI", "dai"), ("USDS", "usds"), ("sDAI", "savings-dai"), ("sUSDS", "susds"),
        ("USDe", "ethena-usde"), ("sUSDe", "ethena-staked-usde"), ("USDtb", "usdtb"), ("LUSD", "liquity-usd"), ("FRAX", "frax"),
        ("GHO", "gho"), ("crvUSD", "crvusd"), ("PYUSD", "paypal-usd"), ("RLUSD", "ripple-usd"), ("EURC", "euro-coin"),
        ("TUSD", "true-usd"), ("USDP", "paxos-standard"), ("sUSD", "nusd"), ("GUSD", "gemini-dollar"),
        ("LINK", "chainlink"), ("AAVE", "aave"), ("CRV", "curve-dao-token"), ("MKR", "maker"), ("SNX", "havven"), ("BAL", "balancer"),
        ("UNI", "uniswap"), ("LDO", "lido-dao"), ("ENS", "ethereum-name-service"), ("1INCH", "1inch"), ("RPL", "rocket-pool"),
        ("STG", "stargate-finance"), ("KNC", "kyber-network-crystal"), ("FXS", "frax-share"), ("COMP", "compound-governance-token"),
        ("BAT", "basic-attention-token"), ("ZRX", "0x"), ("YFI", "yearn-finance"), ("SUSHI", "sushi"), ("CVX", "convex-finance"),
    ];

    private readonly FrozenDictionary<TokenSymbol, string> _ids;

    public CoinIds(IReadOnlyDictionary<string, string> further)
    {
        var ids = Known.ToDictionary(k => TokenSymbol.Parse(k.Symbol), k => k.Id);
        foreach (var (symbol, id) in further) ids[TokenSymbol.Parse(symbol)] = id;
        _ids = ids.ToFrozenDictionary();
    }

    /// <summary>All ids, each once, in a fixed order.</summary>
    public IReadOnlyList<string> All => field ??= [.. _ids.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>A token's id; null when it is not known.</summary>
    public string? Of(TokenSymbol token) => _ids.GetValueOrDefault(token);
}
