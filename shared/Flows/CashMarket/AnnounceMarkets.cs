using System.Text.Json;
using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Tape;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Realtime;
using LiquidityRisk.Units;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>
/// Tells what happened in the markets: to subscribers by topic, and to the accounts' settlement by the event hub. The journal is the outbox:
/// everything between what was announced and its end is announced in order, also what another instance wrote; hearing it twice does no harm.
/// </summary>
public sealed class AnnounceMarkets(
    Markets markets, ITopicPublisher topics, IEventPublisher events, IDocumentStore store, TimeProvider time, ILogger<AnnounceMarkets> log) : IDisposable
{
    /// <summary>The hub that carries what happened in the markets.</summary>
    public const string Hub = "market-events";

    private const int MostAtOnce = 1_000;

    private readonly Dictionary<CertificateType, Lane> _lanes = markets.All.ToDictionary(m => m.Certificate, _ => new Lane());

    /// <summary>Announces a market's journal up to an entry; returns when that is done or has failed, which is logged: the sweep tries again.</summary>
    public async Task PublishAsync(CertificateType certificate, long through, CancellationToken cancellationToken)
    {
        var lane = _lanes[certificate];
        await lane.Gate.WaitAsync(cancellationToken);
        try
        {
            // Whoever comes first announces for all who wait.
            lane.Announced ??= await StoredAsync(certificate, cancellationToken);
            while (lane.Announced < through) lane.Announced = await AnnounceAsync(certificate, lane.Announced.Value, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "The {Certificate} market could not be announced beyond entry {Announced}; the sweep tries again", certificate, lane.Announced);
        }
        finally
        {
            lane.Gate.Release();
        }
    }

    /// <summary>Announces what is left, and notes how far that is, for an instance that starts.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var market in markets.All)
        {
            var position = await market.ReadAsync(r => r.Position, cancellationToken);
            await PublishAsync(market.Certificate, position, cancellationToken);
            await NoteAsync(market.Certificate, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var lane in _lanes.Values) lane.Gate.Dispose();
    }

    // Announces the next entries and says how far that is.
    private async Task<long> AnnounceAsync(CertificateType certificate, long announced, CancellationToken cancellationToken)
    {
        var steps = await markets[certificate].StepsAfterAsync(announced, announced + 1, MostAtOnce, cancellationToken);
        var tape = await markets[certificate].TapeAsync(cancellationToken);
        var to = steps is { Count: > 0 } ? steps[^1].Entry.Sequence : tape.Sequence;
        TopicMessage[] messages = steps is { Count: > 0 } ? [.. steps.SelectMany(s => Messages(certificate, s))] : Snapshots(certificate, tape);
        var settle = JsonSerializer.SerializeToUtf8Bytes(
            new MarketEventsMessage(certificate.Value, announced + 1, to), ContractsJson.Default.MarketEventsMessage);
        await Task.WhenAll(
            topics.PublishAsync(messages, cancellationToken),
            events.PublishAsync(Hub, [new(certificate.Value, settle)], cancellationToken));
        return to;
    }

    private static IEnumerable<TopicMessage> Messages(CertificateType certificate, MarketStep step)
    {
        var entry = step.Entry;
        yield return TopicMessages.Of(
            "book_update",
            CashMarketTopics.Book(certificate),
            entry.Sequence,
            entry.At,
            MarketAnswers.Change(certificate, step.Before, step.After, step.LastPrice?.Euros),
            ContractsJson.Default.TopicEnvelopeBookChangePayload,
            entry.TraceParent);
        foreach (var trade in entry.Events.OfType<TradeExecuted>())
        {
            yield return TopicMessages.Of(
                "trade",
                CashMarketTopics.Trades(certificate),
                trade.Trade.Value,
                entry.At,
                MarketAnswers.Trade(certificate, new(trade.Trade, trade.Price, trade.Quantity, trade.TakerSide, entry.At, entry.Sequence)),
                ContractsJson.Default.TopicEnvelopeTradeAnswer,
                entry.TraceParent);
        }
    }

    // What is too long ago to be told step by step.
    private TopicMessage[] Snapshots(CertificateType certificate, MarketTape tape) =>
        [BookSnapshot(certificate, tape, time.GetUtcNow()), TradesSnapshot(certificate, tape, time.GetUtcNow())];

    /// <summary>Where a market's book stands.</summary>
    public static TopicMessage BookSnapshot(CertificateType certificate, MarketTape tape, DateTimeOffset now) => TopicMessages.Of(
        "snapshot",
        CashMarketTopics.Book(certificate),
        tape.Sequence,
        now,
        MarketAnswers.Book(certificate, tape),
        ContractsJson.Default.TopicEnvelopeBookAnswer);

    /// <summary>A market's last trades.</summary>
    public static TopicMessage TradesSnapshot(CertificateType certificate, MarketTape tape, DateTimeOffset now) => TopicMessages.Of(
        "snapshot",
        CashMarketTopics.Trades(certificate),
        tape.Trades.IsEmpty ? 0 : tape.Trades[^1].Id.Value,
        now,
        MarketAnswers.Trades(certificate, tape, 100),
        ContractsJson.Default.TopicEnvelopeTradeListAnswer);

    private async Task<long> StoredAsync(CertificateType certificate, CancellationToken cancellationToken) =>
        (await store.ReadAsync<AnnouncedPosition>(Key(certificate), cancellationToken))?.Body.Sequence ?? 0;

    private async Task NoteAsync(CertificateType certificate, CancellationToken cancellationToken)
    {
        if (_lanes[certificate].Announced is not { } announced) return;
        var stored = await store.ReadAsync<AnnouncedPosition>(Key(certificate), cancellationToken);
        if (stored?.Body.Sequence >= announced) return;
        await store.WriteAsync(
            Key(certificate), new AnnouncedPosition(announced), stored?.ETag, new DocumentTags(time.GetUtcNow()), cancellationToken);
    }

    private static DocumentKey Key(CertificateType certificate) => new(Collections.Market, certificate.Value + "~announced", "position");

    private sealed class Lane
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public long? Announced { get; set; }
    }
}

/// <summary>How far a market was announced.</summary>
/// <param name="Sequence">Sequence of the last entry.</param>
public sealed record AnnouncedPosition(long Sequence);
