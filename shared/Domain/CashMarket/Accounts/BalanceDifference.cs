using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>Something in which accounts and markets do not agree. The records of this file are the whole list.</summary>
public abstract record BalanceDifference
{
    private protected BalanceDifference()
    {
    }
}

/// <summary>All accounts together have not what was paid in less what was paid out.</summary>
/// <param name="Expected">What was paid in less what was paid out.</param>
/// <param name="Actual">What the accounts have, available and locked.</param>
public sealed record TotalDiffers(AssetAmount Expected, AssetAmount Actual) : BalanceDifference;

/// <summary>An account has not locked what its resting orders and open reservations need.</summary>
/// <param name="Account">Which.</param>
/// <param name="Expected">What they need.</param>
/// <param name="Actual">What is locked.</param>
public sealed record LockedDiffers(AccountId Account, AssetAmount Expected, AssetAmount Actual) : BalanceDifference;

/// <summary>An account has not followed a market's journal exactly as far as the book it was compared with; other differences may come from that.</summary>
/// <param name="Account">Which.</param>
/// <param name="Certificate">Which market.</param>
/// <param name="Applied">How far the account is.</param>
/// <param name="Book">How far the book is.</param>
public sealed record PositionDiffers(AccountId Account, CertificateType Certificate, long Applied, long Book) : BalanceDifference;

/// <summary>An order rests for an account that is not among those compared.</summary>
/// <param name="Certificate">In which market.</param>
/// <param name="Order">Which.</param>
/// <param name="Account">The account that it names.</param>
public sealed record OrderWithoutAccount(CertificateType Certificate, OrderId Order, AccountId Account) : BalanceDifference;
