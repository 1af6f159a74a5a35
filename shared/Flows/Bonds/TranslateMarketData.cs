using System.Text;
using System.Text.Json;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Realtime;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Flows.Ports;
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
    AnnounceBonds announce,
    BondSettings settings,
    TimeProvider time,
    ILogger<TranslateMarketData> log)
{
    private const int MaxAttempts = 10;

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
        return new BatchOutcome(batch.Count, changed.Count, letters.Count);
    }

    private async Task<BondDocument?> FoldAsync(
        Isin isin,
        List<(BondEvent Event, IncomingEvent Source)> events,
        DateTimeOffset now,
        List<DeadLetter> letters,
        CancellationToken cancellationToken)
    {
        try
        {
            return await FoldAsync(isin, events.ConvertAll(e => e.Event), now, cancellationToken);
        }
        catch (Exception e) when (e is not (StoreUnavailableException or OperationCanceledException))
        {
            // One bond that cannot be handled must not hold up the others of its partition.
            log.LogError(e, "Market data of {Isin} could not be handled", isin);
            var refusal = new EventRefusal(RefusalCodes.HandlingFailed, null, "The event could not be handled: " + e.Message);
            lock (letters) letters.AddRange(events.Select(x => Letter(x.Source, refusal, now)));
            return null;
        }
    }

    private async Task<BondDocument?> FoldAsync(
        Isin isin, List<BondEvent> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var stored = await book.RecallAsync(isin, cancellationToken);
            var known = stored?.Body ?? BondDocument.New(isin);
            var inputs = events.Aggregate(known.Inputs, (folded, e) => folded.With(e));
            if (ReferenceEquals(inputs, known.Inputs)) return null;
            var changed = Retranslate(known, inputs, now);
            if (await book.SaveAsync(changed, stored?.ETag, cancellationToken)) return changed;
        }

        throw new StoreUnavailableException($"The document of {isin} was changed by others at every one of {MaxAttempts} attempts.");
    }

    private BondDocument Retranslate(BondDocument known, BondInputs inputs, DateTimeOffset now)
    {
        var translation = BondTranslator.Translate(known.Isin, inputs, now, settings.Weights);
        var answer = TranslationAnswers.Complete(translation, inputs);
        var changed = known with { Inputs = inputs, Translation = answer };
        var reading = LiquidityReading.Of(translation.Liquidity);
        return MaterialChange.InLiquidity(known.Announced, reading, settings.Thresholds)
            ? Announce(changed with { Announced = reading }, answer)
            : changed;
    }

    private BondDocument Announce(BondDocument document, LiquidityRiskAnswer answer)
    {
        string[] topics = [BondTopics.Main(document.Isin), BondTopics.Liquidity(document.Isin)];
        var sequences = new Dictionary<string, long>(document.Sequences, StringComparer.Ordinal);
        foreach (var topic in topics) sequences[topic] = sequences.GetValueOrDefault(topic) + 1;
        var payload = new LiquidityPayload(answer.Isin, answer.LiquidityProfile, answer.RetailNarrative, answer.AsOf);
        var entry = new OutboxEntry(
            sequences[topics[0]],
            "liquidity_update",
            topics.ToDictionary(t => t, t => sequences[t], StringComparer.Ordinal),
            answer.AsOf,
            new RawJson(JsonSerializer.SerializeToUtf8Bytes(payload, ContractsJson.Default.LiquidityPayload)),
            new TopicMeta(answer.DataFreshness, answer.ConfidenceOverall.Value));
        return document with { Sequences = sequences, Outbox = [.. document.Outbox.TakeLast(settings.MaxOutbox - 1), entry] };
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
public readonly record struct IncomingEvent(ReadOnlyMemory<byte> Body, string Origin);

/// <summary>What became of a batch.</summary>
/// <param name="Events">Events in it.</param>
/// <param name="Translated">Bonds whose translation changed.</param>
/// <param name="Parked">Events that became dead letters.</param>
public sealed record BatchOutcome(int Events, int Translated, int Parked);
