using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Sources;

/// <summary>Where it is read what lies free in a wallet.</summary>
public interface IBalanceSource
{
    /// <summary>Reads ether and the known tokens of one wallet; tokens of which it has none are left out.</summary>
    /// <exception cref="SourceUnavailableException">Nothing could be read.</exception>
    Task<IReadOnlyList<TokenBalance>> ReadAsync(WalletAddress wallet, CancellationToken cancellationToken);
}
