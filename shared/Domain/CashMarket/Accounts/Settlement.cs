namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>
/// Carries what happened in a market over to an account. An account follows the whole journal, entry after entry, also those that do not
/// concern it; it may do so late and in steps of any size, and ends up the same. Accounts settle one by one, so the two sides of a trade
/// meet again when both have followed the journal equally far.
/// </summary>
/// <remarks>
/// An entry first ends the account's reservation for its command, then locks what accepted orders need, pays trades at the maker's price,
/// and unlocks what a taker saved against its limit and what was cancelled or taken off. An entry is applied whole or not at all.
/// </remarks>
public static class Settlement
{
    /// <summary>Applies an entry.</summary>
    /// <returns>
    /// Unchanged when it was applied before. Refused with <see cref="EntriesMissing"/> when earlier entries have to come first,
    /// <see cref="EntryNotCovered"/> or <see cref="EntryNotSound"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The entry is of no market, or has an event of no known kind.</exception>
    public static AccountResult Apply(Account account, JournalEntry entry, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(entry);
        var expected = account.Applied[entry.Certificate] + 1;
        if (entry.Sequence < expected) return AccountResult.Unchanged(account);
        if (entry.Sequence > expected) return AccountResult.Refused(account, new EntriesMissing(entry.Certificate, expected, entry.Sequence));

        var posting = new Posting(account, now);
        Reserving.End(posting, entry.Command);
        var settling = new EntrySettlement(posting, entry.Certificate);
        foreach (var happened in entry.Events) settling.Book(happened);
        if (settling.Unsound is { } order) return AccountResult.Refused(account, new EntryNotSound(entry.Certificate, entry.Sequence, order));
        if (posting.Missing is { } missing) return AccountResult.Refused(account, new EntryNotCovered(entry.Certificate, entry.Sequence, missing));
        if (settling.HasArrivals && !posting.Account.Finished.Contains(entry.Command)) posting.Account = posting.Account.Finish(entry.Command);
        posting.Account = posting.Account with { Applied = account.Applied.With(entry.Certificate, entry.Sequence) };
        return posting.Result;
    }

    /// <summary>
    /// Applies entries one after another. Stops at the first that is refused: the result is then the account up to there, together with
    /// the reason.
    /// </summary>
    /// <exception cref="ArgumentException">An entry is of no market, or has an event of no known kind.</exception>
    public static AccountResult Apply(Account account, IEnumerable<JournalEntry> entries, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var all = new List<AssetTransaction>();
        foreach (var entry in entries)
        {
            var next = Apply(account, entry, now);
            if (next.Refusal is not null) return new(account, [.. all], next.Refusal);
            account = next.Account;
            all.AddRange(next.Transactions);
        }

        return new(account, [.. all], null);
    }
}
