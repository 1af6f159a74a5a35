using System.Globalization;
using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Security;

/// <summary>Lists unusual access to wallets, newest first, day by day.</summary>
public sealed class ListSecurityEvents(IDocumentStore store, SecurityEvents events, TimeProvider time)
{
    private const int DaysKept = 400;
    private const int MaxDaysOfPage = 31;
    private const int MaxPagesOfPage = 20;
    private const char Mark = '~';

    /// <summary>One page. It may hold fewer than asked for and still name a next one: no more than 31 days are looked through at once.</summary>
    /// <param name="from">Earliest instant, inclusive; null for everything that is kept.</param>
    /// <param name="to">Latest instant, exclusive; null for now.</param>
    /// <param name="wallet">Only those about this wallet; null for all.</param>
    /// <param name="limit">1 to 500.</param>
    /// <param name="cursor">The previous page's cursor: a day and the store's own cursor within it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentException">The cursor is not one of ours.</exception>
    public async Task<SecurityEventListAnswer> ListAsync(
        DateTimeOffset? from, DateTimeOffset? to, WalletAddress? wallet, int limit, string? cursor, CancellationToken cancellationToken)
    {
        await events.StoreAsync(cancellationToken);
        var now = time.GetUtcNow();
        var oldest = now.AddDays(-DaysKept);
        var first = DateOnly.FromDateTime((from is { } start && start > oldest ? start : oldest).UtcDateTime);
        var newest = to is { } end && end < now ? end : now;
        var (day, within) = ParseCursor(cursor, DateOnly.FromDateTime(newest.UtcDateTime));
        List<SecurityEventAnswer> items = [];
        for (var (days, pages) = (0, 0); day >= first && days < MaxDaysOfPage && pages < MaxPagesOfPage && items.Count < limit; pages++)
        {
            var query = new ListQuery(Collections.SecurityEvents, Text(day), from, to, NewestFirst: true, Limit: limit - items.Count, Cursor: within);
            var page = await store.ListAsync<StoredSecurityEvent>(query, cancellationToken);
            items.AddRange(page.Items.Where(i => wallet is null || i.Body.Wallet == wallet.Value.Value).Select(i => i.Body.Answer()));
            within = page.Cursor;
            if (within is not null) continue;
            day = day.AddDays(-1);
            days++;
        }

        return new(items, day < first ? null : $"{Text(day)}{Mark}{within}");
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static (DateOnly Day, string? Within) ParseCursor(string? cursor, DateOnly newest)
    {
        if (cursor is null) return (newest, null);
        var mark = cursor.IndexOf(Mark, StringComparison.Ordinal);
        if (mark < 0 || !DateOnly.TryParseExact(cursor[..mark], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new ArgumentException("The cursor was not given out by this list.", nameof(cursor));
        return (day, cursor.Length > mark + 1 ? cursor[(mark + 1)..] : null);
    }
}
