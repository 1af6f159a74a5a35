using System.Text;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Telemetry;
using LiquidityRisk.Units;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>
/// The story of a batch of market data: read each event, park what cannot be used, fold the rest per bond, translate each
/// bond once, save it together with its announcement, publish.
/// </summary>
/// <remarks>
/// Delivered twice: an event that is not newer than what is known changes nothing. Delivered late: likewise. A failing
/// store fails the batch, which the hub delivers again.
/// </remarks>
public sealed class TranslateMarketData(
    MarketEventReader reader,
    BondBook book,
    DeadLetters deadLetters,
    Retranslation retranslation,
    AnnounceBonds announce,
    ServiceMetrics metrics,
    TimeProvider time,
    ILogger<TranslateMarketData> log)
{
    /// <summary>Handles a batch.</summary>
    public async Task<BatchOutcome> HandleAsync(IReadOnlyList<IncomingEvent> batch, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var byBond = new Dictionary<Isin, List<(BondEvent Event, IncomingEvent Source)>>();
        var letters = new List<DeadLetter>();
        foreach (var incoming in batch)
        {
            var (e, refusal) = reader.Read(incoming.Body, now);
            if (refusal is not null) letters.Add(Letter(incoming, refusal, now));
            else if (byBond.TryGetValue(e!.Isin, out var events)) events.Add((e, incoming));
            else byBond.Add(e.Isin, [(e, incoming)]);
        }

        var folded = await Task.WhenAll(byBond.Select(b => FoldAsync(b.Key, b.Value, now, letters, cancellationToken)));
        await deadLetters.ParkAsync(letters, cancellationToken);
        var changed = folded.OfType<BondDocument>().ToList();
        await announce.PublishAsync(changed, cancellationToken);
        metrics.NoteBatch(batch.Count, changed.Count, letters.Count);
        return new BatchOutcome(batch.Count, changed.Count, letters.Count);
    }

    private async Task<BondDocument?> FoldAsync(
        Isin isin,
        List<(BondEvent Event, IncomingEvent Source)> events,
        DateTimeOffset now,
        List<DeadLetter> letters,
        CancellationToken cancellationToken)
    {
        using var step = Tracing.Continue("translate market data", events[^1].Source.TraceParent);
        try
        {
            return await book.ChangeAsync(isin, fromMemory: true, Fold, cancellationToken);
        }
        catch (Exception e) when (e is not (StoreUnavailableException or OperationCanceledException))
        {
            // One bond that cannot be handled must not hold up the others of its partition.
            log.LogError(e, "Market data of {Isin} could not be handled", isin);
            var refusal = new EventRefusal(RefusalCodes.HandlingFailed, null, "The event could not be handled: " + e.Message);
            lock (letters) letters.AddRange(events.Select(x => Letter(x.Source, refusal, now)));
            return null;
        }

        BondDocument? Fold(BondDocument? stored)
        {
            var known = stored ?? BondDocument.New(isin);
            var inputs = events.Aggregate(known.Inputs, (folded, e) => folded.With(e.Event));
            return ReferenceEquals(inputs, known.Inputs) ? null : retranslation.Next(known, inputs, now);
        }
    }

    private static DeadLetter Letter(IncomingEvent incoming, EventRefusal refusal, DateTimeOffset now) => new(
        incoming.Origin,
        now,
        refusal.Code,
        refusal.Field,
        refusal.Message,
        Encoding.UTF8.GetString(incoming.Body.Span[..Math.Min(incoming.Body.Length, DeadLetters.MaxBody)]),
        incoming.Origin);
}

/// <summary>An event as it came from a hub.</summary>
/// <param name="Body">Its bytes.</param>
/// <param name="Origin">Hub, partition and place in it; the same at every delivery.</param>
/// <param name="TraceParent">The trace it was sent in; null for none.</param>
public readonly record struct IncomingEvent(ReadOnlyMemory<byte> Body, string Origin, string? TraceParent = null);

/// <summary>What became of a batch.</summary>
/// <param name="Events">Events in it.</param>
/// <param name="Translated">Bonds whose translation changed.</param>
/// <param name="Parked">Events that became dead letters.</param>
public sealed record BatchOutcome(int Events, int Translated, int Parked);
