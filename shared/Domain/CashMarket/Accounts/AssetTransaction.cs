using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>
/// One change of one asset of an account. Written once and never altered: an account's holding is the sum of its transactions. The
/// transactions of a trade sum to zero for each asset over the two accounts.
/// </summary>
/// <param name="Account">Whose.</param>
/// <param name="Number">1 for an account's first transaction, one more for each next one.</param>
/// <param name="Reason">Why.</param>
/// <param name="Reference">What brought it about.</param>
/// <param name="Available">Change of the available part.</param>
/// <param name="Locked">Change of the locked part; of the same asset.</param>
/// <param name="After">The holding after it.</param>
/// <param name="When">When it was booked.</param>
public sealed record AssetTransaction(
    AccountId Account,
    long Number,
    TransactionReason Reason,
    TransactionReference Reference,
    AssetAmount Available,
    AssetAmount Locked,
    Holding After,
    DateTimeOffset When)
{
    /// <summary>Of which asset.</summary>
    public Asset Asset => Available.Asset;

    /// <summary>Change of the whole holding.</summary>
    public AssetAmount Change => Available + Locked;

    /// <summary>Whether it brought something into the market or out of it; all others only move what is there.</summary>
    public bool CrossesTheBorder => Reason is TransactionReason.Deposit or TransactionReason.Withdrawal or TransactionReason.Adjustment;
}
