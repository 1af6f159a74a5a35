using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Measures;

/// <summary>A wallet's protocols seen together.</summary>
/// <param name="NetApy">
/// Interest earned less interest paid a year, as a fraction of the net worth; null when the rate of a position is not known, or the net
/// worth is not above 0.
/// </param>
/// <param name="Shared">Tokens that secure debts in more than one protocol: one fall hits all of them.</param>
public sealed record AcrossProtocols(double? NetApy, IReadOnlyList<SharedCollateral> Shared)
{
    /// <summary>Puts a wallet's protocols together.</summary>
    public static AcrossProtocols Of(WalletHoldings holdings, WalletExposures exposures, PriceBook prices) =>
        new(Apy(holdings, exposures, prices), [.. Collateral(holdings, prices)]);

    private static double? Apy(WalletHoldings holdings, WalletExposures exposures, PriceBook prices)
    {
        if (exposures.NetWorth <= Usd.Zero) return null;
        var interest = 0.0;
        foreach (var position in holdings.Positions)
        {
            foreach (var supplied in position.Supplied)
            {
                if (prices.Worth(supplied.Asset, supplied.Amount) is not { } worth || supplied.Apy is not { } apy) return null;
                interest += (double)worth.Amount * apy;
            }

            foreach (var borrowed in position.Borrowed)
            {
                if (prices.Worth(borrowed.Asset, borrowed.Amount) is not { } worth || borrowed.Apy is not { } apy) return null;
                interest -= (double)worth.Amount * apy;
            }
        }

        return interest / (double)exposures.NetWorth.Amount;
    }

    private static IEnumerable<SharedCollateral> Collateral(WalletHoldings holdings, PriceBook prices) =>
        from position in holdings.Positions
        where position.Borrowed.Any(b => b.Amount > TokenAmount.Zero)
        from supplied in position.Supplied
        where supplied.IsCollateral && supplied.Amount > TokenAmount.Zero
        group (position.Protocol, prices.Worth(supplied.Asset, supplied.Amount)) by supplied.Asset into token
        where token.Count() > 1
        select new SharedCollateral(
            token.Key, [.. token.Select(t => t.Protocol).Order()], new(token.Sum(t => (t.Item2 ?? Usd.Zero).Amount)));
}

/// <summary>A token that secures debts in several protocols.</summary>
/// <param name="Token">Which token.</param>
/// <param name="Protocols">In which protocols.</param>
/// <param name="Value">How much there is in all.</param>
public sealed record SharedCollateral(TokenSymbol Token, IReadOnlyList<LendingProtocol> Protocols, Usd Value);
