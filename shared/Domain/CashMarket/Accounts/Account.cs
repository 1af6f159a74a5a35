using System.Collections.Immutable;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>
/// What a client or market maker has in the certificate market. Changed only by <see cref="Funding"/>, <see cref="Reserving"/> and
/// <see cref="Settlement"/>, each of which says every change as an <see cref="AssetTransaction"/>.
/// </summary>
/// <param name="Id">Which account.</param>
/// <param name="Owner">The beneficial owner behind it.</param>
/// <param name="Kind">What it may do.</param>
/// <param name="Holdings">What it has.</param>
/// <param name="Applied">How far it has followed each market's journal.</param>
/// <param name="Reservations">The open reservations, oldest first.</param>
/// <param name="Finished">Operations that must not happen again, oldest first: what was paid in or out, reservations that ended and its commands that placed or replaced orders.</param>
/// <param name="LastTransaction">Number of its last transaction; 0 before the first.</param>
public sealed record Account(
    AccountId Id,
    OwnerId Owner,
    AccountKind Kind,
    Holdings Holdings,
    JournalPositions Applied,
    ImmutableArray<Reservation> Reservations,
    ImmutableArray<CommandId> Finished,
    long LastTransaction)
{
    /// <summary>
    /// How many finished operations an account knows again; older ones are forgotten, so that an account does not grow for ever. About
    /// 35 bytes each where it is stored.
    /// </summary>
    public const int RememberedOperations = 128;

    /// <summary>A new account with nothing in it.</summary>
    /// <param name="id">Which account.</param>
    /// <param name="owner">The beneficial owner behind it.</param>
    /// <param name="kind">What it may do.</param>
    /// <param name="opened">Where the journals stand: no earlier entry can concern a new account.</param>
    /// <exception cref="ArgumentException">No id or no owner.</exception>
    public static Account Open(AccountId id, OwnerId owner, AccountKind kind, JournalPositions opened)
    {
        if (id == default) throw new ArgumentException("An account has an id.", nameof(id));
        if (owner == default) throw new ArgumentException("An account has an owner.", nameof(owner));
        return new(id, owner, kind, Holdings.None, opened, [], [], 0);
    }

    /// <summary>The open reservation of an operation; null when there is none.</summary>
    public Reservation? ReservationOf(CommandId operation) => Reservations.FirstOrDefault(r => r.Operation == operation);

    /// <summary>This account with an operation that must not happen again.</summary>
    internal Account Finish(CommandId operation) => this with
    {
        Reservations = Reservations.RemoveAll(r => r.Operation == operation),
        Finished = (Finished.Length < RememberedOperations ? Finished : Finished.RemoveAt(0)).Add(operation),
    };
}
