using System.Collections.Immutable;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Security;

/// <summary>What is unusual about the access to a wallet.</summary>
public enum SecurityEventKind
{
    /// <summary>It is asked for from many addresses.</summary>
    ManyClients,

    /// <summary>It is asked for far more often than allowed.</summary>
    HighFrequency,

    /// <summary>Many who ask for it have not proven it.</summary>
    ManyFailedChecks,
}

/// <summary>Something unusual about the access to a wallet.</summary>
/// <param name="Kind">What.</param>
/// <param name="Wallet">Which wallet.</param>
/// <param name="At">When it was noticed.</param>
/// <param name="Count">How many clients, requests or failed checks there were.</param>
/// <param name="Window">Within what time.</param>
/// <param name="Networks">Where the last of them came from.</param>
public sealed record SecurityFinding(
    SecurityEventKind Kind, WalletAddress Wallet, DateTimeOffset At, int Count, TimeSpan Window, ImmutableArray<string> Networks);
