using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Domain.Wallets.WhatIf;
using LiquidityRisk.Flows.Wallets;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Units;
using Microsoft.AspNetCore.Http;

namespace LiquidityRisk.Functions.Api;

/// <summary>Reads what requests about wallets carry; faults name the field.</summary>
internal static class WalletBodies
{
    private const int MaxChanges = 50;
    private const decimal MaxAmount = 1e15m;

    /// <summary>The wallet of a call whose query must name it.</summary>
    public static WalletAddress QueriedWallet(this HttpRequest request) => request.Query.ContainsKey(WalletCallers.Parameter)
        ? request.RequireWallet()
        : throw RequestReading.Fault(WalletCallers.Parameter, "The wallet is missing.");

    /// <summary>Protocols by name; <c>aave</c> and <c>compound</c> mean every version. All when absent.</summary>
    public static IReadOnlyList<LendingProtocol> Protocols(IReadOnlyList<string>? names)
    {
        if (names is null) return AnalyseWallets.AllProtocols;
        if (names.Count == 0) throw RequestReading.Fault("protocols", "Name at least one, or leave it out for all.");
        return [.. names.SelectMany(Versions).Distinct().Order()];
    }

    /// <summary>Changes to try out.</summary>
    public static IReadOnlyList<WalletChange> Changes(IReadOnlyList<WalletChangeRequest>? changes)
    {
        if (changes is not { Count: >= 1 and <= MaxChanges })
            throw RequestReading.Fault("changes", FormattableString.Invariant($"1 to {MaxChanges} changes are expected."));
        return [.. changes.Select((change, i) => Change(change, FormattableString.Invariant($"changes[{i}]")))];
    }

    private static LendingProtocol[] Versions(string name) => name switch
    {
        "aave" => [LendingProtocol.AaveV2, LendingProtocol.AaveV3],
        "compound" => [LendingProtocol.CompoundV2, LendingProtocol.CompoundV3],
        _ => [ProtocolOrFault("protocols", name)],
    };

    private static WalletChange Change(WalletChangeRequest? change, string field) => change?.Type switch
    {
        "repay" => new Repay(Protocol(change, field), Asset(change, field), Amount(change, field), change.FromOutside is true),
        "borrow" => new Borrow(Protocol(change, field), Asset(change, field), Amount(change, field)),
        "deposit" => new Deposit(Protocol(change, field), Asset(change, field), Amount(change, field), change.FromOutside is true),
        "withdraw" => new Withdraw(Protocol(change, field), Asset(change, field), Amount(change, field)),
        "price_shock" => new PriceShock(change.Asset is null ? null : Asset(change, field), Shock(change, field)),
        _ => throw RequestReading.Fault(field + ".type", "One of repay, borrow, deposit, withdraw, price_shock is expected."),
    };

    private static LendingProtocol Protocol(WalletChangeRequest change, string field) => ProtocolOrFault(field + ".protocol", change.Protocol);

    private static TokenSymbol Asset(WalletChangeRequest change, string field) => TokenSymbol.TryParse(change.Asset, out var asset)
        ? asset
        : throw RequestReading.Fault(field + ".asset", "A token's symbol is expected, such as WETH.");

    private static TokenAmount Amount(WalletChangeRequest change, string field) => change.Amount is > 0 and <= MaxAmount and { } amount
        ? new TokenAmount(amount)
        : throw RequestReading.Fault(field + ".amount", "A number of tokens above 0 and at most 1e15 is expected.");

    private static decimal Shock(WalletChangeRequest change, string field) => change.Change is > -1 and <= 100 and { } shock
        ? (decimal)shock
        : throw RequestReading.Fault(field + ".change", "A fraction above -1 and at most 100 is expected: -0.2 is a fall of 20 %.");

    private static LendingProtocol ProtocolOrFault(string field, string? name) => SnakeCase.TryParse<LendingProtocol>(name, out var protocol)
        ? protocol
        : throw RequestReading.Fault(field, $"'{name}' is no protocol that is known; one of {SnakeCase.Choices<LendingProtocol>()} is expected.");
}
