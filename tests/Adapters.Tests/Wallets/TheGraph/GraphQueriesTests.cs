using System.Text.RegularExpressions;
using LiquidityRisk.Adapters.Wallets.TheGraph;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Adapters.Tests.Wallets.TheGraph;

/// <summary>What is asked exists in the schemas that Messari publishes.</summary>
public sealed partial class GraphQueriesTests
{
    private static readonly Dictionary<(string Protocol, string Entity), Dictionary<string, string?>> Schemas = File
        .ReadLines(Path.Combine(Checkout.Root, "tests", "Golden", "Wallets", "messari_schema_fields.txt"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split(' '))
        .ToDictionary(
            words => (words[0], words[1]),
            words => words[2..].Select(f => f.Split(':')).ToDictionary(f => f[0], f => f.Length > 1 ? f[1] : null));

    [Theory]
    [InlineData(LendingProtocol.AaveV2, "aave_v2")]
    [InlineData(LendingProtocol.AaveV3, "aave_v3")]
    [InlineData(LendingProtocol.CompoundV2, "compound_v2")]
    [InlineData(LendingProtocol.CompoundV3, "compound_v3")]
    public void Every_field_of_a_position_is_in_the_protocols_schema(LendingProtocol protocol, string schema)
    {
        Assert.Equal(20 + (schema.StartsWith("aave", StringComparison.Ordinal) ? 2 : 0), Check(GraphQueries.Positions(protocol, block: null), "positions", schema, "Position"));
        Check(GraphQueries.Positions(protocol, block: 5), "positions", schema, "Position");
    }

    [Fact]
    public void Every_field_of_a_pool_is_in_Curves_schema() =>
        Assert.Equal(6, Check(GraphQueries.LargestPools, "liquidityPools", "curve", "LiquidityPool"));

    // Walks the selection below a root field and counts the fields.
    private static int Check(string query, string root, string schema, string entity)
    {
        var words = Words().Matches(Arguments().Replace(query, "")).Select(m => m.Value).ToList();
        Assert.Equal(words.Count(w => w == "{"), words.Count(w => w == "}"));
        var (at, fields) = (words.IndexOf(root) + 2, 0);
        Walk(entity);
        return fields;

        void Walk(string type)
        {
            for (; words[at] != "}"; at++)
            {
                fields++;
                Assert.True(Schemas[(schema, type)].TryGetValue(words[at], out var target), $"{schema} {type} has no {words[at]}");
                Assert.Equal(target is not null, words[at + 1] == "{");
                if (target is null) continue;
                at += 2;
                Walk(target);
            }
        }
    }

    [GeneratedRegex(@"\((?>[^()]+)\)", RegexOptions.None, 1_000)]
    private static partial Regex Arguments();

    [GeneratedRegex(@"[{}]|\w+", RegexOptions.None, 1_000)]
    private static partial Regex Words();
}
