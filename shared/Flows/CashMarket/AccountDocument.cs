using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>Everything stored about one account.</summary>
/// <param name="Account">What it has.</param>
/// <param name="Profile">Whose it is.</param>
/// <param name="IsActive">Whether a market maker may be given orders.</param>
/// <param name="Funded">What was paid in less what was paid out.</param>
/// <param name="Latest">
/// The latest transactions, oldest first, saved with the change that they tell of. Older ones have left in pages of
/// <see cref="AccountBook.PageSize"/>.
/// </param>
/// <param name="Orders">A client's orders: all that wait and the last that are done, oldest first.</param>
/// <param name="Seq">Number of the last topic message.</param>
/// <param name="ChangedAt">When it last changed.</param>
/// <param name="Fault">Why it no longer follows the markets, in words; null while all is well.</param>
public sealed record AccountDocument(
    Account Account,
    AccountProfile Profile,
    bool IsActive,
    AssetAmounts Funded,
    ImmutableArray<AssetTransaction> Latest,
    ImmutableArray<OrderRecord> Orders,
    long Seq,
    DateTimeOffset ChangedAt,
    string? Fault)
{
    /// <summary>A new account with nothing in it.</summary>
    public static AccountDocument Open(AccountId id, OwnerId owner, AccountKind kind, JournalPositions opened, AccountProfile profile) =>
        new(Account.Open(id, owner, kind, opened), profile, IsActive: true, AssetAmounts.None, [], [], 0, profile.CreatedAt, null);

    /// <summary>The document after something was asked of the account.</summary>
    public AccountDocument With(AccountResult result, DateTimeOffset now) => result.Transactions.IsEmpty
        ? this with { Account = result.Account }
        : this with
        {
            Account = result.Account,
            Funded = AssetAmounts.Sum(Funded.Present.Concat(Conservation.Funded(result.Transactions).Present)),
            Latest = Latest.AddRange(result.Transactions),
            Seq = Seq + 1,
            ChangedAt = now,
        };
}

/// <summary>Whose an account is.</summary>
/// <param name="Name">Of the client or market maker.</param>
/// <param name="Owner">Who is behind it, by name.</param>
/// <param name="CreatedBy">Who opened it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="CreatedIn">In which request, the same when it is sent again; null for a client's, which is opened when it is first asked for.</param>
public sealed record AccountProfile(string Name, string Owner, string CreatedBy, DateTimeOffset CreatedAt, Guid? CreatedIn = null);

/// <summary>What lists see of an account.</summary>
/// <param name="Id">Which.</param>
/// <param name="Kind">What it may do.</param>
/// <param name="Seq">Number of the last topic message.</param>
/// <param name="HasFault">Whether it no longer follows the markets.</param>
/// <param name="Reserved">When its oldest open reservation was made; null without one.</param>
public sealed record AccountHead(AccountId Id, AccountKind Kind, long Seq, bool HasFault, DateTimeOffset? Reserved);

/// <summary>Transactions that left their account's document.</summary>
/// <param name="Transactions">Oldest first.</param>
public sealed record TransactionPage(ImmutableArray<AssetTransaction> Transactions);
