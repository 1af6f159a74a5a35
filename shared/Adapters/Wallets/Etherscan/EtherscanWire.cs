using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiquidityRisk.Adapters.Wallets.Etherscan;

/// <summary>What every answer of Etherscan looks like.</summary>
/// <param name="Status">"1" for an answer, "0" for an error, whatever the HTTP status.</param>
/// <param name="Result">An object for an answer, a text for an error.</param>
internal sealed record EtherscanWire(string Status, JsonElement Result);

/// <summary>The part of the gas oracle's answer that is used.</summary>
/// <param name="ProposeGasPrice">Gwei for a transaction that is to be in one of the next blocks.</param>
internal sealed record GasOracleWire([property: JsonPropertyName("ProposeGasPrice")] string ProposeGasPrice);
