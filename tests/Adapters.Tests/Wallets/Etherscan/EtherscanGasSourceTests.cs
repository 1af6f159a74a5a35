using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Adapters.Tests.Wallets.Etherscan;

public sealed class EtherscanGasSourceTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private StubbedSources _sources = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _sources = await StubbedSources.StartAsync(_time, s => s with { Retries = 0 });

    public ValueTask DisposeAsync() => _sources.DisposeAsync();

    [Fact]
    public async Task The_proposed_price_of_gas_is_read()
    {
        _sources.Server.Answer = _ => new StubReply("""
            {"status":"1","message":"OK","result":{"LastBlock":"23467872","SafeGasPrice":"0.496839934","ProposeGasPrice":"0.496840168",
             "FastGasPrice":"0.55411917","suggestBaseFee":"0.496839934","gasUsedRatio":"0.49,0.43"}}
            """);
        Assert.Equal(new GasQuote(0.496840168m, _time.GetUtcNow()), await _sources.Gas.ReadAsync(Stop));
        var sent = _sources.Server.LastSent;
        Assert.Equal(
            ("GET", "/v2/api", $"?chainid=1&module=gastracker&action=gasoracle&apikey={StubbedSources.Key}"), (sent.Method, sent.Path, sent.Query));

        _time.Advance(TimeSpan.FromSeconds(11));
        await _sources.Gas.ReadAsync(Stop);
        Assert.Single(_sources.Server.Sent);
    }

    [Theory]
    [InlineData("\"Max calls per sec rate limit reached (3/sec)\"", SourceFault.Throttled)]
    [InlineData("\"Invalid API Key (k3y-0f-the-app)\"", SourceFault.Refused)]
    [InlineData("\"Missing/Invalid API Key\"", SourceFault.Refused)]
    [InlineData("\"Error! Invalid module\"", SourceFault.Unusable)]
    [InlineData("null", SourceFault.Unusable)]
    public async Task An_error_in_a_200_is_told_by_its_kind_and_without_its_text(string result, SourceFault fault)
    {
        var e = await Refused($$"""{"status":"0","message":"NOTOK","result":{{result}}}""");
        Assert.Equal(fault, e.Fault);
        Assert.DoesNotContain(StubbedSources.Key, e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"-1\"")]
    [InlineData("\"NaN\"")]
    [InlineData("\"1000001\"")]
    [InlineData("\"\"")]
    [InlineData("1")]
    public async Task A_price_of_gas_that_is_none_is_unusable(string price) =>
        Assert.Equal(SourceFault.Unusable, (await Refused($$$"""{"status":"1","message":"OK","result":{"ProposeGasPrice":{{{price}}}}}""")).Fault);

    private Task<SourceUnavailableException> Refused(string body)
    {
        _sources.Server.Answer = _ => new StubReply(body);
        return Assert.ThrowsAsync<SourceUnavailableException>(() => _sources.Gas.ReadAsync(Stop));
    }
}
