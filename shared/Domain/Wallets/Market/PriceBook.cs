using System.Collections.Frozen;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Market;

/// <summary>What tokens cost at one time. A token without a price is not in it.</summary>
public sealed class PriceBook
{
    private readonly FrozenDictionary<TokenSymbol, UsdPrice> _prices;

    /// <summary>Takes prices.</summary>
    public PriceBook(IEnumerable<KeyValuePair<TokenSymbol, UsdPrice>> prices) => _prices = prices.ToFrozenDictionary();

    /// <summary>The tokens that have a price.</summary>
    public IReadOnlyList<TokenSymbol> Tokens => _prices.Keys;

    /// <summary>A token's price; null when it is not known.</summary>
    public UsdPrice? Of(TokenSymbol token) => _prices.TryGetValue(token, out var price) ? price : null;

    /// <summary>What some tokens are worth; null when their price is not known.</summary>
    public Usd? Worth(TokenSymbol token, TokenAmount amount) => Of(token) is { } price ? amount * price : null;

    /// <summary>The same prices with one of them replaced or added.</summary>
    public PriceBook With(TokenSymbol token, UsdPrice price) =>
        new(_prices.Where(p => p.Key != token).Append(new(token, price)));

    /// <summary>The same prices and some more; of two for one token the earlier stays.</summary>
    public PriceBook Including(IEnumerable<KeyValuePair<TokenSymbol, UsdPrice>> more) =>
        new(_prices.Concat(more.Where(m => !_prices.ContainsKey(m.Key)).DistinctBy(m => m.Key)));

    /// <summary>All prices times a factor of each, which is above 0.</summary>
    public PriceBook Scaled(Func<TokenSymbol, decimal> factor) =>
        new(_prices.Select(p => new KeyValuePair<TokenSymbol, UsdPrice>(p.Key, p.Value.Times(factor(p.Key)))));
}
