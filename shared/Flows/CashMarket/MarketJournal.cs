using System.Globalization;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>
/// The append-only journal of one market: partition = certificate, id = zero-padded sequence. Creating an id that exists is a conflict, so
/// of two writers one wins and the other reads the tail and tries again.
/// </summary>
public sealed class MarketJournal(IDocumentStore store, CertificateType certificate)
{
    private const int PageSize = 500;

    /// <summary>Which market.</summary>
    public CertificateType Certificate => certificate;

    /// <summary>Appends an entry; false when there is one with its sequence.</summary>
    public async ValueTask<bool> TryAppendAsync(JournalDocument entry, CancellationToken cancellationToken) =>
        (await store.WriteAsync(Key(entry.Sequence), entry, ifMatch: null, new DocumentTags(entry.At), cancellationToken)).Written;

    /// <summary>One entry; null when it has not been written.</summary>
    public async ValueTask<JournalDocument?> ReadAsync(long sequence, CancellationToken cancellationToken) =>
        (await store.ReadAsync<JournalDocument>(Key(sequence), cancellationToken))?.Body;

    /// <summary>Entries after a place, in order.</summary>
    public async IAsyncEnumerable<JournalDocument> AfterAsync(
        long sequence, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await ReadAsync(sequence + 1, cancellationToken) is not { } first) yield break;
        yield return first;
        string? cursor = null;
        do
        {
            // Listed by time; entries of one millisecond come in the order of their ids, which is that of their sequences.
            var page = await store.ListAsync<JournalDocument>(
                new ListQuery(Collections.Market, certificate.Value, From: first.At, Limit: PageSize, Cursor: cursor), cancellationToken);
            foreach (var entry in page.Items.Select(i => i.Body).Where(e => e.Sequence > first.Sequence)) yield return entry;
            cursor = page.Cursor;
        }
        while (cursor is not null);
    }

    private DocumentKey Key(long sequence) =>
        new(Collections.Market, certificate.Value, sequence.ToString("D12", CultureInfo.InvariantCulture));
}
