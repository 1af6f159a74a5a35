using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Adapters.Tests.Wallets.AlternativeMe;

public sealed class FearGreedSourceTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private StubbedSources _sources = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private long Today => new DateTimeOffset(_time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).ToUnixTimeSeconds();

    public async ValueTask InitializeAsync() => _sources = await StubbedSources.StartAsync(_time, s => s with { Retries = 0 });

    public ValueTask DisposeAsync() => _sources.DisposeAsync();

    [Fact]
    public async Task The_index_of_today_is_read_and_holds_for_an_hour()
    {
        _sources.Server.Answer = _ => new StubReply($$"""
            {"name":"Fear and Greed Index","data":[{"value":"40","value_classification":"Fear","timestamp":"{{Today}}","time_until_update":"68499"}],
             "metadata":{"error":null} }
            """);
        Assert.Equal(new MoodQuote(40, _time.GetUtcNow()), await _sources.Mood.ReadAsync(Stop));
        Assert.Equal(("GET", "/fng/", "?limit=1"), (_sources.Server.LastSent.Method, _sources.Server.LastSent.Path, _sources.Server.LastSent.Query));

        _time.Advance(TimeSpan.FromMinutes(59));
        await _sources.Mood.ReadAsync(Stop);
        Assert.Single(_sources.Server.Sent);
        _time.Advance(TimeSpan.FromMinutes(2));
        await _sources.Mood.ReadAsync(Stop);
        Assert.Equal(2, _sources.Server.Sent.Count);
    }

    [Theory]
    [InlineData("\"101\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"\"")]
    [InlineData("\"4e1\"")]
    [InlineData("40")]
    [InlineData("null")]
    public async Task An_index_that_is_none_is_unusable(string value) =>
        Assert.Equal(SourceFault.Unusable, await FaultOf($$"""{"data":[{"value":{{value}},"timestamp":"{{Today}}"}]}"""));

    [Theory]
    [InlineData(-3)]
    [InlineData(2)]
    public async Task An_index_of_another_day_is_unusable(int days) =>
        Assert.Equal(SourceFault.Unusable, await FaultOf($$"""{"data":[{"value":"40","timestamp":"{{Today + (days * 86_400)}}"}]}"""));

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":[null]}""")]
    [InlineData("<html>The service is being maintained</html>")]
    public async Task An_answer_without_a_day_is_unusable(string body) => Assert.Equal(SourceFault.Unusable, await FaultOf(body));

    [Fact]
    public async Task While_it_fails_the_last_index_stands_for_a_day()
    {
        _sources.Server.Answer = _ => new StubReply($$"""{"data":[{"value":"40","timestamp":"{{Today}}"}]}""");
        var first = await _sources.Mood.ReadAsync(Stop);
        _sources.Server.Answer = _ => StubReply.Failed(503);
        _time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(first, await _sources.Mood.ReadAsync(Stop));
        _time.Advance(TimeSpan.FromHours(2));
        var e = await Assert.ThrowsAsync<SourceUnavailableException>(() => _sources.Mood.ReadAsync(Stop));
        Assert.Equal((SourceName.AlternativeMe, SourceFault.Down), (e.From, e.Fault));
    }

    private async Task<SourceFault> FaultOf(string body)
    {
        _sources.Server.Answer = _ => new StubReply(body);
        return (await Assert.ThrowsAsync<SourceUnavailableException>(() => _sources.Mood.ReadAsync(Stop))).Fault;
    }
}
