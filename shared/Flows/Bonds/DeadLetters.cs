using System.Globalization;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Events that could not be used, kept with their reason until a person looks at them.</summary>
public sealed class DeadLetters(IDocumentStore store, TimeProvider time)
{
    /// <summary>How much of a body is kept, in bytes.</summary>
    public const int MaxBody = 16_384;

    private const int DaysKept = 30;

    /// <summary>Parks letters; one that is there already (delivered twice) stays as it is.</summary>
    public async Task ParkAsync(IReadOnlyList<DeadLetter> letters, CancellationToken cancellationToken)
    {
        foreach (var letter in letters)
        {
            var key = new DocumentKey(Collections.DeadLetters, Day(letter.ReceivedAt), letter.Id);
            await store.WriteAsync(key, letter, ifMatch: null, new DocumentTags(letter.ReceivedAt), cancellationToken);
        }
    }

    /// <summary>Finds a letter by its id; null when there is none (any more).</summary>
    public async Task<DeadLetter?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        for (var back = 0; back <= DaysKept + 1; back++)
        {
            var key = new DocumentKey(Collections.DeadLetters, Day(today.AddDays(-back)), id);
            if (await store.ReadAsync<DeadLetter>(key, cancellationToken) is { } stored) return stored.Body;
        }

        return null;
    }

    /// <summary>Removes a letter; nothing happens when it is gone.</summary>
    public async Task RemoveAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        var key = new DocumentKey(Collections.DeadLetters, Day(letter.ReceivedAt), letter.Id);
        if (await store.ReadAsync<DeadLetter>(key, cancellationToken) is { } stored) await store.DeleteAsync(key, stored.ETag, cancellationToken);
    }

    /// <summary>One page, newest first.</summary>
    /// <param name="limit">1 to 1,000.</param>
    /// <param name="cursor">The previous page's cursor: a UTC day and the store's own cursor within it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentException">The cursor is not one of ours.</exception>
    public async Task<DeadLetterAnswer> ListAsync(int limit, string? cursor, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var (day, within) = ParseCursor(cursor, today);
        var items = new List<DeadLetter>();
        while (items.Count < limit && day > today.AddDays(-DaysKept - 1))
        {
            var query = new ListQuery(
                Collections.DeadLetters, Day(day), NewestFirst: true, Limit: limit - items.Count, Cursor: within);
            var page = await store.ListAsync<DeadLetter>(query, cancellationToken);
            items.AddRange(page.Items.Select(i => i.Body));
            within = page.Cursor;
            if (within is null) day = day.AddDays(-1);
        }

        var more = day > today.AddDays(-DaysKept - 1);
        return new DeadLetterAnswer(items, more ? $"{Day(day)}~{within}" : null);
    }

    private static (DateOnly Day, string? Within) ParseCursor(string? cursor, DateOnly today)
    {
        if (cursor is null) return (today, null);
        var parts = cursor.Split('~', 2);
        return parts.Length == 2 && DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day, parts[1].Length == 0 ? null : parts[1])
            : throw new ArgumentException("The cursor is not one that a dead-letter list gave.", nameof(cursor));
    }

    private static string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(at.UtcDateTime));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
