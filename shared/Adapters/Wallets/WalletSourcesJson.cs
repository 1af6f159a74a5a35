using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LiquidityRisk.Adapters.Wallets.Alchemy;
using LiquidityRisk.Adapters.Wallets.AlternativeMe;
using LiquidityRisk.Adapters.Wallets.CoinGecko;
using LiquidityRisk.Adapters.Wallets.Etherscan;
using LiquidityRisk.Adapters.Wallets.TheGraph;

namespace LiquidityRisk.Adapters.Wallets;

/// <summary>The sources' answers as they are written. What is not optional must be there, and nothing twice.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(GraphAnswer<PositionsWire>), TypeInfoPropertyName = "Positions")]
[JsonSerializable(typeof(GraphAnswer<PoolsWire>), TypeInfoPropertyName = "Pools")]
[JsonSerializable(typeof(IReadOnlyList<CoinMarketWire>), TypeInfoPropertyName = "CoinMarkets")]
[JsonSerializable(typeof(MarketChartWire))]
[JsonSerializable(typeof(IReadOnlyList<RpcAnswer>), TypeInfoPropertyName = "RpcAnswers")]
[JsonSerializable(typeof(RpcAnswer))]
[JsonSerializable(typeof(TokenBalancesWire))]
[JsonSerializable(typeof(EtherscanWire))]
[JsonSerializable(typeof(GasOracleWire))]
[JsonSerializable(typeof(FearGreedWire))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(JsonArray))]
[JsonSerializable(typeof(GraphQuestion))]
internal sealed partial class WalletSourcesJson : JsonSerializerContext;
