using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>
/// Loads and saves accounts. Documents lately read or written are kept in memory with their ETag; a stale copy costs a conflict and a read,
/// never a wrong write. Within this instance an account changes one change at a time.
/// </summary>
public sealed class AccountBook(IDocumentStore store)
{
    /// <summary>Transactions in a page, and about as many stay in the account's own document.</summary>
    public const int PageSize = 16;

    private const int Shards = 16;
    private const int MaxAttempts = 20;
    private const int MaxRemembered = 10_000;

    private readonly ConcurrentDictionary<AccountId, StoredDocument<AccountDocument>> _recent = new();
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Reads what is stored now; null for an unknown account.</summary>
    public async ValueTask<AccountDocument?> ReadAsync(AccountId id, CancellationToken cancellationToken) =>
        (await LoadAsync(id, cancellationToken))?.Body;

    /// <summary>Whether an account was lately read or written, so that it is there: accounts are never deleted.</summary>
    public bool Remembers(AccountId id) => _recent.ContainsKey(id);

    /// <summary>Opens an account.</summary>
    /// <returns>False when there is one with its id.</returns>
    public async Task<bool> TryOpenAsync(AccountDocument document, CancellationToken cancellationToken) =>
        await SaveAsync(document, ifMatch: null, cancellationToken);

    /// <summary>Changes an account: loads it, decides, saves, and decides again whenever somebody else was first.</summary>
    /// <param name="id">Which account.</param>
    /// <param name="decide">The changed document; null, or the same one, leaves it as it is.</param>
    /// <param name="cancellationToken">Stops waiting; the change may still be saved.</param>
    /// <returns>The document as it now is, and whether it was changed; null for an unknown account.</returns>
    /// <exception cref="StoreUnavailableException">The store did not answer, or others were first every time.</exception>
    public async Task<(AccountDocument Document, bool Changed)?> ChangeAsync(
        AccountId id, Func<AccountDocument, ValueTask<AccountDocument?>> decide, CancellationToken cancellationToken)
    {
        var turn = _turns[(id.GetHashCode() & int.MaxValue) % _turns.Length];
        await turn.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 0; attempt < MaxAttempts; attempt++)
            {
                // The first decision may be taken on a copy that has been overtaken: a write would notice, and to do nothing is decided again.
                var isCurrent = attempt > 0 || !_recent.ContainsKey(id);
                var stored = isCurrent ? await LoadAsync(id, cancellationToken) : _recent.GetValueOrDefault(id);
                if (stored is null && isCurrent) return null;
                if (stored is null) continue;
                if (await decide(stored.Body) is not { } changed || ReferenceEquals(changed, stored.Body))
                {
                    if (isCurrent) return (stored.Body, false);
                    continue;
                }

                changed = await FileAsync(changed, cancellationToken);
                if (await SaveAsync(changed, stored.ETag, cancellationToken)) return (changed, true);
            }

            throw new StoreUnavailableException($"The account {id} was changed by others at every one of {MaxAttempts} attempts.");
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What lists see of all accounts.</summary>
    public async Task<List<AccountHead>> ListAsync(CancellationToken cancellationToken)
    {
        var shards = Enumerable.Range(0, Shards).Select(async shard =>
        {
            var heads = new List<AccountHead>();
            string? cursor = null;
            do
            {
                var page = await store.ListHeadsAsync<AccountHead>(
                    new ListQuery(Collections.Accounts, ShardName(shard), Limit: 1_000, Cursor: cursor), cancellationToken);
                heads.AddRange(page.Items.Select(i => i.Body));
                cursor = page.Cursor;
            }
            while (cursor is not null);
            return heads;
        });
        return [.. (await Task.WhenAll(shards)).SelectMany(s => s)];
    }

    /// <summary>All accounts of some kinds.</summary>
    public async Task<List<AccountDocument>> ReadAllAsync(Func<AccountHead, bool> wanted, CancellationToken cancellationToken)
    {
        var heads = await ListAsync(cancellationToken);
        var documents = await Task.WhenAll(heads.Where(wanted).Select(h => ReadAsync(h.Id, cancellationToken).AsTask()));
        return [.. documents.OfType<AccountDocument>()];
    }

    /// <summary>An account's transactions before a number, newest first.</summary>
    public async Task<IReadOnlyList<AssetTransaction>> TransactionsAsync(
        AccountDocument account, long before, int most, CancellationToken cancellationToken)
    {
        var found = account.Latest.Where(t => t.Number < before).Reverse().Take(most).ToList();
        var next = found.Count > 0 ? found[^1].Number : Math.Min(before, account.Latest.IsEmpty ? account.Account.LastTransaction + 1 : account.Latest[0].Number);
        while (found.Count < most && next > 1)
        {
            var page = await store.ReadAsync<TransactionPage>(PageKey(account.Account.Id, next - 1), cancellationToken)
                ?? throw new StoreUnavailableException($"The transactions of account {account.Account.Id} before {next} cannot be read.");
            found.AddRange(page.Body.Transactions.Where(t => t.Number < next).Reverse().Take(most - found.Count));
            next = page.Body.Transactions[0].Number;
        }

        return found;
    }

    // Full pages leave the document before it is saved without them; a page that is there already is the same one.
    private async ValueTask<AccountDocument> FileAsync(AccountDocument document, CancellationToken cancellationToken)
    {
        while (document.Latest.Length >= 2 * PageSize)
        {
            var page = document.Latest[..PageSize];
            await store.WriteAsync(
                PageKey(document.Account.Id, page[0].Number), new TransactionPage(page), ifMatch: null, new DocumentTags(page[0].When), cancellationToken);
            document = document with { Latest = document.Latest[PageSize..] };
        }

        return document;
    }

    private async ValueTask<StoredDocument<AccountDocument>?> LoadAsync(AccountId id, CancellationToken cancellationToken)
    {
        var stored = _recent.TryGetValue(id, out var known)
            ? await store.RefreshAsync(Key(id), known, cancellationToken)
            : await store.ReadAsync<AccountDocument>(Key(id), cancellationToken);
        if (stored is not null && !ReferenceEquals(stored, known)) Remember(id, stored);
        return stored;
    }

    private async Task<bool> SaveAsync(AccountDocument document, string? ifMatch, CancellationToken cancellationToken)
    {
        var account = document.Account;
        var head = new AccountHead(
            account.Id, account.Kind, document.Seq, document.Fault is not null, account.Reservations.IsEmpty ? null : account.Reservations.Min(r => r.Since));
        var written = await store.WriteAsync(Key(account.Id), document, ifMatch, new DocumentTags(document.ChangedAt, head), cancellationToken);
        if (written.Written) Remember(account.Id, new(account.Id.Value.ToString("N"), document, written.ETag, document.ChangedAt));
        else _recent.TryRemove(account.Id, out _);
        return written.Written;
    }

    private void Remember(AccountId id, StoredDocument<AccountDocument> document)
    {
        if (_recent.Count >= MaxRemembered) _recent.Clear();
        _recent[id] = document;
    }

    private static DocumentKey Key(AccountId id) => new(Collections.Accounts, ShardName(id.Value.ToByteArray()[0] % Shards), id.Value.ToString("N"));

    // Pages begin at 1, 17, 33 …
    private static DocumentKey PageKey(AccountId id, long number) => new(
        Collections.Transactions, id.Value.ToString("N"), (number - ((number - 1) % PageSize)).ToString("D12", CultureInfo.InvariantCulture));

    private static string ShardName(int shard) => FormattableString.Invariant($"shard-{shard:00}");
}
