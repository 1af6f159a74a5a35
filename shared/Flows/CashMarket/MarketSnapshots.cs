using System.Collections.Immutable;
using System.Globalization;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Tape;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>
/// A market at a place in its journal, so that a start need not replay all of it. Written in parts, because a book may be larger than a
/// document; the head comes last and names them, so that half a snapshot is none.
/// </summary>
public sealed class MarketSnapshots(IDocumentStore store, MarketSettings settings)
{
    private const int OrdersInPart = 4_000;
    private const string HeadId = "head";

    /// <summary>The newest snapshot, or the empty market.</summary>
    public async Task<MarketReplica> LoadAsync(CertificateType certificate, CancellationToken cancellationToken)
    {
        var empty = new BookSnapshot(0, default, [], [], []);
        if (await HeadAsync(certificate, cancellationToken) is not { Body: var head }) return new(settings.Rules, empty, MarketTape.Empty, []);
        var orders = ImmutableArray.CreateBuilder<IMarketEvent>();
        for (var i = 0; i < head.Parts; i++)
        {
            var part = await store.ReadAsync<SnapshotPart>(Key(certificate, PartId(head.Position, i)), cancellationToken);
            if (part is null) return new(settings.Rules, empty, MarketTape.Empty, []);
            orders.AddRange(part.Body.Orders);
        }

        var resting = orders.OfType<OrderRested>().Select(o => o.Order).ToLookup(o => o.Side);
        var book = new BookSnapshot(head.Position, head.LastTrade, [.. resting[OrderSide.Buy]], [.. resting[OrderSide.Sell]], head.Commands);
        return new(settings.Rules, book, MarketTape.Restore(head.Tape), head.Makers);
    }

    /// <summary>Saves a snapshot, unless there is a newer one.</summary>
    public async Task SaveAsync(CertificateType certificate, MarketReplica replica, CancellationToken cancellationToken)
    {
        var earlier = await HeadAsync(certificate, cancellationToken);
        if (earlier?.Body.Position >= replica.Position) return;
        var book = replica.Book;
        var parts = book.Bids.Concat(book.Asks).Select(o => (IMarketEvent)new OrderRested(o)).Chunk(OrdersInPart).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            await store.WriteAsync(
                Key(certificate, PartId(book.Position, i)), new SnapshotPart([.. parts[i]]), ifMatch: null, new DocumentTags(replica.Tape.At), cancellationToken);
        }

        var head = new SnapshotHead(book.Position, book.LastTrade, parts.Count, book.Commands, replica.Tape.State, replica.Makers.Records);
        var written = await store.WriteAsync(Key(certificate, HeadId), head, earlier?.ETag, new DocumentTags(replica.Tape.At), cancellationToken);
        if (written.Written && earlier is not null) await DeletePartsAsync(certificate, earlier.Body, cancellationToken);
    }

    private async Task DeletePartsAsync(CertificateType certificate, SnapshotHead head, CancellationToken cancellationToken)
    {
        for (var i = 0; i < head.Parts; i++)
        {
            var key = Key(certificate, PartId(head.Position, i));
            if (await store.ReadAsync<SnapshotPart>(key, cancellationToken) is { } part) await store.DeleteAsync(key, part.ETag, cancellationToken);
        }
    }

    private ValueTask<StoredDocument<SnapshotHead>?> HeadAsync(CertificateType certificate, CancellationToken cancellationToken) =>
        store.ReadAsync<SnapshotHead>(Key(certificate, HeadId), cancellationToken);

    private static string PartId(long position, int part) => string.Create(CultureInfo.InvariantCulture, $"{position:D12}-{part:D4}");

    private static DocumentKey Key(CertificateType certificate, string id) => new(Collections.Market, certificate.Value + "~snapshot", id);
}

/// <summary>A snapshot without its orders.</summary>
/// <param name="Position">Sequence of the last entry that it includes.</param>
/// <param name="LastTrade">Number of the last trade.</param>
/// <param name="Parts">How many documents hold its orders.</param>
/// <param name="Commands">The remembered commands, oldest first.</param>
/// <param name="Tape">What people see of the market.</param>
/// <param name="Makers">How well market makers do.</param>
public sealed record SnapshotHead(
    long Position, TradeId LastTrade, int Parts, ImmutableArray<CommandId> Commands, TapeState Tape, ImmutableArray<MakerRecord> Makers);

/// <summary>Some resting orders of a snapshot, in the order of priority, bids first.</summary>
/// <param name="Orders">Each as the event of its resting.</param>
public sealed record SnapshotPart(ImmutableArray<IMarketEvent> Orders);
