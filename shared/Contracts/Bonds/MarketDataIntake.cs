using System.Text.Json;
using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>Body of <c>POST /api/v1/market-data/events</c>.</summary>
/// <param name="Events">1 to 1,000 events, each judged on its own.</param>
[JsonExample("""
    {
      "events": [
        {
          "type": "microstructure",
          "source": "venue-1",
          "sequence": 1,
          "isin": "US0378331005",
          "timestamp": "2026-01-05T09:00:00Z",
          "payload": {"bid": 100.5, "ask": 100.75, "bid_size": 1000000, "ask_size": 1000000, "trades_count": 12, "volume_face": 10000000}
        }
      ]
    }
    """)]
public sealed record MarketDataRequest([property: JsonShape(typeof(MarketDataEvent))] IReadOnlyList<JsonElement>? Events);

/// <summary>What became of each event of a request.</summary>
/// <param name="Accepted">How many went to the hub.</param>
/// <param name="Rejected">How many were refused.</param>
/// <param name="Results">One per event, in order.</param>
public sealed record MarketDataAnswer(int Accepted, int Rejected, IReadOnlyList<EventAcceptance> Results);

/// <summary>What became of one event.</summary>
/// <param name="Index">Its place in the request, from 0.</param>
/// <param name="Accepted">Whether it went to the hub.</param>
/// <param name="Code">Name of the reason when refused.</param>
/// <param name="Field">The field at fault when refused.</param>
/// <param name="Message">The reason in words when refused.</param>
public sealed record EventAcceptance(int Index, bool Accepted, string? Code, string? Field, string? Message);

/// <summary>An event that could not be used.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="ReceivedAt">When it reached us.</param>
/// <param name="Code">Name of the reason.</param>
/// <param name="Field">The field at fault; null when the whole body is.</param>
/// <param name="Message">The reason in words.</param>
/// <param name="Body">The event as it came; cut after 16,384 characters.</param>
/// <param name="Origin">Hub and place in it.</param>
public sealed record DeadLetter(
    string Id, DateTimeOffset ReceivedAt, string Code, string? Field, string Message, string Body, string Origin);

/// <summary>One page of dead letters, newest first.</summary>
/// <param name="Items">The letters.</param>
/// <param name="NextCursor">Asks for the next page; null on the last.</param>
public sealed record DeadLetterAnswer(IReadOnlyList<DeadLetter> Items, string? NextCursor);

/// <summary>Body of <c>POST /api/v1/market-data/dead-letters/{id}/resubmit</c>.</summary>
/// <param name="Event">The corrected event; absent sends it as it came.</param>
public sealed record ResubmitRequest(JsonElement? Event);

/// <summary>What the audit keeps of a resubmission.</summary>
/// <param name="Letter">The event that could not be used, with its reason.</param>
/// <param name="Event">What was sent in its place.</param>
public sealed record ResubmittedEvent(DeadLetter Letter, JsonElement Event);
