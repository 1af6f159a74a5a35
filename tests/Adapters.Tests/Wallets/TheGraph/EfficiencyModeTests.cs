using System.Text.Json.Nodes;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Tests.Wallets.TheGraph;

/// <summary>The subgraph tells that a wallet has used a mode; which one is read from Aave's pool.</summary>
public sealed class EfficiencyModeTests
{
    private static readonly WalletAddress Alice = StubbedSources.Alice;
    private static readonly WalletAddress Bob = StubbedSources.Bob;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chosen_mode_is_read_from_the_pool_with_its_terms_and_assets()
    {
        await using var sources = await StubbedSources.StartAsync(new ManualTime());
        sources.Server.Answer = r => r.Path.StartsWith("/api/", StringComparison.Ordinal) ? Page() : Pool(r);
        var batch = await sources.Positions.ReadAsync(LendingProtocol.AaveV3, [Alice, Bob], Stop);

        Assert.Empty(batch.Caveats);
        Assert.Null(batch.Positions[Bob].Mode);
        var mode = batch.Positions[Alice].Mode!;
        Assert.Equal((1, "ETH correlated"), (mode.Id, mode.Label));
        Assert.Equal(new CollateralTerms(new(930_000), new(950_000), new(10_000), new(100_000)), mode.Terms);
        Assert.Equal([TokenSymbol.Parse("WETH")], mode.Collateral);
        Assert.All(sources.Server.Sent.Skip(1), sent => Assert.Equal($"/v2/{StubbedSources.Key}", sent.Path));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(StubbedSources.Key)]
    public async Task Where_the_pool_cannot_be_read_the_position_carries_a_caveat(string? alchemyKey)
    {
        await using var sources = await StubbedSources.StartAsync(
            new ManualTime(), s => s with { Retries = 0 }, all: o => o with { Alchemy = o.Alchemy with { Key = alchemyKey } });
        sources.Server.Answer = r => r.Path.StartsWith("/api/", StringComparison.Ordinal) ? Page() : StubReply.Failed(500);
        var batch = await sources.Positions.ReadAsync(LendingProtocol.AaveV3, [Alice, Bob], Stop);
        Assert.Equal(2, batch.Positions.Count);
        Assert.All(batch.Positions.Values, p => Assert.Null(p.Mode));
        Assert.Equal([PositionCaveat.EfficiencyModeUnknown, PositionCaveat.EfficiencyModeUnknown], batch.Caveats.Values);
    }

    // Both have used a mode once; Bob has left it.
    private static StubReply Page() => GraphPages.Page(
        GraphPages.Weth(Alice).With("account._eMode", "true"), GraphPages.UsdcDebt(Alice).With("account._eMode", "true"), GraphPages.Weth(Bob).With("account._eMode", "true"));

    // The selectors are those of the published interface (IPool.sol of aave-v3-origin 3.2): getUserEMode eddf1b79, getReservesList d1946dbc.
    private static StubReply Pool(SentRequest request) => new(new JsonArray([.. JsonNode.Parse(request.Body)!.AsArray().Reverse().Select(call =>
    {
        Assert.Equal("eth_call", (string?)call!["method"]);
        Assert.Equal("0x87870bca3f3fd6335c3f4ce8392d69350b4fa4e2", (string?)call["params"]![0]!["to"]);
        Assert.Equal("latest", (string?)call["params"]![1]);
        return (JsonNode)new JsonObject { ["jsonrpc"] = "2.0", ["id"] = (int)call["id"]!, ["result"] = Result((string)call["params"]![0]!["data"]!) };
    })]).ToJsonString());

    private static string Result(string data) => data[..10] switch
    {
        "0xeddf1b79" => "0x" + Word(data.EndsWith(Alice.Value[2..], StringComparison.Ordinal) ? "1" : "0"),
        "0xd1946dbc" => "0x" + Word("20") + Word("2") + Word("a0b86991c6218b36c1d19d4a2e9eb0ce3606eb48") + Word("c02aaa39b223fe8d0a0e5c4f27ead9083c756cc2"),
        _ when data[10..] != Word("1") => throw new ArgumentException($"No mode is asked for in {data}.", nameof(data)),
        var selector => Modes[selector],
    };

    // Terms (9,300, 9,500 and 10,100 basis points), label, and which reserves: the second one.
    private static readonly Dictionary<string, string> Modes = new(StringComparer.Ordinal)
    {
        [Selector("getEModeCategoryCollateralConfig(uint8)")] = "0x" + Word("2454") + Word("251c") + Word("2774"),
        [Selector("getEModeCategoryLabel(uint8)")] = "0x" + Word("20") + Word("e") + Convert.ToHexStringLower("ETH correlated"u8).PadRight(64, '0'),
        [Selector("getEModeCategoryCollateralBitmap(uint8)")] = "0x" + Word("2"),
    };

    private static string Selector(string signature) =>
        "0x" + Convert.ToHexStringLower(Keccak256.Of(System.Text.Encoding.ASCII.GetBytes(signature)))[..8];

    private static string Word(string hex) => hex.PadLeft(64, '0');
}
