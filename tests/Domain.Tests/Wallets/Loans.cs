using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Tests;

/// <summary>Wallets in few words.</summary>
internal static class Loans
{
    public static readonly TokenSymbol Weth = TokenSymbol.Parse("WETH");
    public static readonly TokenSymbol Wsteth = TokenSymbol.Parse("wstETH");
    public static readonly TokenSymbol Wbtc = TokenSymbol.Parse("WBTC");
    public static readonly TokenSymbol Usdc = TokenSymbol.Parse("USDC");
    public static readonly TokenSymbol Dai = TokenSymbol.Parse("DAI");

    /// <summary>Round prices: ether 2,000, staked ether 2,400, bitcoin 60,000, and a dollar for a dollar.</summary>
    public static readonly PriceBook Prices = Book((Weth, 2_000), (Wsteth, 2_400), (Wbtc, 60_000), (Usdc, 1), (Dai, 1));

    /// <summary>Deep markets.</summary>
    public static readonly IReadOnlyDictionary<TokenSymbol, TokenMarket> Markets = new[]
    {
        new TokenMarket(Weth, 0.04, new(10_000_000_000), false),
        new TokenMarket(Wsteth, 0.04, new(200_000_000), false),
        new TokenMarket(Wbtc, 0.03, new(1_000_000_000), false),
        new TokenMarket(Usdc, 0.001, new(8_000_000_000), true),
        new TokenMarket(Dai, 0.001, new(1_000_000_000), true),
    }.ToDictionary(m => m.Token);

    public static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static readonly WalletAddress Address = WalletAddress.Parse("0x" + new string('1', 40));

    public static PriceBook Book(params (TokenSymbol Token, decimal Price)[] prices) =>
        new(prices.Select(p => new KeyValuePair<TokenSymbol, UsdPrice>(p.Token, new(p.Price))));

    /// <summary>Terms in percent; loan to value is three points below the threshold.</summary>
    public static CollateralTerms Terms(decimal threshold, decimal bonus = 5, decimal fee = 10) =>
        new(Percent(Math.Max(0, threshold - 3)), Percent(threshold), Percent(bonus), Percent(fee));

    public static SuppliedAsset Collateral(TokenSymbol token, decimal amount, decimal threshold = 83, decimal bonus = 5, decimal fee = 10) =>
        new(token, new(amount), Terms(threshold, bonus, fee), true, null);

    public static BorrowedAsset Debt(TokenSymbol token, decimal amount) => new(token, new(amount), null);

    public static ProtocolPosition Position(SuppliedAsset[] supplied, BorrowedAsset[] borrowed, LendingProtocol protocol = LendingProtocol.AaveV3) =>
        new(protocol, supplied, borrowed);

    public static WalletHoldings Wallet(params ProtocolPosition[] positions) => new(Address, Now, positions, []);

    public static WalletHoldings Holding(this WalletHoldings wallet, params (TokenSymbol Token, decimal Amount)[] free) =>
        wallet with { Balances = [.. free.Select(f => new TokenBalance(f.Token, new(f.Amount)))] };

    public static PartsPerMillion Percent(decimal percent) => new((int)(percent * 10_000));
}
