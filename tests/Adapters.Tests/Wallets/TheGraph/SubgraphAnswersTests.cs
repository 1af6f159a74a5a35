using System.Text.Json.Nodes;
using LiquidityRisk.Adapters.Wallets;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Tests.Wallets.TheGraph;

/// <summary>Which answers are taken, and for how long.</summary>
public sealed class SubgraphAnswersTests
{
    private static readonly WalletAddress Alice = StubbedSources.Alice;

    private readonly ManualTime _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, StubReply> Unusable => new()
    {
        { "errors in a 200", new StubReply("""{"errors":[{"message":"bad indexers"}]}""") },
        { "errors beside data", new StubReply(GraphPages.Page(GraphPages.Weth(Alice)).Body[..^1] + ""","errors":[{"message":"Store error"}]}""") },
        { "no data", new StubReply("""{"data":null}""") },
        { "data without its state", new StubReply("""{"data":{"positions":[]}}""") },
        { "indexing errors", GraphPages.Page([], GraphPages.Seconds, hasErrors: true) },
        { "no time", GraphPages.Page([], timestamp: null) },
        { "a time of the future", GraphPages.Page([], GraphPages.Seconds + 86_400) },
        { "another wallet", GraphPages.Page(GraphPages.Weth(StubbedSources.Bob)) },
        { "no wallet", GraphPages.Page(GraphPages.Weth(Alice).With("account.id", "\"me\"")) },
        { "an entry without a balance", GraphPages.Page(Without("balance")) },
        { "an entry without a market", GraphPages.Page(Without("market")) },
        { "a number instead of a text", GraphPages.Page(GraphPages.Weth(Alice).With("balance", "1")) },
        { "null instead of an entry", new StubReply(GraphPages.Page().Body.Replace("[]", "[null]", StringComparison.Ordinal)) },
        { "null instead of a rate", GraphPages.Page(GraphPages.Weth(Alice).With("market.rates", "[null]")) },
        { "null instead of a text", GraphPages.Page(GraphPages.Weth(Alice).With("balance", "null")) },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task An_answer_that_cannot_be_right_is_unusable(string what, StubReply reply)
    {
        await using var sources = await StubbedSources.StartAsync(_time, s => s with { Retries = 0 });
        sources.Server.Answer = _ => reply;
        var e = await Assert.ThrowsAsync<SourceUnavailableException>(() => Read(sources));
        Assert.True(e.Fault == SourceFault.Unusable, what);
        Assert.DoesNotContain(Alice.Value, e.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(StubbedSources.Key, e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_the_gateway_refuses_in_a_200_is_refused()
    {
        await using var sources = await StubbedSources.StartAsync(_time);
        sources.Server.Answer = _ => new StubReply("""{"errors":[{"message":"auth error: API key not found"}]}""");
        Assert.Equal(SourceFault.Refused, (await Assert.ThrowsAsync<SourceUnavailableException>(() => Read(sources))).Fault);
        Assert.Single(sources.Server.Sent);
    }

    [Fact]
    public async Task The_same_wallets_are_asked_for_once_while_the_answer_holds()
    {
        await using var sources = await StubbedSources.StartAsync(_time);
        sources.Server.Answer = _ => GraphPages.Page(GraphPages.Weth(Alice));
        var first = await Read(sources);
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.Same(first, await Read(sources));
        _time.Advance(TimeSpan.FromSeconds(1));
        await Read(sources);
        Assert.Equal(2, sources.Server.Sent.Count);
    }

    [Fact]
    public async Task While_the_source_is_down_the_last_positions_are_given_with_their_age()
    {
        await using var sources = await StubbedSources.StartAsync(_time, s => s with { Retries = 0 });
        sources.Server.Next(GraphPages.Page(GraphPages.Weth(Alice)));
        sources.Server.Answer = _ => StubReply.Failed(500);
        await Read(sources);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(GraphPages.Seconds, (await Read(sources)).AsOf.ToUnixTimeSeconds());
        Assert.Equal(SourceFault.Down, sources.Health.List().Single(h => h.Source == SourceName.TheGraph).LastFailure!.Fault);
        _time.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<SourceUnavailableException>(() => Read(sources));
    }

    [Fact]
    public async Task Without_a_key_or_a_subgraph_nothing_is_asked()
    {
        await using var keyless = await StubbedSources.StartAsync(_time, s => s with { Key = null });
        Assert.Equal(SourceFault.NotConfigured, (await Assert.ThrowsAsync<SourceUnavailableException>(() => Read(keyless))).Fault);
        Assert.Equal(
            [SourceName.CoinGecko, SourceName.DefiLlama, SourceName.AlternativeMe], keyless.Health.List().Where(h => h.IsConfigured).Select(h => h.Source));

        await using var unnamed = await StubbedSources.StartAsync(
            _time, all: o => o with { Subgraphs = new Dictionary<LendingProtocol, string> { [LendingProtocol.AaveV2] = "abc" } });
        Assert.Equal(SourceFault.NotConfigured, (await Assert.ThrowsAsync<SourceUnavailableException>(() => Read(unnamed))).Fault);
        Assert.Empty(keyless.Server.Sent.Concat(unnamed.Server.Sent));
    }

    [Fact]
    public async Task No_wallet_and_too_many_are_the_callers_error()
    {
        await using var sources = await StubbedSources.StartAsync(_time);
        await Assert.ThrowsAsync<ArgumentException>(() => sources.Positions.ReadAsync(LendingProtocol.AaveV3, [], Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => sources.Positions.ReadAsync(LendingProtocol.AaveV3, [default], Stop));
        var many = Enumerable.Range(0, 101).Select(i => WalletAddress.Parse($"0x{i:x40}")).ToList();
        await Assert.ThrowsAsync<ArgumentException>(() => sources.Positions.ReadAsync(LendingProtocol.AaveV3, many, Stop));
    }

    private static Task<PositionBatch> Read(StubbedSources sources) => sources.Positions.ReadAsync(LendingProtocol.AaveV3, [Alice], Stop);

    private static JsonObject Without(string member)
    {
        var entry = GraphPages.Weth(Alice);
        entry.Remove(member);
        return entry;
    }
}
