using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Units;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>
/// Carries what happened in the markets over to the accounts. Each account follows the journals by itself, so that hearing of an entry twice,
/// late or in any order changes nothing.
/// </summary>
public sealed class SettleAccounts(
    AccountBook accounts, Markets markets, AnnounceAccounts announce, TimeProvider time, ILogger<SettleAccounts> log)
{
    private const int MostEntries = 1_000;

    /// <summary>Settles the accounts that some entries concern.</summary>
    public async Task HandleAsync(IReadOnlyList<MarketEventsMessage> messages, CancellationToken cancellationToken)
    {
        var concerned = new HashSet<AccountId>();
        foreach (var group in messages.GroupBy(m => m.CertificateType, StringComparer.Ordinal))
        {
            if (!CertificateType.TryParse(group.Key, out var certificate)) continue;
            var (from, to) = (group.Min(m => m.From), group.Max(m => m.To));
            while (from <= to)
            {
                var entries = await markets[certificate].EntriesAfterAsync(from - 1, to, MostEntries, cancellationToken);
                if (entries.Count == 0) break;
                concerned.UnionWith(entries.SelectMany(e => e.Accounts));
                from = entries[^1].Sequence + 1;
            }
        }

        await SettleAsync([.. concerned], cancellationToken);
    }

    /// <summary>Brings accounts up to the end of the journals and tells their owners.</summary>
    /// <returns>The accounts as they are now; unknown ones are left out.</returns>
    public async Task<IReadOnlyList<AccountDocument>> SettleAsync(IReadOnlyCollection<AccountId> ids, CancellationToken cancellationToken)
    {
        var settled = await Task.WhenAll(ids.Select(i => SettleAsync(i, cancellationToken)));
        await announce.PublishAsync([.. settled.OfType<(AccountDocument Document, bool Changed)>().Where(s => s.Changed).Select(s => s.Document)], cancellationToken);
        return [.. settled.OfType<(AccountDocument Document, bool Changed)>().Select(s => s.Document)];
    }

    /// <summary>An account after the entries that follow in the journals; the same one when there are none.</summary>
    public ValueTask<AccountDocument> FollowAsync(AccountDocument document, CancellationToken cancellationToken) =>
        FollowAsync(document, _ => long.MaxValue, cancellationToken);

    /// <summary>The same, up to a place in each journal.</summary>
    public async ValueTask<AccountDocument> FollowAsync(
        AccountDocument document, Func<CertificateType, long> until, CancellationToken cancellationToken)
    {
        foreach (var market in markets.All)
        {
            var last = until(market.Certificate);
            while (document.Fault is null && document.Account.Applied[market.Certificate] < last)
            {
                var entries = await market.EntriesAfterAsync(document.Account.Applied[market.Certificate], atLeast: 0, MostEntries, cancellationToken);
                if (entries.Count == 0) break;
                document = Apply(document, market.Certificate, [.. entries.TakeWhile(e => e.Sequence <= last)]);
            }
        }

        return document;
    }

    /// <summary>
    /// Gives back what an account had reserved for an operation, and bars a reservation that comes late. Settled first: if the market had the
    /// orders, the reservation ended in them and their cancellation gave it back.
    /// </summary>
    /// <returns>The account as it is now; null for an unknown one.</returns>
    public async Task<AccountDocument?> ReleaseAsync(AccountId id, CommandId operation, CancellationToken cancellationToken)
    {
        var changed = await accounts.ChangeAsync(id, async document =>
        {
            var followed = await FollowAsync(document, cancellationToken);
            var now = time.GetUtcNow();
            return followed.With(Reserving.Release(followed.Account, operation, now), now);
        }, cancellationToken);
        if (changed is not var (released, isChanged)) return null;
        if (isChanged) await announce.PublishAsync([released], cancellationToken);
        return released;
    }

    private async Task<(AccountDocument Document, bool Changed)?> SettleAsync(AccountId id, CancellationToken cancellationToken) =>
        await accounts.ChangeAsync(
            id,
            async document =>
            {
                var followed = await FollowAsync(document, cancellationToken);
                // Entries of others alone are not worth a write until there are many.
                var isWorth = followed.Seq != document.Seq || followed.Fault != document.Fault
                    || markets.All.Any(m => followed.Account.Applied[m.Certificate] - document.Account.Applied[m.Certificate] >= MostEntries);
                return isWorth ? followed : null;
            },
            cancellationToken);

    private AccountDocument Apply(AccountDocument document, CertificateType certificate, IReadOnlyList<JournalDocument> entries)
    {
        var now = time.GetUtcNow();
        var result = Settlement.Apply(document.Account, entries.Select(e => e.Entry(certificate)), now);
        var next = document.With(result, now);
        if (document.Account.Kind == AccountKind.Client)
        {
            foreach (var entry in entries.Where(e => e.Sequence <= result.Account.Applied[certificate]))
                next = next with { Orders = OrderRecord.After(next.Orders, document.Account.Id, certificate, entry) };
        }

        if (result.Refusal is not { } refusal) return next;
        log.LogError("Account {Account} cannot follow the {Certificate} market: {Refusal}", document.Account.Id, certificate, refusal);
        return next with { Fault = refusal.ToString(), ChangedAt = now };
    }
}
