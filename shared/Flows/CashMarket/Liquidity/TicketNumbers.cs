using System.Collections.Immutable;
using System.Globalization;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>Gives out ticket ids, <c>LIQ-YYYYMMDD-nnnn</c>: counted by day, and the same one again for the same purpose.</summary>
public sealed class TicketNumbers(IDocumentStore store, TimeProvider time)
{
    private const int MaxAttempts = 50;
    private const int Remembered = 200;

    private static readonly DocumentKey Key = new(Collections.Liquidity, "numbers", "tickets");

    /// <summary>The ticket for a purpose.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer, or others were first every time.</exception>
    public async Task<(string TicketId, long Number)> NextAsync(string purpose, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var stored = await store.ReadAsync<TicketCounter>(Key, cancellationToken);
            var counter = stored?.Body ?? new TicketCounter(0, default, 0, []);
            if (counter.Given.LastOrDefault(g => g.Purpose == purpose) is { } given) return (given.TicketId, given.Number);
            var now = time.GetUtcNow();
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            var ofDay = counter.Day == today ? counter.OfDay + 1 : 1;
            var ticket = new GivenTicket(
                purpose, string.Create(CultureInfo.InvariantCulture, $"LIQ-{today:yyyyMMdd}-{ofDay:D4}"), counter.Number + 1);
            var earlier = counter.Given.Length < Remembered ? counter.Given : counter.Given.RemoveAt(0);
            var written = await store.WriteAsync(
                Key, new TicketCounter(ticket.Number, today, ofDay, earlier.Add(ticket)), stored?.ETag, new DocumentTags(now), cancellationToken);
            if (written.Written) return (ticket.TicketId, ticket.Number);
        }

        throw new StoreUnavailableException($"Others took a ticket at every one of {MaxAttempts} attempts.");
    }
}

/// <summary>How many tickets were given out.</summary>
/// <param name="Number">All of them.</param>
/// <param name="Day">The last day, UTC, on which one was.</param>
/// <param name="OfDay">How many on that day.</param>
/// <param name="Given">The last ones, oldest first.</param>
public sealed record TicketCounter(long Number, DateOnly Day, int OfDay, ImmutableArray<GivenTicket> Given);

/// <summary>A ticket that was given out.</summary>
/// <param name="Purpose">For what.</param>
/// <param name="TicketId">Its id.</param>
/// <param name="Number">Counts all tickets.</param>
public sealed record GivenTicket(string Purpose, string TicketId, long Number);
