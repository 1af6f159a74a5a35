using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Sources;

/// <summary>Where tokens' prices are read.</summary>
public interface IPriceSource
{
    /// <summary>Reads prices and volumes now. Tokens that the source does not know are left out.</summary>
    /// <exception cref="SourceUnavailableException">Nothing could be read.</exception>
    Task<IReadOnlyList<TokenQuote>> QuotesAsync(IReadOnlyList<TokenSymbol> tokens, CancellationToken cancellationToken);

    /// <summary>Reads a token's daily closes, one per UTC day, oldest first, up to yesterday; empty for a token that the source does not know.</summary>
    /// <param name="token">Which token.</param>
    /// <param name="days">How many days back, 1 to 365.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="SourceUnavailableException">Nothing could be read.</exception>
    Task<IReadOnlyList<DayPrice>> HistoryAsync(TokenSymbol token, int days, CancellationToken cancellationToken);
}

/// <summary>A token's market now.</summary>
/// <param name="Token">Which token.</param>
/// <param name="Price">Its price; null when the source gives none, or one that is not above 0.</param>
/// <param name="DailyVolume">Traded in the last 24 hours; null when not given.</param>
/// <param name="AsOf">When the source saw it.</param>
public sealed record TokenQuote(TokenSymbol Token, UsdPrice? Price, Usd? DailyVolume, DateTimeOffset AsOf);
