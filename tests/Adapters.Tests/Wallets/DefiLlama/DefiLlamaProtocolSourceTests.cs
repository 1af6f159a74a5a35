using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Tests.Wallets.DefiLlama;

public sealed class DefiLlamaProtocolSourceTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private StubbedSources _sources = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _sources = await StubbedSources.StartAsync(_time, s => s with { Retries = 0 });

    public ValueTask DisposeAsync() => _sources.DisposeAsync();

    [Fact]
    public async Task The_value_in_each_protocol_is_a_bare_number()
    {
        _sources.Server.Answer = r => new StubReply(r.Path == "/tvl/aave-v3" ? "27123456789.123456" : "5.5e9");
        var locked = await _sources.Protocols.LockedAsync(Stop);
        Assert.Equal(Enum.GetValues<LendingProtocol>(), locked.Keys.Order());
        Assert.Equal(new Usd(27_123_456_789.123456m), locked[LendingProtocol.AaveV3]);
        Assert.Equal(new Usd(5_500_000_000), locked[LendingProtocol.Curve]);
        Assert.Equal(
            ["/tvl/aave-v2", "/tvl/aave-v3", "/tvl/compound-v2", "/tvl/compound-v3", "/tvl/curve-dex"], _sources.Server.Sent.Select(s => s.Path));
        await _sources.Protocols.LockedAsync(Stop);
        Assert.Equal(5, _sources.Server.Sent.Count);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1e30")]
    [InlineData("\"12\"")]
    [InlineData("NaN")]
    [InlineData("Protocol is not in our database")]
    public async Task A_protocol_of_which_nonsense_is_told_is_left_out(string body)
    {
        _sources.Server.Answer = r => new StubReply(r.Path == "/tvl/aave-v3" ? body : "1");
        Assert.Equal(
            Enum.GetValues<LendingProtocol>().Except([LendingProtocol.AaveV3]), (await _sources.Protocols.LockedAsync(Stop)).Keys.Order());
    }

    [Fact]
    public async Task Only_when_nothing_is_told_it_fails()
    {
        _sources.Server.Answer = _ => StubReply.Failed(503);
        var e = await Assert.ThrowsAsync<SourceUnavailableException>(() => _sources.Protocols.LockedAsync(Stop));
        Assert.Equal((SourceName.DefiLlama, SourceFault.Down), (e.From, e.Fault));
    }
}
