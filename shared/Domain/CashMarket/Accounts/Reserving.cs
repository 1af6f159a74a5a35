using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>
/// Locks assets before orders are sent, so that no two orders count on the same assets. First reserve, then send the command; when its
/// journal entry is applied (<see cref="Settlement"/>), the reservation ends and the orders take their own locks in the same step. If
/// the command is never sent, release; if the market had it already, settle first and then release. Each may be asked any number of times.
/// </summary>
public static class Reserving
{
    /// <summary>Locks assets for a command.</summary>
    /// <param name="account">Whose assets.</param>
    /// <param name="operation">The id of the command that will place the orders.</param>
    /// <param name="amounts">How much of each asset.</param>
    /// <param name="now">When.</param>
    /// <returns>
    /// Unchanged when the same is reserved already. Refused with <see cref="InsufficientAssets"/>, <see cref="OperationDiffers"/> when other
    /// amounts are reserved, or <see cref="OperationFinished"/> when the reservation has ended: then the command must not count on it.
    /// </returns>
    /// <exception cref="ArgumentException">No operation, a negative amount, or nothing at all.</exception>
    public static AccountResult Reserve(Account account, CommandId operation, AssetAmounts amounts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(amounts);
        if (operation == default) throw new ArgumentException("An operation has an id.", nameof(operation));
        if (amounts.IsNone || amounts.Present.Any(a => a.IsNegative)) throw new ArgumentException("A reservation is positive.", nameof(amounts));
        if (account.Finished.Contains(operation)) return AccountResult.Refused(account, new OperationFinished(operation));
        if (account.ReservationOf(operation) is { } open)
        {
            return open.Amounts == amounts
                ? AccountResult.Unchanged(account)
                : AccountResult.Refused(account, new OperationDiffers(operation, open.Amounts));
        }

        if (Placing.Missing(account, amounts) is { } insufficient) return AccountResult.Refused(account, insufficient);
        var posting = new Posting(account, now);
        foreach (var amount in amounts.Present) posting.Lock(amount, TransactionReason.Reserve, new OperationReference(operation));
        posting.Account = posting.Account with { Reservations = account.Reservations.Add(new(operation, amounts, now)) };
        return posting.Result;
    }

    /// <summary>
    /// Gives back what was reserved for a command, and refuses to reserve for it from now on: an attempt to reserve that comes late must not
    /// lock what nobody will release. Without a reservation, only the latter.
    /// </summary>
    public static AccountResult Release(Account account, CommandId operation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (account.Finished.Contains(operation)) return AccountResult.Unchanged(account);
        var posting = new Posting(account, now);
        End(posting, operation);
        if (!posting.Account.Finished.Contains(operation)) posting.Account = posting.Account.Finish(operation);
        return posting.Result;
    }

    /// <summary>Ends a reservation, if there is one.</summary>
    internal static void End(Posting posting, CommandId operation)
    {
        if (posting.Account.ReservationOf(operation) is not { } open) return;
        foreach (var amount in open.Amounts.Present) posting.Lock(-amount, TransactionReason.Release, new OperationReference(operation));
        posting.Account = posting.Account.Finish(operation);
    }
}
