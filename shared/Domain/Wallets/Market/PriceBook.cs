using System.Collections.Frozen;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Market;

/// <summary>
/// What tokens cost at one time. A token without a price is not in it. A book that differs from another by some prices, or by factors, shares
/// that one's prices: trying out hundreds of markets makes no copies.
/// </summary>
public sealed class PriceBook
{
    private readonly FrozenDictionary<TokenSymbol, UsdPrice> _prices;
    private readonly Func<TokenSymbol, UsdPrice, UsdPrice>? _change;

    /// <summary>Takes prices.</summary>
    public PriceBook(IEnumerable<KeyValuePair<TokenSymbol, UsdPrice>> prices) => _prices = prices.ToFrozenDictionary();

    private PriceBook(FrozenDictionary<TokenSymbol, UsdPrice> prices, Func<TokenSymbol, UsdPrice, UsdPrice> change) =>
        (_prices, _change) = (prices, change);

    /// <summary>The tokens that have a price.</summary>
    public IReadOnlyList<TokenSymbol> Tokens => _prices.Keys;

    /// <summary>A token's price; null when it is not known.</summary>
    public UsdPrice? Of(TokenSymbol token) =>
        _prices.TryGetValue(token, out var price) ? Changed(token, price) : null;

    /// <summary>What some tokens are worth; null when their price is not known.</summary>
    public Usd? Worth(TokenSymbol token, TokenAmount amount) => Of(token) is { } price ? amount * price : null;

    /// <summary>The same prices with one of them replaced or added.</summary>
    public PriceBook With(TokenSymbol token, UsdPrice price) => _prices.ContainsKey(token)
        ? new(_prices, (t, known) => t == token ? price : Changed(t, known))
        : new(Pairs().Append(new(token, price)));

    /// <summary>The same prices and some more; of two for one token the earlier stays.</summary>
    public PriceBook Including(IEnumerable<KeyValuePair<TokenSymbol, UsdPrice>> more) =>
        new(Pairs().Concat(more.Where(m => !_prices.ContainsKey(m.Key)).DistinctBy(m => m.Key)));

    /// <summary>All prices times a factor of each, which is above 0.</summary>
    public PriceBook Scaled(Func<TokenSymbol, decimal> factor) => new(_prices, (t, known) => Changed(t, known).Times(factor(t)));

    private UsdPrice Changed(TokenSymbol token, UsdPrice price) => _change is null ? price : _change(token, price);

    private IEnumerable<KeyValuePair<TokenSymbol, UsdPrice>> Pairs() => _prices.Select(p => new KeyValuePair<TokenSymbol, UsdPrice>(p.Key, Changed(p.Key, p.Value)));
}
