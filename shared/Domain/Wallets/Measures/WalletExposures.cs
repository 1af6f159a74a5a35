using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Measures;

/// <summary>What a wallet has of one token in all places.</summary>
/// <param name="Token">Which token.</param>
/// <param name="Supplied">In protocols.</param>
/// <param name="Free">In the wallet itself.</param>
/// <param name="Owed">To protocols.</param>
public sealed record TokenExposure(TokenSymbol Token, Usd Supplied, Usd Free, Usd Owed)
{
    /// <summary>All that is owned.</summary>
    public Usd Assets => Supplied + Free;

    /// <summary>Owned less owed: what a change of the price changes.</summary>
    public Usd Net => Supplied + Free - Owed;
}

/// <summary>A wallet's exposures.</summary>
/// <param name="Tokens">One per token with a price, the largest assets first.</param>
/// <param name="Assets">All that is owned.</param>
/// <param name="Owed">All that is owed.</param>
/// <param name="Unpriced">Tokens that are held or owed and have no price; they are in no figure.</param>
public sealed record WalletExposures(IReadOnlyList<TokenExposure> Tokens, Usd Assets, Usd Owed, IReadOnlyList<TokenSymbol> Unpriced)
{
    /// <summary>Owned less owed.</summary>
    public Usd NetWorth => Assets - Owed;

    /// <summary>Adds up what a wallet holds and owes, token by token.</summary>
    public static WalletExposures Of(WalletHoldings holdings, PriceBook prices)
    {
        var sums = new Dictionary<TokenSymbol, Sums>();
        foreach (var position in holdings.Positions)
        {
            foreach (var supplied in position.Supplied) Of(supplied.Asset).Supplied += supplied.Amount.Value;
            foreach (var borrowed in position.Borrowed) Of(borrowed.Asset).Owed += borrowed.Amount.Value;
        }

        foreach (var balance in holdings.Balances) Of(balance.Asset).Free += balance.Amount.Value;

        var tokens = new List<TokenExposure>(sums.Count);
        var unpriced = new List<TokenSymbol>();
        foreach (var (token, sum) in sums)
        {
            if (sum is { Supplied: 0, Free: 0, Owed: 0 }) continue;
            if (prices.Of(token) is { } price)
                tokens.Add(new(token, new(sum.Supplied * price.Value), new(sum.Free * price.Value), new(sum.Owed * price.Value)));
            else
                unpriced.Add(token);
        }

        tokens.Sort((a, b) => (b.Assets.Amount, a.Token).CompareTo((a.Assets.Amount, b.Token)));
        unpriced.Sort();
        return new(tokens, Sum(tokens, t => t.Assets), Sum(tokens, t => t.Owed), unpriced);

        Sums Of(TokenSymbol token) => sums.TryGetValue(token, out var sum) ? sum : sums[token] = new Sums();
    }

    private static Usd Sum(List<TokenExposure> tokens, Func<TokenExposure, Usd> part)
    {
        var sum = Usd.Zero;
        foreach (var token in tokens) sum += part(token);
        return sum;
    }

    private sealed class Sums
    {
        public decimal Supplied { get; set; }

        public decimal Free { get; set; }

        public decimal Owed { get; set; }
    }
}
