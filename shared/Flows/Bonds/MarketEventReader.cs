using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Reads market-data events and says precisely what is wrong with those that cannot be used. Never throws on bad input.</summary>
/// <param name="rules">What is accepted.</param>
public sealed class MarketEventReader(MarketEventRules rules)
{
    /// <summary>Largest event in bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Reads one event.</summary>
    /// <param name="body">UTF-8 JSON.</param>
    /// <param name="receivedAt">When it reached us.</param>
    public EventReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt) => body.Length > MaxBytes
        ? Refuse(RefusalCodes.TooLarge, null, FormattableString.Invariant($"An event has at most {MaxBytes:N0} bytes."))
        : Read(body, static b => JsonSerializer.Deserialize(b.Span, ContractsJson.Default.MarketDataEvent), receivedAt);

    /// <summary>Reads one event whose envelope is already JSON.</summary>
    public EventReading Read(JsonElement body, DateTimeOffset receivedAt) =>
        Read(body, static b => b.Deserialize(ContractsJson.Default.MarketDataEvent), receivedAt);

    private EventReading Read<T>(T body, Func<T, MarketDataEvent?> parse, DateTimeOffset receivedAt)
    {
        try
        {
            return parse(body) is { } envelope
                ? Read(envelope, receivedAt)
                : Refuse(RefusalCodes.MalformedJson, null, "An event is a JSON object.");
        }
        catch (JsonException e)
        {
            return Refuse(e, "");
        }
    }

    private EventReading Read(MarketDataEvent e, DateTimeOffset receivedAt)
    {
        if (e.Type is null) return Missing("type");
        if (e.Source is not { Length: >= 1 and <= 64 }) return Invalid("source", "The feed's name, 1 to 64 characters, is expected.");
        if (e.Sequence is not >= 0) return Invalid("sequence", "A whole number of 0 or more is expected.");
        if (!Isin.TryParse(e.Isin, out var isin))
            return Refuse(RefusalCodes.InvalidIsin, "isin", "An ISIN (two letters, nine letters or digits, a digit) is expected.");
        if (rules.RequireIsinCheckDigit && !isin.HasValidCheckDigit)
            return Refuse(RefusalCodes.InvalidIsin, "isin", "The ISIN's check digit is wrong.");
        if (e.Timestamp is not { } at) return Missing("timestamp");
        if (at > receivedAt + rules.ClockSkew)
            return Refuse(RefusalCodes.FutureTimestamp, "timestamp", "The event is dated in the future.");
        if (e.Payload.ValueKind != JsonValueKind.Object) return Invalid("payload", "An object is expected.");

        var input = ReadPayload(e.Type, e.Payload, isin, at);
        return input.Refusal is { } refusal
            ? new EventReading(null, refusal)
            : new EventReading(
                new BondEvent(isin, e.Source, new EventStamp(at.ToUniversalTime(), e.Sequence.Value), receivedAt, input.Value!), null);
    }

    private static PayloadReading ReadPayload(string type, JsonElement payload, Isin isin, DateTimeOffset at) => type switch
    {
        MarketDataTypes.Microstructure =>
            Convert(payload, ContractsJson.Default.MicrostructurePayload, isin, p => p.Isin, PayloadRules.Microstructure),
        MarketDataTypes.Auction =>
            Convert(payload, ContractsJson.Default.AuctionPayload, isin, p => p.Isin, PayloadRules.Auction),
        MarketDataTypes.MarketMakerState =>
            Convert(payload, ContractsJson.Default.MarketMakerPayload, isin, p => p.Isin, PayloadRules.MarketMaker),
        MarketDataTypes.BondReference =>
            Convert(payload, ContractsJson.Default.BondReferencePayload, isin, p => p.Isin, PayloadRules.Reference),
        MarketDataTypes.RiskArtifact =>
            Convert(payload, ContractsJson.Default.RiskArtifactPayload, isin, p => p.RiskSummary?.Isin, p => PayloadRules.RiskArtifact(p, at)),
        _ => new EventRefusal(RefusalCodes.UnknownType, "type", $"One of {string.Join(", ", MarketDataTypes.All)} is expected."),
    };

    private static PayloadReading Convert<T>(
        JsonElement payload, JsonTypeInfo<T> shape, Isin isin, Func<T, string?> ownIsin, Func<T, PayloadReading> convert)
        where T : class
    {
        try
        {
            var read = payload.Deserialize(shape)!;
            return ownIsin(read) is { } own && !string.Equals(own, isin.Value, StringComparison.Ordinal)
                ? new EventRefusal(RefusalCodes.IsinMismatch, "payload.isin", "The payload names another ISIN than its envelope.")
                : convert(read);
        }
        catch (JsonException e)
        {
            return Refuse(e, "payload.").Refusal!;
        }
    }

    private static EventReading Refuse(JsonException e, string prefix)
    {
        // Without a path the text is not JSON at all; with one, a value has the wrong type or range.
        var path = e.Path is null or "$" ? null : prefix + e.Path[(e.Path.StartsWith("$.", StringComparison.Ordinal) ? 2 : 1)..];
        return e.InnerException is JsonException || path is null
            ? Refuse(RefusalCodes.MalformedJson, path, "The event is not a well-formed JSON object.")
            : Invalid(path, Sentence(e));
    }

    private static string Sentence(JsonException e) =>
        e.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
            ? "The value has the wrong type or format."
            : e.Message.Split(" Path: ", 2)[0];

    private static EventReading Missing(string field) => Refuse(RefusalCodes.MissingField, field, "The field is missing.");

    private static EventReading Invalid(string field, string message) => Refuse(RefusalCodes.InvalidField, field, message);

    private static EventReading Refuse(string code, string? field, string message) => new(null, new EventRefusal(code, field, message));
}

/// <summary>What the reader accepts.</summary>
/// <param name="ClockSkew">How far ahead of our clock an event may be dated.</param>
/// <param name="RequireIsinCheckDigit">Refuse ISINs with a wrong check digit instead of lowering the confidence.</param>
public sealed record MarketEventRules(TimeSpan ClockSkew, bool RequireIsinCheckDigit)
{
    /// <summary>Five seconds of skew, wrong check digits accepted with a caveat.</summary>
    public static MarketEventRules Standard { get; } = new(TimeSpan.FromSeconds(5), RequireIsinCheckDigit: false);
}

/// <summary>An event, or why there is none: exactly one of the two.</summary>
/// <param name="Event">The event.</param>
/// <param name="Refusal">Why it cannot be used.</param>
public readonly record struct EventReading(BondEvent? Event, EventRefusal? Refusal);

/// <summary>Why an event cannot be used.</summary>
/// <param name="Code">One of <see cref="RefusalCodes"/>.</param>
/// <param name="Field">The field at fault; null when the whole body is.</param>
/// <param name="Message">The reason in words.</param>
public sealed record EventRefusal(string Code, string? Field, string Message);

/// <summary>The closed list of reasons for refusing an event.</summary>
public static class RefusalCodes
{
    /// <summary>Not JSON, or not an object.</summary>
    public const string MalformedJson = "malformed_json";

    /// <summary>A required field is absent.</summary>
    public const string MissingField = "missing_field";

    /// <summary>A field has the wrong type or range.</summary>
    public const string InvalidField = "invalid_field";

    /// <summary>The type is not one we know.</summary>
    public const string UnknownType = "unknown_type";

    /// <summary>The ISIN is not one.</summary>
    public const string InvalidIsin = "invalid_isin";

    /// <summary>Payload and envelope name different bonds.</summary>
    public const string IsinMismatch = "isin_mismatch";

    /// <summary>Dated later than our clock plus the allowed skew.</summary>
    public const string FutureTimestamp = "future_timestamp";

    /// <summary>The bid exceeds the ask and the venue does not say that this is meant.</summary>
    public const string CrossedMarket = "crossed_market";

    /// <summary>The event is larger than any event can be.</summary>
    public const string TooLarge = "too_large";

    /// <summary>The event was well-formed, but handling it failed for a reason of ours.</summary>
    public const string HandlingFailed = "handling_failed";
}
