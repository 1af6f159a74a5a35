using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Adapters.Wallets.Http;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Wallets.CoinGecko;

/// <summary>
/// Prices, volumes and daily closes from CoinGecko. Sources: docs.coingecko.com, "Coins List with Market Data"
/// (<c>/coins/markets</c>, up to 250 coins a page) and "Coin Historical Chart Data by ID" (<c>/coins/{id}/market_chart</c>). All known
/// tokens are asked for at once, so that whoever wants some of them is served by one request a minute.
/// </summary>
internal sealed class CoinGeckoPriceSource : IPriceSource
{
    private const int CoinsPerPage = 250;
    private const string DemoKeyHeader = "x-cg-demo-api-key";
    private const string ProKeyHeader = "x-cg-pro-api-key";

    private readonly SourceOptions _options;
    private readonly string _keyHeader;
    private readonly SourceCalls _calls;
    private readonly TimeProvider _time;
    private readonly CoinIds _ids;
    private readonly TimedCache<int, IReadOnlyDictionary<string, CoinQuote>> _quotes;
    private readonly TimedCache<(string Id, int Days), IReadOnlyList<DayPrice>> _histories;

    public CoinGeckoPriceSource(WalletSourceOptions options, SourceCalls calls, TimeProvider time)
    {
        (_options, _calls, _time) = (options.CoinGecko, calls, time);
        _keyHeader = options.CoinGeckoPro ? ProKeyHeader : DemoKeyHeader;
        _ids = new CoinIds(options.CoinIds);
        _quotes = new(_options.TimeToLive, _options.MaxAge, capacity: 16, time);
        _histories = new(options.HistoryTimeToLive, TimeSpan.FromDays(1), capacity: 500, time);
    }

    public async Task<IReadOnlyList<TokenQuote>> QuotesAsync(IReadOnlyList<TokenSymbol> tokens, CancellationToken cancellationToken)
    {
        var quotes = new List<TokenQuote>();
        if (!tokens.Any(t => _ids.Of(t) is not null)) return quotes;
        var coins = await CoinsAsync(cancellationToken);
        foreach (var token in tokens.Distinct())
        {
            if (_ids.Of(token) is { } id && coins.TryGetValue(id, out var coin))
                quotes.Add(new TokenQuote(token, coin.Price, coin.DailyVolume, coin.AsOf));
        }

        return quotes;
    }

    public Task<IReadOnlyList<DayPrice>> HistoryAsync(TokenSymbol token, int days, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, 365);
        if (_ids.Of(token) is not { } id) return Task.FromResult<IReadOnlyList<DayPrice>>([]);
        return _histories.GetAsync((id, days), stop => AskHistoryAsync(id, days, stop), cancellationToken);
    }

    private async Task<IReadOnlyDictionary<string, CoinQuote>> CoinsAsync(CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, CoinQuote>(StringComparer.Ordinal);
        foreach (var (page, ids) in _ids.All.Chunk(CoinsPerPage).Index())
        {
            var coins = await _quotes.GetAsync(page, stop => AskMarketsAsync(ids, stop), cancellationToken);
            foreach (var (id, coin) in coins) all[id] = coin;
        }

        return all;
    }

    private Task<IReadOnlyDictionary<string, CoinQuote>> AskMarketsAsync(string[] ids, CancellationToken cancellationToken) => _calls.AskAsync(
        "prices",
        () => Get($"coins/markets?vs_currency=usd&ids={string.Join("%2C", ids)}&per_page={CoinsPerPage}&page=1&sparkline=false"),
        body => MarketAnswers.Quotes(WireJson.Read(body, WalletSourcesJson.Default.CoinMarkets), ids, _time.GetUtcNow()),
        cancellationToken);

    private Task<IReadOnlyList<DayPrice>> AskHistoryAsync(string id, int days, CancellationToken cancellationToken) => _calls.AskAsync(
        $"the daily closes of {id}",
        () => Get(FormattableString.Invariant($"coins/{id}/market_chart?vs_currency=usd&days={days}&interval=daily")),
        body => MarketAnswers.Closes(WireJson.Read(body, WalletSourcesJson.Default.MarketChartWire), days, _time.GetUtcNow()),
        cancellationToken);

    private HttpRequestMessage Get(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_options.Endpoint, $"api/v3/{path}"));
        if (_options.HasKey) request.Headers.Add(_keyHeader, _options.Key);
        return request;
    }
}
