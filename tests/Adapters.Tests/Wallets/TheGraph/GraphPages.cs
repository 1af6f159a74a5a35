using System.Text.Json;
using System.Text.Json.Nodes;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Tests.Wallets.TheGraph;

/// <summary>Answers of a subgraph in the shape of Messari's lending schema.</summary>
public static class GraphPages
{
    public const long Block = 22_840_000;

    /// <summary>4 January 2026, noon: a little before the tests' clock starts.</summary>
    public const long Seconds = 1_767_528_000;

    public static StubReply Page(params JsonObject[] entries) => Page(entries, timestamp: Seconds);

    public static StubReply Page(IEnumerable<JsonObject> entries, long? timestamp, bool hasErrors = false) => new(new JsonObject
    {
        ["data"] = new JsonObject
        {
            ["_meta"] = new JsonObject
            {
                ["block"] = new JsonObject { ["number"] = Block, ["timestamp"] = timestamp },
                ["hasIndexingErrors"] = hasErrors,
            },
            ["positions"] = new JsonArray([.. entries.Select(e => (JsonNode)e.DeepClone())]),
        },
    }.ToJsonString());

    /// <summary>2.5 WETH supplied as collateral to Aave v3.</summary>
    public static JsonObject Weth(WalletAddress owner) => Entry(
        owner, "COLLATERAL", "2500000000000000000", "WETH", 18, "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2", "2578.461748",
        ltv: "80.5", threshold: "83", penalty: "5", isCollateral: true);

    /// <summary>1,500.25 USDC owed to Aave v3.</summary>
    public static JsonObject UsdcDebt(WalletAddress owner) => Entry(
        owner, "BORROWER", "1500250000", "USDC", 6, "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48", "0.99993",
        ltv: "75", threshold: "78", penalty: "4.5", isCollateral: null);

    public static JsonObject Entry(
        WalletAddress owner, string side, string balance, string symbol, int decimals, string token, string price,
        string ltv, string threshold, string penalty, bool? isCollateral, string? market = null) => new()
    {
        ["id"] = $"{owner.Value}-{market ?? token}-{side}-0",
        ["side"] = side,
        ["isCollateral"] = isCollateral,
        ["balance"] = balance,
        ["account"] = new JsonObject { ["id"] = owner.Value, ["_eMode"] = null },
        ["market"] = new JsonObject
        {
            ["id"] = market ?? token,
            ["maximumLTV"] = ltv,
            ["liquidationThreshold"] = threshold,
            ["liquidationPenalty"] = penalty,
            ["inputTokenPriceUSD"] = price,
            ["_liquidationProtocolFee"] = "0.1",
            ["inputToken"] = new JsonObject { ["id"] = token, ["symbol"] = symbol, ["decimals"] = decimals },
            ["rates"] = new JsonArray(
                new JsonObject { ["rate"] = "9", ["side"] = "BORROWER", ["type"] = "STABLE" },
                new JsonObject { ["rate"] = "2.75", ["side"] = "BORROWER", ["type"] = "VARIABLE" },
                new JsonObject { ["rate"] = "1.9", ["side"] = "LENDER", ["type"] = "VARIABLE" }),
        },
    };

    /// <summary>The same entry with one member changed, which is named by its path.</summary>
    public static JsonObject With(this JsonObject entry, string path, string json)
    {
        var changed = (JsonObject)entry.DeepClone();
        JsonNode holder = changed;
        var steps = path.Split('.');
        foreach (var step in steps[..^1]) holder = holder[step]!;
        holder[steps[^1]] = JsonSerializer.Deserialize<JsonNode>(json);
        return changed;
    }
}
