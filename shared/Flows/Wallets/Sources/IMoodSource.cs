namespace LiquidityRisk.Flows.Wallets.Sources;

/// <summary>Where the mood of the market is read.</summary>
public interface IMoodSource
{
    /// <summary>Reads the fear and greed index of today.</summary>
    /// <exception cref="SourceUnavailableException">Nothing could be read.</exception>
    Task<MoodQuote> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>The mood of the market.</summary>
/// <param name="FearGreed">0 (fear) to 100 (greed).</param>
/// <param name="AsOf">When it was the newest.</param>
public sealed record MoodQuote(int FearGreed, DateTimeOffset AsOf);
