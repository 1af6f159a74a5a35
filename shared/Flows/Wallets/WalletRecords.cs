using System.Text.Json;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets;

/// <summary>Audit records about wallets.</summary>
public static class WalletRecords
{
    /// <summary>Subject of a wallet's records.</summary>
    public static string Subject(WalletAddress wallet) => WalletTopics.Main(wallet);

    /// <summary>Records something that a user did with a wallet.</summary>
    public static Task NoteAsync(this AuditTrail audit, WalletAddress wallet, string kind, string userId, WalletAct act, CancellationToken cancellationToken) =>
        audit.AppendAsync(Subject(wallet), kind, userId, JsonSerializer.Serialize(act, FlowsJson.Default.WalletAct), cancellationToken);
}

/// <summary>Content of an audit record about a wallet.</summary>
/// <param name="Detail">What was done, in words.</param>
/// <param name="Nonce">By which challenge; absent when by none.</param>
public sealed record WalletAct(string Detail, string? Nonce = null);
