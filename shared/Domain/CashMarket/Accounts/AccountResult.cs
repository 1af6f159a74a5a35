using System.Collections.Immutable;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>An account after something was asked of it.</summary>
/// <param name="Account">The account; as it was when nothing was to be done or all was refused.</param>
/// <param name="Transactions">What changed, oldest first; to be stored together with the account.</param>
/// <param name="Refusal">Why not everything that was asked happened; null when it did, now or before.</param>
public sealed record AccountResult(Account Account, ImmutableArray<AssetTransaction> Transactions, AccountRefusal? Refusal)
{
    /// <summary>There was nothing to do, most often because it was done before.</summary>
    internal static AccountResult Unchanged(Account account) => new(account, [], null);

    /// <summary>It was not done.</summary>
    internal static AccountResult Refused(Account account, AccountRefusal why) => new(account, [], why);
}
