using System.Text.Json.Nodes;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Tests.Wallets.TheGraph;

public sealed class CurvePositionsTests
{
    private const string ThreePool = "0x6c3f90f043a72fa612cbac8115ee7e52bde6e490";
    private const string Namesake = "0x1111110043a72fa612cbac8115ee7e52bde6e490";
    private const string Unpriced = "0x06325440d014e39736583c165c2963ba99faf14e";

    private static readonly WalletAddress Alice = StubbedSources.Alice;
    private static readonly WalletAddress Bob = StubbedSources.Bob;

    private readonly ManualTime _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static StubReply Pools => new($$$"""
        {"data":{"_meta":{"block":{"number":1,"timestamp":{{{GraphPages.Seconds}}}},"hasIndexingErrors":false},"liquidityPools":[
          {"id":"0xbebc44782c7db0a1a60cb6fe97d0b483032ff1c7","outputTokenPriceUSD":"1.04","outputToken":{"id":"{{{ThreePool}}}","symbol":"3Crv","decimals":18}},
          {"id":"0x2","outputTokenPriceUSD":"7","outputToken":{"id":"{{{Namesake}}}","symbol":"3Crv","decimals":18}},
          {"id":"0x3","outputTokenPriceUSD":"0","outputToken":{"id":"{{{Unpriced}}}","symbol":"steCRV","decimals":18}},
          {"id":"0x4","outputTokenPriceUSD":"1","outputToken":{"id":"nonsense","symbol":"X","decimals":18}},
          {"id":"0x5","outputToken":null}]}}
        """);

    [Fact]
    public async Task Shares_are_read_from_the_chain_and_priced_by_the_subgraph()
    {
        await using var sources = await StubbedSources.StartAsync(_time);
        sources.Server.Answer = r => IsGraph(r) ? Pools : Balances(r, "0xde0b6b3a7640000");
        var batch = await sources.Positions.ReadAsync(LendingProtocol.Curve, [Alice, Bob], Stop);

        Assert.Equal(_time.GetUtcNow(), batch.AsOf);
        Assert.Equal(2, batch.Positions.Count);
        Assert.Equal(
            [
                new SuppliedAsset(TokenSymbol.Parse("3Crv"), new(1), CollateralTerms.None, IsCollateral: false, Apy: null),
                new SuppliedAsset(TokenSymbol.Parse("3Crv-111111"), new(1), CollateralTerms.None, IsCollateral: false, Apy: null),
                new SuppliedAsset(TokenSymbol.Parse("steCRV"), new(1), CollateralTerms.None, IsCollateral: false, Apy: null),
            ],
            batch.Positions[Alice].Supplied);
        Assert.Equal(
            [new(TokenSymbol.Parse("3Crv"), new UsdPrice(1.04m)), new(TokenSymbol.Parse("3Crv-111111"), new UsdPrice(7))], batch.OraclePrices);

        _time.Advance(TimeSpan.FromMinutes(1));
        await sources.Positions.ReadAsync(LendingProtocol.Curve, [Alice, Bob], Stop);
        Assert.Single(sources.Server.Sent, IsGraph);
    }

    [Fact]
    public async Task A_wallet_without_shares_has_no_position_and_an_impossible_balance_is_a_fault()
    {
        await using var sources = await StubbedSources.StartAsync(_time);
        sources.Server.Answer = r => IsGraph(r) ? Pools : Balances(r, "0x0");
        Assert.Empty((await sources.Positions.ReadAsync(LendingProtocol.Curve, [Alice], Stop)).Positions);

        sources.Server.Answer = r => IsGraph(r) ? Pools : Balances(r, "0x" + new string('f', 64));
        Assert.Equal("a balance is larger than any", (await sources.Positions.ReadAsync(LendingProtocol.Curve, [Bob], Stop)).Faults[Bob]);
    }

    [Fact]
    public async Task Without_a_key_to_the_chain_it_is_not_configured()
    {
        await using var sources = await StubbedSources.StartAsync(_time, all: o => o with { Alchemy = o.Alchemy with { Key = null } });
        var e = await Assert.ThrowsAsync<SourceUnavailableException>(() => sources.Positions.ReadAsync(LendingProtocol.Curve, [Alice], Stop));
        Assert.Equal((SourceName.Alchemy, SourceFault.NotConfigured), (e.From, e.Fault));
        Assert.Empty(sources.Server.Sent);
    }

    private static bool IsGraph(SentRequest request) => request.Path.StartsWith("/api/subgraphs/", StringComparison.Ordinal);

    private static StubReply Balances(SentRequest request, string balance) => new(new JsonArray([.. JsonNode.Parse(request.Body)!.AsArray().Select(call =>
        (JsonNode)new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = (int)call!["id"]!,
            ["result"] = new JsonObject
            {
                ["address"] = (string)call["params"]![0]!,
                ["tokenBalances"] = new JsonArray([.. call["params"]![1]!.AsArray().Select(token =>
                    (JsonNode)new JsonObject { ["contractAddress"] = (string)token!, ["tokenBalance"] = balance })]),
            },
        })]).ToJsonString());
}
