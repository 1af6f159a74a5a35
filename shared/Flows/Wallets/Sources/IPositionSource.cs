using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Sources;

/// <summary>Where wallets' positions in protocols are read.</summary>
public interface IPositionSource
{
    /// <summary>Most wallets that are asked for at once.</summary>
    int MaxWallets { get; }

    /// <summary>Reads what some wallets have and owe in one protocol.</summary>
    /// <param name="protocol">Which protocol.</param>
    /// <param name="wallets">1 to <see cref="MaxWallets"/> of them.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="SourceUnavailableException">Nothing could be read.</exception>
    Task<PositionBatch> ReadAsync(LendingProtocol protocol, IReadOnlyList<WalletAddress> wallets, CancellationToken cancellationToken);
}

/// <summary>What was read of some wallets in one protocol.</summary>
/// <param name="AsOf">The time of the block that was read.</param>
/// <param name="Positions">Of the wallets that have any there.</param>
/// <param name="Faults">Wallets whose entries contradict themselves (a negative balance, a threshold above 1), with the reason; their positions are left out.</param>
/// <param name="OraclePrices">Prices that the protocol itself goes by, as far as the source tells them.</param>
public sealed record PositionBatch(
    DateTimeOffset AsOf,
    IReadOnlyDictionary<WalletAddress, ProtocolPosition> Positions,
    IReadOnlyDictionary<WalletAddress, string> Faults,
    IReadOnlyDictionary<TokenSymbol, UsdPrice> OraclePrices)
{
    /// <summary>Wallets of whose positions the source could not tell all.</summary>
    public IReadOnlyDictionary<WalletAddress, PositionCaveat> Caveats { get; init; } = new Dictionary<WalletAddress, PositionCaveat>();
}
