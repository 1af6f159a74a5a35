using System.Collections.Immutable;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>
/// Books changes of one account one after another, each with its transaction. The first change that would make a part of a holding
/// negative is not booked, nor is anything after it.
/// </summary>
internal sealed class Posting(Account account, DateTimeOffset now)
{
    private readonly ImmutableArray<AssetTransaction>.Builder _transactions = ImmutableArray.CreateBuilder<AssetTransaction>();

    /// <summary>The account as booked so far.</summary>
    public Account Account { get; set; } = account;

    /// <summary>What was missing; null when everything could be booked.</summary>
    public AssetShortfall? Missing { get; private set; }

    /// <summary>The account and its transactions.</summary>
    public AccountResult Result => new(Account, _transactions.ToImmutable(), null);

    /// <summary>From available to locked; back when negative.</summary>
    public void Lock(AssetAmount amount, TransactionReason reason, TransactionReference reference) => Book(-amount, amount, reason, reference);

    /// <summary>Into available; out of it when negative.</summary>
    public void Pay(AssetAmount amount, TransactionReason reason, TransactionReference reference) =>
        Book(amount, AssetAmount.Zero(amount.Asset), reason, reference);

    /// <summary>Out of locked.</summary>
    public void Spend(AssetAmount amount, TransactionReason reason, TransactionReference reference) =>
        Book(AssetAmount.Zero(amount.Asset), -amount, reason, reference);

    private void Book(AssetAmount available, AssetAmount locked, TransactionReason reason, TransactionReference reference)
    {
        if (Missing is not null || (available.IsZero && locked.IsZero)) return;
        var before = Account.Holdings[available.Asset];
        Missing = Lacking(before.Available, available) ?? Lacking(before.Locked, locked);
        if (Missing is not null) return;

        var after = new Holding(before.Available + available, before.Locked + locked);
        Account = Account with { Holdings = Account.Holdings.With(after), LastTransaction = Account.LastTransaction + 1 };
        _transactions.Add(new(Account.Id, Account.LastTransaction, reason, reference, available, locked, after, now));
    }

    private static AssetShortfall? Lacking(AssetAmount present, AssetAmount change) =>
        (present + change).IsNegative ? new(-change, present) : null;
}
