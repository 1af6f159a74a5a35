using System.Globalization;
using LiquidityRisk.Adapters.Wallets.Http;
using LiquidityRisk.Flows.Wallets.Sources;

namespace LiquidityRisk.Adapters.Wallets.AlternativeMe;

/// <summary>
/// The Crypto Fear and Greed Index of Alternative.me. Source: alternative.me/crypto/fear-and-greed-index, API, <c>/fng/?limit=1</c>. It is
/// renewed once a day and stands until then: an answer is as of when it came.
/// </summary>
internal sealed class FearGreedSource(SourceOptions options, SourceCalls calls, TimeProvider time) : IMoodSource
{
    // A day that is over, and half of one for a late renewal.
    private static readonly TimeSpan Renewed = TimeSpan.FromHours(36);

    private readonly TimedCache<int, MoodQuote> _cache = new(options.TimeToLive, options.MaxAge, capacity: 1, time);

    public Task<MoodQuote> ReadAsync(CancellationToken cancellationToken) =>
        _cache.GetAsync(0, token => calls.AskAsync("the mood of the market", Request, Understand, token), cancellationToken);

    private HttpRequestMessage Request() => new(HttpMethod.Get, new Uri(options.Endpoint, "fng/?limit=1"));

    private MoodQuote Understand(byte[] body)
    {
        if (WireJson.Read(body, WalletSourcesJson.Default.FearGreedWire).Data is not [var newest, ..]
            || !int.TryParse(newest.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index > 100)
        {
            throw AttemptFailedException.Unusable("the index is no number from 0 to 100");
        }

        var now = time.GetUtcNow();
        if (!long.TryParse(newest.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            || day < (now - Renewed).ToUnixTimeSeconds() || day > now.AddHours(1).ToUnixTimeSeconds())
        {
            throw AttemptFailedException.Unusable("the index is not of today");
        }

        return new(index, now);
    }
}
