using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Tests.Wallets.CoinGecko;

public sealed class CoinGeckoPriceSourceTests : IAsyncLifetime
{
    private const string Markets = """
        [{"id":"ethereum","symbol":"eth","current_price":2578.46,"total_volume":15234567890,"market_cap":1,"last_updated":"2026-01-05T08:59:30.123Z"},
         {"id":"usd-coin","symbol":"usdc","current_price":0.99993,"total_volume":1.2e10,"last_updated":"2026-01-05T08:59:00Z"}]
        """;

    private static readonly TokenSymbol Usdc = TokenSymbol.Parse("USDC");
    private static readonly TokenSymbol Unknown = TokenSymbol.Parse("SCAM");

    // Starts on 5 January 2026 at 09:00.
    private readonly ManualTime _time = new();
    private StubbedSources _sources = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _sources = await StubbedSources.StartAsync(_time, s => s with { Retries = 0 });

    public ValueTask DisposeAsync() => _sources.DisposeAsync();

    [Fact]
    public async Task Prices_and_volumes_are_read_with_the_time_at_which_they_were_seen()
    {
        var quotes = await Quotes(Markets, TokenSymbol.Eth, Usdc, Unknown, TokenSymbol.Eth);
        Assert.Equal(
            [
                new TokenQuote(TokenSymbol.Eth, new UsdPrice(2578.46m), new Usd(15_234_567_890), new DateTimeOffset(2026, 1, 5, 8, 59, 30, 123, TimeSpan.Zero)),
                new TokenQuote(Usdc, new UsdPrice(0.99993m), new Usd(12_000_000_000), new DateTimeOffset(2026, 1, 5, 8, 59, 0, TimeSpan.Zero)),
            ],
            quotes);
    }

    [Fact]
    public async Task All_known_tokens_are_asked_for_at_once_and_once_while_the_answer_holds()
    {
        await Quotes(Markets, TokenSymbol.Eth);
        Assert.Single(await _sources.Prices.QuotesAsync([Usdc], Stop));
        Assert.Empty(await _sources.Prices.QuotesAsync([TokenSymbol.Parse("DAI")], Stop)); // known, but not told
        var sent = Assert.Single(_sources.Server.Sent);
        Assert.Equal(("GET", "/api/v3/coins/markets"), (sent.Method, sent.Path));
        Assert.StartsWith("?vs_currency=usd&ids=0x%2C1inch%2Caave%2C", sent.Query, StringComparison.Ordinal);
        Assert.Contains("%2Cethereum%2C", sent.Query, StringComparison.Ordinal);
        Assert.EndsWith("&per_page=250&page=1&sparkline=false", sent.Query, StringComparison.Ordinal);
        Assert.Equal(StubbedSources.Key, sent.Headers["x-cg-demo-api-key"]);
        Assert.DoesNotContain("x-cg-pro-api-key", sent.Headers.Keys);

        _time.Advance(TimeSpan.FromSeconds(60));
        await _sources.Prices.QuotesAsync([Usdc], Stop);
        Assert.Equal(2, _sources.Server.Sent.Count);
    }

    [Fact]
    public async Task Only_unknown_tokens_are_not_asked_for()
    {
        Assert.Empty(await _sources.Prices.QuotesAsync([Unknown], Stop));
        Assert.Empty(await _sources.Prices.HistoryAsync(Unknown, 7, Stop));
        Assert.Empty(_sources.Server.Sent);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("null")]
    [InlineData("\"2578\"")]
    [InlineData("1e400")]
    public async Task A_price_that_is_none_is_null_and_the_others_stand(string price)
    {
        var quotes = await Quotes(Markets.Replace("2578.46", price, StringComparison.Ordinal), TokenSymbol.Eth, Usdc);
        Assert.Null(quotes[0].Price);
        Assert.Equal(new UsdPrice(0.99993m), quotes[1].Price);
    }

    [Theory]
    [InlineData("\"last_updated\":\"2026-01-05T08:59:30.123Z\"", "\"last_updated\":null")]
    [InlineData("2026-01-05T08:59:30.123Z", "2027-01-05T08:59:30.123Z")]
    public async Task A_coin_of_no_time_or_of_the_future_is_left_out(string from, string to) =>
        Assert.Equal([Usdc], (await Quotes(Markets.Replace(from, to, StringComparison.Ordinal), TokenSymbol.Eth, Usdc)).Select(q => q.Token));

    [Theory]
    [InlineData("2578.46", "NaN")]
    [InlineData("\"id\":\"usd-coin\"", "\"id\":\"ethereum\"")] // told twice
    [InlineData("\"id\":\"usd-coin\"", "\"id\":\"dogecoin\"")] // not asked for
    [InlineData("\"id\":\"usd-coin\",", "")]
    [InlineData("2026-01-05T08:59:00Z", "yesterday")]
    [InlineData("[{", "[null,{")]
    public async Task Coins_that_contradict_the_question_are_unusable(string from, string to)
    {
        var e = await Assert.ThrowsAsync<SourceUnavailableException>(() => Quotes(Markets.Replace(from, to, StringComparison.Ordinal), TokenSymbol.Eth));
        Assert.Equal((SourceName.CoinGecko, SourceFault.Unusable), (e.From, e.Fault));
    }

    [Fact]
    public async Task Daily_closes_are_the_prices_at_the_starts_of_the_next_days()
    {
        // Midnights of 3, 4 and 5 January, the second a few seconds late, and now.
        _sources.Server.Next(new StubReply("""
            {"prices":[[1767398400000,3100.5],[1767484805123,3150],[1767571200000,3200.25],[1767603599000,3333]],"market_caps":[],"total_volumes":[]}
            """));
        Assert.Equal(
            [
                new DayPrice(new DateOnly(2026, 1, 2), new UsdPrice(3100.5m)),
                new DayPrice(new DateOnly(2026, 1, 3), new UsdPrice(3150)),
                new DayPrice(new DateOnly(2026, 1, 4), new UsdPrice(3200.25m)),
            ],
            await _sources.Prices.HistoryAsync(TokenSymbol.Eth, 3, Stop));
        Assert.Equal(
            ("/api/v3/coins/ethereum/market_chart", "?vs_currency=usd&days=3&interval=daily"), (_sources.Server.LastSent.Path, _sources.Server.LastSent.Query));

        _time.Advance(TimeSpan.FromMinutes(59));
        await _sources.Prices.HistoryAsync(TokenSymbol.Eth, 3, Stop);
        Assert.Single(_sources.Server.Sent);
    }

    [Fact]
    public async Task A_day_whose_end_is_missing_has_no_close()
    {
        // Midnight of 3, noon of 4, midnight of 5 January.
        _sources.Server.Next(new StubReply("""{"prices":[[1767398400000,3100.5],[1767528000000,3150],[1767571200000,3200.25]]}"""));
        Assert.Equal([2, 4], (await _sources.Prices.HistoryAsync(TokenSymbol.Eth, 3, Stop)).Select(c => c.Day.Day));
    }

    [Theory]
    [InlineData("""{"prices":[[1767398400000,0]]}""")]
    [InlineData("""{"prices":[[1767398400000,-1]]}""")]
    [InlineData("""{"prices":[[1767398400000,null]]}""")]
    [InlineData("""{"prices":[[1767398400000]]}""")]
    [InlineData("""{"prices":[[1767398400000,1],[1767398400000,1]]}""")]
    [InlineData("""{"prices":[[1767484800000,1],[1767398400000,1]]}""")]
    [InlineData("""{"prices":[[-1,1]]}""")]
    [InlineData("""{"prices":[[1e20,1]]}""")]
    [InlineData("""{"prices":null}""")]
    [InlineData("""{"error":"coin not found"}""")]
    public async Task A_history_that_is_none_is_unusable(string body)
    {
        _sources.Server.Next(new StubReply(body));
        var e = await Assert.ThrowsAsync<SourceUnavailableException>(() => _sources.Prices.HistoryAsync(TokenSymbol.Eth, 3, Stop));
        Assert.Equal(SourceFault.Unusable, e.Fault);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    public async Task A_history_is_of_1_to_365_days(int days) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _sources.Prices.HistoryAsync(TokenSymbol.Eth, days, Stop));

    [Fact]
    public async Task A_paid_key_has_its_own_header_and_settings_add_tokens()
    {
        await using var sources = await StubbedSources.StartAsync(
            _time, all: o => o with { CoinGeckoPro = true, CoinIds = new Dictionary<string, string> { ["SCAM"] = "scam-2", ["USDC"] = "other-usdc" } });
        sources.Server.Answer = _ => new StubReply("""[{"id":"scam-2","current_price":1,"last_updated":"2026-01-05T08:59:30Z"}]""");
        Assert.Null(Assert.Single(await sources.Prices.QuotesAsync([Unknown], Stop)).DailyVolume);
        var sent = sources.Server.LastSent;
        Assert.Equal(StubbedSources.Key, sent.Headers["x-cg-pro-api-key"]);
        Assert.Contains("%2Cother-usdc%2C", sent.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("usd-coin", sent.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_it_is_asked_without_one()
    {
        await using var sources = await StubbedSources.StartAsync(_time, s => s with { Key = null });
        sources.Server.Answer = _ => new StubReply(Markets);
        Assert.Single(await sources.Prices.QuotesAsync([Usdc], Stop));
        Assert.DoesNotContain(sources.Server.LastSent.Headers.Keys, h => h.StartsWith("x-cg", StringComparison.OrdinalIgnoreCase));
    }

    private Task<IReadOnlyList<TokenQuote>> Quotes(string body, params TokenSymbol[] tokens)
    {
        _sources.Server.Answer = _ => new StubReply(body);
        return _sources.Prices.QuotesAsync(tokens, Stop);
    }
}
