using System.Diagnostics.Metrics;

namespace LiquidityRisk.Flows.Telemetry;

/// <summary>What this instance has done since it started, for <c>/metrics</c>, OTLP and the dashboard.</summary>
public sealed class ServiceMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "LiquidityRisk";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _events;
    private readonly Counter<long> _parked;
    private readonly Counter<long> _translations;
    private readonly Counter<long> _messages;
    private readonly Counter<long> _alerts;
    private readonly Histogram<double> _delivery;
    private readonly Histogram<double> _requests;
    private long _answered;
    private long _failed;
    private long _deadLetters;

    /// <summary>Makes the instruments.</summary>
    public ServiceMetrics()
    {
        _events = _meter.CreateCounter<long>("lr_market_data_events", "{event}", "Market-data events read from the hub.");
        _parked = _meter.CreateCounter<long>("lr_dead_letters", "{event}", "Market-data events that could not be used.");
        _translations = _meter.CreateCounter<long>("lr_translations", "{translation}", "Bond translations stored.");
        _messages = _meter.CreateCounter<long>("lr_topic_messages", "{message}", "Messages that the publisher accepted.");
        _alerts = _meter.CreateCounter<long>("lr_alert_changes", "{change}", "Alerts raised, worsened, acknowledged or resolved.");
        _delivery = _meter.CreateHistogram<double>("lr_delivery_duration", "ms", "From the making of an announcement to its acceptance by the publisher.");
        _requests = _meter.CreateHistogram<double>("lr_http_request_duration", "ms", "From an HTTP request to its answer.");
    }

    /// <summary>From the making of an announcement to its acceptance by the publisher.</summary>
    public LatencyHistogram Delivery { get; } = new();

    /// <summary>HTTP requests answered.</summary>
    public long Answered => Interlocked.Read(ref _answered);

    /// <summary>Of these, failures on our side.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Events parked.</summary>
    public long DeadLetters => Interlocked.Read(ref _deadLetters);

    /// <summary>Notes a batch of market data.</summary>
    public void NoteBatch(int events, int translated, int parked)
    {
        _events.Add(events);
        _translations.Add(translated);
        if (parked == 0) return;
        _parked.Add(parked);
        Interlocked.Add(ref _deadLetters, parked);
    }

    /// <summary>Notes a message that the publisher has accepted.</summary>
    public void NoteDelivery(TimeSpan latency)
    {
        _messages.Add(1);
        _delivery.Record(latency.TotalMilliseconds);
        Delivery.Note(latency);
    }

    /// <summary>Notes what happened to an alert.</summary>
    public void NoteAlert(string change, string kind) =>
        _alerts.Add(1, new KeyValuePair<string, object?>("change", change), new KeyValuePair<string, object?>("kind", kind));

    /// <summary>Notes an answered HTTP request.</summary>
    public void NoteRequest(string function, int status, TimeSpan elapsed)
    {
        _requests.Record(
            elapsed.TotalMilliseconds,
            new KeyValuePair<string, object?>("function", function),
            new KeyValuePair<string, object?>("status", status));
        Interlocked.Increment(ref _answered);
        if (status >= 500) Interlocked.Increment(ref _failed);
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
