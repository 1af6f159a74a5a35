using System.Collections.Concurrent;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Proof;

/// <summary>
/// Who has proven which wallet. What counts is the document under the wallet; the one under the user only finds it again. It is written
/// first and removed last, so that a crash between the two leaves one that leads nowhere, which readers pass over.
/// </summary>
public sealed class WalletBindings(IDocumentStore store, TimeProvider time)
{
    /// <summary>
    /// How long an instance takes a binding for granted without looking. For that long a wallet that was unbound on another instance can
    /// still be read here; what is not bound is always looked up.
    /// </summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private const int MaxAttempts = 5;
    private const int MaxRemembered = 20_000;
    private const int MaxWallets = 1_000;

    private readonly ConcurrentDictionary<(string User, WalletAddress Wallet), DateTimeOffset> _known = [];

    /// <summary>Whether a user has proven a wallet and the proof has not lapsed.</summary>
    public async ValueTask<bool> IsBoundAsync(string userId, WalletAddress wallet, CancellationToken cancellationToken)
    {
        var (user, now) = (WalletUser.Fingerprint(userId), time.GetUtcNow());
        if (_known.TryGetValue((user, wallet), out var until) && now < until) return true;
        if (await FindAsync(userId, wallet, cancellationToken) is not { } binding)
        {
            _known.TryRemove((user, wallet), out _);
            return false;
        }

        if (_known.Count >= MaxRemembered) _known.Clear();
        _known[(user, wallet)] = now + Remembered < binding.ExpiresAt ? now + Remembered : binding.ExpiresAt;
        return true;
    }

    /// <summary>A user's proof of a wallet; null when there is none that has not lapsed.</summary>
    public async Task<StoredBinding?> FindAsync(string userId, WalletAddress wallet, CancellationToken cancellationToken) =>
        await store.ReadAsync<StoredBinding>(OfWallet(wallet, WalletUser.Fingerprint(userId)), cancellationToken) is { Body: var binding }
        && time.GetUtcNow() < binding.ExpiresAt
            ? binding
            : null;

    /// <summary>The wallets that a user has proven, by the time of the proof.</summary>
    public async Task<IReadOnlyList<StoredBinding>> OfUserAsync(string userId, CancellationToken cancellationToken)
    {
        var query = new ListQuery(Collections.WalletBindings, UserPartition(WalletUser.Fingerprint(userId)), Limit: MaxWallets);
        List<StoredBinding> all = [];
        foreach (var entry in (await store.ListAsync<StoredBinding>(query, cancellationToken)).Items)
        {
            if (await FindAsync(userId, WalletAddress.Parse(entry.Body.Wallet), cancellationToken) is { } binding) all.Add(binding);
        }

        return all;
    }

    /// <summary>Keeps a proof until it lapses; kept twice, nothing changes.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer, or others were first every time.</exception>
    public async Task KeepAsync(string userId, StoredBinding binding, CancellationToken cancellationToken)
    {
        var (user, wallet) = (WalletUser.Fingerprint(userId), WalletAddress.Parse(binding.Wallet));
        await PutAsync(OfUser(user, wallet), binding, cancellationToken);
        await PutAsync(OfWallet(wallet, user), binding, cancellationToken);
    }

    /// <summary>Forgets a proof; nothing happens when there is none.</summary>
    public async Task RemoveAsync(string userId, WalletAddress wallet, CancellationToken cancellationToken)
    {
        var user = WalletUser.Fingerprint(userId);
        await DeleteAsync(OfWallet(wallet, user), cancellationToken);
        _known.TryRemove((user, wallet), out _);
        await DeleteAsync(OfUser(user, wallet), cancellationToken);
    }

    private async Task PutAsync(DocumentKey key, StoredBinding binding, CancellationToken cancellationToken)
    {
        var lifetime = binding.ExpiresAt - time.GetUtcNow();
        if (lifetime <= TimeSpan.Zero) return;
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var there = await store.ReadAsync<StoredBinding>(key, cancellationToken);
            if (there?.Body == binding) return;
            var tags = new DocumentTags(binding.BoundAt, TimeToLive: lifetime);
            if ((await store.WriteAsync(key, binding, there?.ETag, tags, cancellationToken)).Written) return;
        }

        throw new StoreUnavailableException($"Others changed {key.Id} at every one of {MaxAttempts} attempts.");
    }

    private async Task DeleteAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await store.ReadAsync<StoredBinding>(key, cancellationToken) is not { } there) return;
            if (await store.DeleteAsync(key, there.ETag, cancellationToken)) return;
        }

        throw new StoreUnavailableException($"Others changed {key.Id} at every one of {MaxAttempts} attempts.");
    }

    private static string UserPartition(string user) => "user." + user;

    private static DocumentKey OfWallet(WalletAddress wallet, string user) => new(Collections.WalletBindings, wallet.Value, user);

    private static DocumentKey OfUser(string user, WalletAddress wallet) => new(Collections.WalletBindings, UserPartition(user), wallet.Value);
}
