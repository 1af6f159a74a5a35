using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Positions;

/// <summary>The same holdings with one amount changed. What becomes nothing is left out.</summary>
internal static class HoldingChanges
{
    /// <summary>The wallet's position in a protocol; null when it has none.</summary>
    public static ProtocolPosition? In(this WalletHoldings holdings, LendingProtocol protocol)
    {
        foreach (var position in holdings.Positions)
            if (position.Protocol == protocol) return position;
        return null;
    }

    /// <summary>With a position in the place of the one in the same protocol, or added.</summary>
    public static WalletHoldings With(this WalletHoldings holdings, ProtocolPosition position) =>
        holdings with { Positions = Put(holdings.Positions, position, p => p.Protocol == position.Protocol, keep: true) };

    /// <summary>With so much of a token free.</summary>
    public static WalletHoldings WithFree(this WalletHoldings holdings, TokenSymbol asset, TokenAmount amount) =>
        holdings with { Balances = Put(holdings.Balances, new TokenBalance(asset, amount), b => b.Asset == asset, amount > TokenAmount.Zero) };

    /// <summary>What is owed of a token.</summary>
    public static TokenAmount Owed(this ProtocolPosition position, TokenSymbol asset)
    {
        foreach (var borrowed in position.Borrowed)
            if (borrowed.Asset == asset) return borrowed.Amount;
        return TokenAmount.Zero;
    }

    /// <summary>What is supplied of a token; null when nothing is.</summary>
    public static SuppliedAsset? SuppliedOf(this ProtocolPosition position, TokenSymbol asset)
    {
        foreach (var supplied in position.Supplied)
            if (supplied.Asset == asset) return supplied;
        return null;
    }

    /// <summary>With so much owed of a token.</summary>
    public static ProtocolPosition WithOwed(this ProtocolPosition position, TokenSymbol asset, TokenAmount amount)
    {
        var known = position.Borrowed.FirstOrDefault(b => b.Asset == asset) ?? new(asset, amount, null);
        return position with { Borrowed = Put(position.Borrowed, known with { Amount = amount }, b => b.Asset == asset, amount > TokenAmount.Zero) };
    }

    /// <summary>With something else supplied of a token.</summary>
    public static ProtocolPosition WithSupplied(this ProtocolPosition position, SuppliedAsset supplied) => position with
    {
        Supplied = Put(position.Supplied, supplied, s => s.Asset == supplied.Asset, supplied.Amount > TokenAmount.Zero),
    };

    private static T[] Put<T>(IReadOnlyList<T> all, T one, Func<T, bool> isSame, bool keep) =>
        all.Any(isSame)
            ? [.. keep ? all.Select(x => isSame(x) ? one : x) : all.Where(x => !isSame(x))]
            : keep ? [.. all, one] : [.. all];
}
