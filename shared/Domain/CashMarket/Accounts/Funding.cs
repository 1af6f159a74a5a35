using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>Pays into accounts and out of them. An operation that comes a second time changes nothing.</summary>
public static class Funding
{
    /// <summary>Pays in.</summary>
    /// <returns>Refused with <see cref="AssetNotAllowed"/> when the account's kind is not funded with the asset.</returns>
    /// <exception cref="ArgumentException">No operation, or an amount that is not positive.</exception>
    public static AccountResult Deposit(Account account, CommandId operation, AssetAmount amount, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (!account.Kind.MayReceive(amount.Asset)) return AccountResult.Refused(account, new AssetNotAllowed(account.Kind, amount.Asset));
        return Pay(account, operation, Positive(amount), TransactionReason.Deposit, now);
    }

    /// <summary>Pays out of what is available.</summary>
    /// <returns>Refused with <see cref="InsufficientAssets"/> when less is available.</returns>
    /// <exception cref="ArgumentException">No operation, or an amount that is not positive.</exception>
    public static AccountResult Withdraw(Account account, CommandId operation, AssetAmount amount, DateTimeOffset now) =>
        Pay(account, operation, -Positive(amount), TransactionReason.Withdrawal, now);

    /// <summary>Corrects what is available, up or down, for any kind of account.</summary>
    /// <returns>Refused with <see cref="InsufficientAssets"/> when less is available than is taken away.</returns>
    /// <exception cref="ArgumentException">No operation, or no amount.</exception>
    public static AccountResult Adjust(Account account, CommandId operation, AssetAmount change, DateTimeOffset now)
    {
        if (change.IsZero) throw new ArgumentException("An adjustment changes something.", nameof(change));
        return Pay(account, operation, change, TransactionReason.Adjustment, now);
    }

    private static AccountResult Pay(Account account, CommandId operation, AssetAmount change, TransactionReason reason, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (operation == default) throw new ArgumentException("An operation has an id.", nameof(operation));
        if (account.Finished.Contains(operation)) return AccountResult.Unchanged(account);
        var posting = new Posting(account, now);
        posting.Pay(change, reason, new OperationReference(operation));
        if (posting.Missing is { } missing) return AccountResult.Refused(account, new InsufficientAssets([missing]));
        posting.Account = posting.Account.Finish(operation);
        return posting.Result;
    }

    private static AssetAmount Positive(AssetAmount amount) =>
        amount.Value > 0 ? amount : throw new ArgumentException("What is paid is positive.", nameof(amount));
}
