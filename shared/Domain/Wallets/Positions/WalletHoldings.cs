using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Positions;

/// <summary>All that is known of a wallet at one time, in tokens.</summary>
/// <param name="Address">Which wallet.</param>
/// <param name="ObservedAt">When the chain was read.</param>
/// <param name="Positions">Its positions, at most one per protocol.</param>
/// <param name="Balances">What lies free in it, each token once.</param>
public sealed record WalletHoldings(
    WalletAddress Address, DateTimeOffset ObservedAt, IReadOnlyList<ProtocolPosition> Positions, IReadOnlyList<TokenBalance> Balances)
{
    /// <summary>How much of a token lies free.</summary>
    public TokenAmount Free(TokenSymbol asset)
    {
        foreach (var balance in Balances)
            if (balance.Asset == asset) return balance.Amount;
        return TokenAmount.Zero;
    }
}
