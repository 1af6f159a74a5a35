using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Model;

/// <summary>What the liquidation model looks at: the mission's features, and what its two baselines look at.</summary>
public static class LiquidationFeatures
{
    /// <summary>Where the health factor stands among the features.</summary>
    public const int HealthFactor = 1;

    /// <summary>Where the daily volatility of the health factor stands.</summary>
    public const int HealthVolatility = 11;

    /// <summary>Where the number of past breaches stands.</summary>
    public const int PastBreaches = 12;

    private static readonly TokenSymbol Bitcoin = TokenSymbol.Parse("WBTC");

    /// <summary>Their names, in the order of a model's columns.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "health_ratio", "health_factor", "supplied_usd", "borrowed_usd", "volatility", "liquidity", "concentration", "gas_gwei",
        "fear_greed", "btc_change", "eth_change", "health_volatility", "past_breaches",
    ];

    /// <summary>A wallet's features; null where one is not known.</summary>
    /// <param name="assessment">The wallet.</param>
    /// <param name="view">The market.</param>
    /// <param name="breaches">On how many days before its health factor was below 1.</param>
    public static double?[] Of(WalletAssessment assessment, MarketView view, int breaches) =>
    [
        (double?)assessment.Mark.Ratio,
        (double?)assessment.Mark.Worst?.Value,
        (double)assessment.Exposures.Assets.Amount,
        (double)assessment.Exposures.Owed.Amount,
        assessment.Volatility?.Daily,
        assessment.Liquidity.Component,
        assessment.Concentration.ByAsset?.Hhi.Value,
        (double?)view.Gas?.Gwei,
        view.FearGreed,
        LastChange(view, Bitcoin),
        LastChange(view, TokenSymbol.Eth),
        assessment.WeakestVolatility?.Daily,
        breaches,
    ];

    private static double? LastChange(MarketView view, TokenSymbol token) =>
        view.Returns.Of(token) is [.., var newest] && double.IsFinite(newest) ? newest : null;
}
