using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Market;

/// <summary>The market as all wallets of one scan are judged by.</summary>
/// <param name="AsOf">When it was put together.</param>
/// <param name="Prices">What tokens cost.</param>
/// <param name="Tokens">What else is known of them.</param>
/// <param name="Returns">Their daily returns.</param>
/// <param name="Scenarios">Their returns over one day in the simulated future.</param>
/// <param name="Gas">The price of gas; null when not known.</param>
/// <param name="Locked">Value locked in protocols, as far as known.</param>
public sealed record MarketView(
    DateTimeOffset AsOf,
    PriceBook Prices,
    IReadOnlyDictionary<TokenSymbol, TokenMarket> Tokens,
    ReturnTable Returns,
    ScenarioSet Scenarios,
    GasPrice? Gas,
    IReadOnlyDictionary<LendingProtocol, Usd> Locked)
{
    /// <summary>The market's mood, 0 (fear) to 100 (greed); null when not known.</summary>
    public int? FearGreed { get; init; }

    /// <summary>Correlations of the daily returns.</summary>
    public CorrelationTable Correlations { get; } = new(Returns);

    /// <summary>What is known of a token's market; null for one that no source named.</summary>
    public TokenMarket? Of(TokenSymbol token) => Tokens.GetValueOrDefault(token);
}
