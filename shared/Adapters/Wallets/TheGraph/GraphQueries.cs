using System.Globalization;
using LiquidityRisk.Domain.Wallets.Positions;

namespace LiquidityRisk.Adapters.Wallets.TheGraph;

/// <summary>
/// What subgraphs are asked. Messari's schema for lending (messari/subgraphs, <c>schema-lending.graphql</c>; 3.1 for Aave and Compound v3,
/// 2.0 for Compound v2) has all four protocols in one shape; only Aave's adds the mode and the protocol's fee. Its schema for exchanges
/// (<c>schema-dex-amm.graphql</c> 1.3, Curve) knows pools but no positions.
/// </summary>
internal static class GraphQueries
{
    /// <summary>Entries per page: the most that the gateway gives.</summary>
    public const int PageSize = 1_000;

    /// <summary>Curve's pools that are watched: the largest ones.</summary>
    public const int Pools = 300;

    /// <summary>Positions of some accounts, in the order of their ids.</summary>
    /// <param name="protocol">In which protocol.</param>
    /// <param name="block">As of which block; null for the latest.</param>
    public static string Positions(LendingProtocol protocol, long? block)
    {
        var at = block is { } number ? $"block: {{ number: {number.ToString(CultureInfo.InvariantCulture)} }}" : "";
        var isAave = protocol is LendingProtocol.AaveV2 or LendingProtocol.AaveV3;
        return $$"""
            query Positions($wallets: [String!]!, $after: ID!) {
              _meta{{(at.Length > 0 ? $"({at})" : "")}} { block { number timestamp } hasIndexingErrors }
              positions(first: {{PageSize}}, orderBy: id, orderDirection: asc, {{at}} where: { account_in: $wallets, id_gt: $after, balance_gt: "0" }) {
                id side isCollateral balance
                account { id {{(isAave ? "_eMode" : "")}} }
                market {
                  id maximumLTV liquidationThreshold liquidationPenalty inputTokenPriceUSD {{(isAave ? "_liquidationProtocolFee" : "")}}
                  inputToken { id symbol decimals }
                  rates { rate side type }
                }
              }
            }
            """;
    }

    /// <summary>Curve's largest pools whose shares somebody holds.</summary>
    public static string LargestPools { get; } = $$"""
        query Pools {
          _meta { block { number timestamp } hasIndexingErrors }
          liquidityPools(first: {{Pools}}, orderBy: totalValueLockedUSD, orderDirection: desc, where: { outputTokenSupply_gt: "0" }) {
            id outputTokenPriceUSD
            outputToken { id symbol decimals }
          }
        }
        """;
}
