using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Security;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Flows.Wallets.Security;

/// <summary>
/// Watches who asks for wallets and keeps what is unusual. Watching only touches memory; what it finds is stored by
/// <see cref="StoreAsync"/>, soon after. An instance sees its own requests only; an event that several see in one window is stored once.
/// </summary>
public sealed class SecurityEvents(IDocumentStore store, AccessRules rules, TimeProvider time, ILogger<SecurityEvents> log)
{
    /// <summary>How many wallets are watched at most; beyond that new ones are not, until others have been left alone for a window.</summary>
    public const int MaxWallets = 10_000;

    private const int MaxWaiting = 1_000;

    private readonly ConcurrentDictionary<WalletAddress, Watched> _watched = [];
    private readonly ConcurrentQueue<SecurityFinding> _waiting = [];
    private int _isDown;

    /// <summary>Notes a request for a wallet.</summary>
    public void NoteRequest(WalletAddress wallet, ClientOrigin client) =>
        Note(wallet, (pattern, at) => pattern.WithRequest(wallet, client, at, rules));

    /// <summary>Notes a check that failed: a mismatch, or a proof that proves nothing.</summary>
    public void NoteFailedCheck(WalletAddress wallet, ClientOrigin client) =>
        Note(wallet, (pattern, at) => pattern.WithFailedCheck(wallet, client, at, rules));

    /// <summary>Stores what was found since the last time; what cannot be stored waits for the next.</summary>
    public async Task StoreAsync(CancellationToken cancellationToken)
    {
        while (_waiting.TryDequeue(out var finding))
        {
            var isStored = false;
            try
            {
                var stored = StoredSecurityEvent.Of(finding);
                var key = new DocumentKey(Collections.SecurityEvents, Day(finding.At), stored.Id);
                await store.WriteAsync(key, stored, ifMatch: null, new DocumentTags(finding.At), cancellationToken); // a conflict: another instance saw it too
                isStored = true;
                Volatile.Write(ref _isDown, 0);
            }
            catch (StoreUnavailableException e)
            {
                if (Interlocked.Exchange(ref _isDown, 1) == 0) log.LogWarning(e, "Security events wait for the document store");
                return;
            }
            finally
            {
                if (!isStored) _waiting.Enqueue(finding);
            }
        }
    }

    internal static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Note(WalletAddress wallet, Func<AccessPattern, DateTimeOffset, (AccessPattern Next, ImmutableArray<SecurityFinding> Findings)> observe)
    {
        if (!_watched.TryGetValue(wallet, out var watched))
        {
            if (_watched.Count >= MaxWallets && !MakeRoom()) return;
            watched = _watched.GetOrAdd(wallet, static _ => new Watched());
        }

        lock (watched)
        {
            (watched.Pattern, var findings) = observe(watched.Pattern, time.GetUtcNow());
            foreach (var finding in findings)
                if (_waiting.Count < MaxWaiting) _waiting.Enqueue(finding);
        }
    }

    private bool MakeRoom()
    {
        var before = time.GetUtcNow() - AccessRules.Long;
        foreach (var (wallet, watched) in _watched)
            if (watched.Pattern.LastAt < before) _watched.TryRemove(wallet, out _);
        return _watched.Count < MaxWallets;
    }

    private sealed class Watched
    {
        public AccessPattern Pattern { get; set; } = AccessPattern.Empty;
    }
}

/// <summary>A security event as stored.</summary>
/// <param name="Id">Kind, wallet and which window of its kind since 1970, so that it is there once.</param>
/// <param name="Kind">What.</param>
/// <param name="Wallet">Which wallet, in lower case.</param>
/// <param name="At">When.</param>
/// <param name="Count">How many clients, requests or failed checks.</param>
/// <param name="WindowSeconds">Within how many seconds.</param>
/// <param name="Networks">Where the last of them came from.</param>
public sealed record StoredSecurityEvent(
    string Id, SecurityEventKind Kind, string Wallet, DateTimeOffset At, int Count, int WindowSeconds, IReadOnlyList<string> Networks)
{
    /// <summary>What was found, as it is stored.</summary>
    public static StoredSecurityEvent Of(SecurityFinding finding)
    {
        var window = (int)finding.Window.TotalSeconds;
        var id = string.Create(
            CultureInfo.InvariantCulture, $"{SnakeCase.Of(finding.Kind)}.{finding.Wallet.Value}.{finding.At.ToUnixTimeSeconds() / window}");
        return new(id, finding.Kind, finding.Wallet.Value, finding.At, finding.Count, window, finding.Networks);
    }

    /// <summary>As readers get it.</summary>
    public SecurityEventAnswer Answer() =>
        new(Id, SnakeCase.Of(Kind), WalletAddress.Parse(Wallet).ToString(), At, Count, WindowSeconds, Networks);
}
