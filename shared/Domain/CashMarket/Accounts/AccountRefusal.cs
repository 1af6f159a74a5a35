using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>Why something was not done to an account, which is as it was. The records of this file are the whole list.</summary>
public abstract record AccountRefusal
{
    private protected AccountRefusal()
    {
    }
}

/// <summary>Less is available than is needed.</summary>
/// <param name="Shortfalls">Every asset of which there is not enough; never empty.</param>
public sealed record InsufficientAssets(ImmutableArray<AssetShortfall> Shortfalls) : AccountRefusal;

/// <summary>A market maker of this kind does not place such orders.</summary>
/// <param name="Kind">The account's kind.</param>
/// <param name="Side">What it must not do.</param>
public sealed record SideNotAllowed(AccountKind Kind, OrderSide Side) : AccountRefusal;

/// <summary>A market maker of this kind is not funded with this asset.</summary>
/// <param name="Kind">The account's kind.</param>
/// <param name="Asset">The asset.</param>
public sealed record AssetNotAllowed(AccountKind Kind, Asset Asset) : AccountRefusal;

/// <summary>The order names another account or owner.</summary>
/// <param name="Order">Which.</param>
public sealed record OrderOfAnotherAccount(OrderId Order) : AccountRefusal;

/// <summary>A buy order without a limit has no largest cost, so nothing can be locked that surely covers it.</summary>
/// <param name="Order">Which.</param>
public sealed record BuyWithoutLimit(OrderId Order) : AccountRefusal;

/// <summary>A reservation that has ended is not made again.</summary>
/// <param name="Operation">Which.</param>
public sealed record OperationFinished(CommandId Operation) : AccountRefusal;

/// <summary>The operation has an open reservation of other amounts.</summary>
/// <param name="Operation">Which.</param>
/// <param name="Amounts">What is reserved.</param>
public sealed record OperationDiffers(CommandId Operation, AssetAmounts Amounts) : AccountRefusal;

/// <summary>Entries of the journal are missing in between: those from <paramref name="Expected"/> to before <paramref name="Given"/> come first.</summary>
/// <param name="Certificate">Which market.</param>
/// <param name="Expected">Sequence of the next entry to apply.</param>
/// <param name="Given">Sequence of the entry that was given.</param>
public sealed record EntriesMissing(CertificateType Certificate, long Expected, long Given) : AccountRefusal;

/// <summary>
/// The journal asks more of the account than it has, so an order reached the market without its lock. Somebody has to look at it; the
/// account does not go on before it is funded.
/// </summary>
/// <param name="Certificate">Which market.</param>
/// <param name="Sequence">Which entry.</param>
/// <param name="Shortfall">What is missing, of the available or of the locked part.</param>
public sealed record EntryNotCovered(CertificateType Certificate, long Sequence, AssetShortfall Shortfall) : AccountRefusal;

/// <summary>A trade in the journal names an arriving order that did not arrive in the same entry: the entry is not what a market wrote.</summary>
/// <param name="Certificate">Which market.</param>
/// <param name="Sequence">Which entry.</param>
/// <param name="Order">The order.</param>
public sealed record EntryNotSound(CertificateType Certificate, long Sequence, OrderId Order) : AccountRefusal;
