using System.Text.Json;

namespace LiquidityRisk.Adapters.Wallets.Alchemy;

/// <summary>One answer of a JSON-RPC batch: a result or an error.</summary>
internal sealed record RpcAnswer(int? Id, JsonElement? Result = null, RpcError? Error = null);

/// <summary>Why a call was refused. Its text is not passed on: it can repeat what was asked.</summary>
internal sealed record RpcError(int Code);

/// <summary>Balances of some tokens.</summary>
internal sealed record TokenBalancesWire(string Address, IReadOnlyList<TokenBalanceWire> TokenBalances);

/// <summary>A token's balance in smallest units, hexadecimal; null when it could not be read.</summary>
internal sealed record TokenBalanceWire(string ContractAddress, string? TokenBalance = null);
