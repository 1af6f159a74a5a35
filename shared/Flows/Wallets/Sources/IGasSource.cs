using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Sources;

/// <summary>Where the price of gas is read.</summary>
public interface IGasSource
{
    /// <summary>Reads what a transaction pays that is to be in one of the next blocks.</summary>
    /// <exception cref="SourceUnavailableException">Nothing could be read.</exception>
    Task<GasQuote> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>The price of gas at a time.</summary>
/// <param name="Gwei">For one unit, in 1e-9 ether, not negative.</param>
/// <param name="AsOf">When the source saw it.</param>
public sealed record GasQuote(decimal Gwei, DateTimeOffset AsOf);

/// <summary>Where it is read how much lies in a protocol.</summary>
public interface IProtocolSource
{
    /// <summary>Reads the value locked in each protocol that the source knows.</summary>
    /// <exception cref="SourceUnavailableException">Nothing could be read.</exception>
    Task<IReadOnlyDictionary<LendingProtocol, Usd>> LockedAsync(CancellationToken cancellationToken);
}
