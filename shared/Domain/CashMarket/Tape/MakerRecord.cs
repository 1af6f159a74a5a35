using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Liquidity;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>
/// What a market maker's account did in one market on the last 30 days in UTC, today included. Follows the journal entry by entry; plain
/// data to store.
/// </summary>
/// <remarks>
/// Between two entries the prices after the first one stand. An entry at or before <see cref="Sequence"/> changes nothing, so that one may
/// come twice; one whose clock is behind counts as at the time of the entry before it. A time that runs over midnight counts to both days.
/// </remarks>
/// <param name="Account">Whose.</param>
/// <param name="Sequence">The last entry that it includes.</param>
/// <param name="At">When that was, in UTC.</param>
/// <param name="Quote">The best prices since then.</param>
/// <param name="Earlier">The days before today, oldest first, without gaps from the first one on; at most 29.</param>
/// <param name="Today">The day of <paramref name="At"/>.</param>
public sealed record MakerRecord(
    AccountId Account, long Sequence, DateTimeOffset At, MakerQuote Quote, ImmutableArray<MakerDay> Earlier, MakerDay Today)
{
    /// <summary>Days that are kept, today included.</summary>
    public const int MaxDays = 30;

    /// <summary>A record that begins.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="sequence">The last entry of the journal that it does not follow any more; 0 to follow all.</param>
    /// <param name="at">When it begins.</param>
    /// <param name="quote">The best prices then.</param>
    public static MakerRecord Begin(AccountId account, long sequence, DateTimeOffset at, MakerQuote quote = default) =>
        new(account, sequence, at.ToUniversalTime(), quote, [], MakerDay.Begin(DateOf(at)));

    /// <summary>The record after a further entry of the journal. Entries come in order; also those of others matter, as they move the best prices.</summary>
    /// <exception cref="ArgumentException">The entry is <c>default</c>.</exception>
    public MakerRecord With(in MakerEntry entry)
    {
        if (entry.Events is null) throw new ArgumentException("An entry has events.", nameof(entry));
        if (entry.Sequence <= Sequence) return this;
        var seen = Until(entry.At);
        return seen with { Sequence = entry.Sequence, Quote = entry.After, Today = seen.Today.With(Account, entry.Events) };
    }

    /// <summary>How well the maker did its job.</summary>
    /// <param name="now">Until when; not before <see cref="At"/>, which is used instead.</param>
    /// <param name="days">Over how many days in UTC, today included: 1 to <see cref="MaxDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too few or too many days.</exception>
    public MakerPerformance Performance(DateTimeOffset now, int days = MaxDays)
    {
        if (days is < 1 or > MaxDays) throw new ArgumentOutOfRangeException(nameof(days), days, "A record has 1 to 30 days.");
        var seen = Until(now);
        return MakerPerformance.Of(seen.Sum(days), seen.At);
    }

    /// <summary>Orders placed, replaced or cancelled and trades on the last 30 days in UTC, for the check of conduct.</summary>
    /// <param name="now">Which day is today; not before that of <see cref="At"/>.</param>
    public MakerActivity Activity(DateTimeOffset now)
    {
        var sum = Until(now).Sum(MaxDays);
        return new(sum.Placed + sum.Replaced + sum.Cancelled, sum.Trades);
    }

    private static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static DateTimeOffset MidnightOf(DateOnly date) => new(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    // The record with the time since the last entry, in which nothing happened.
    private MakerRecord Until(DateTimeOffset at)
    {
        var now = at > At ? at.ToUniversalTime() : At;
        var date = DateOf(now);
        if (date == Today.Date) return this with { At = now, Today = Today.Observe(Quote, now - At) };
        var first = date.AddDays(1 - MaxDays);
        var days = Earlier.ToBuilder();
        var (today, from) = (Today, At);
        if (today.Date < first) (today, from) = (MakerDay.Begin(first), MidnightOf(first));
        while (today.Date < date)
        {
            var midnight = MidnightOf(today.Date.AddDays(1));
            days.Add(today.Observe(Quote, midnight - from));
            (today, from) = (MakerDay.Begin(DateOf(midnight)), midnight);
        }

        return this with { At = now, Earlier = [.. days.Where(d => d.Date >= first)], Today = today.Observe(Quote, now - from) };
    }

    private MakerDay Sum(int days)
    {
        var first = Today.Date.AddDays(1 - days);
        var sum = MakerDay.Begin(first);
        foreach (var day in Earlier)
            if (day.Date >= first) sum = sum.Plus(day);
        return sum.Plus(Today);
    }
}
