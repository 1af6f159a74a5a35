using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Operations;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>Everything stored about an operation.</summary>
/// <param name="Operation">Its steps and where it stands.</param>
/// <param name="Request">What was asked for; null for a withdrawal.</param>
/// <param name="Plan">The plan that is carried out; of a withdrawal the plan of what is withdrawn.</param>
/// <param name="Withdraws">The operation whose orders a withdrawal cancels; null for a creation.</param>
/// <param name="Notes">What the requester said.</param>
/// <param name="Since">Where the journals stood before it began: none of its commands is earlier.</param>
/// <param name="Placed">The orders that were placed, by certificate.</param>
/// <param name="Differences">Why the recheck stopped it, in words.</param>
/// <param name="Log">What happened; only ever added to.</param>
/// <param name="RemindedAt">When approval was reminded of; null before that.</param>
public sealed record OperationDocument(
    LiquidityOperation Operation,
    PlanRequest? Request,
    LiquidityPlan Plan,
    Guid? Withdraws,
    string? Notes,
    JournalPositions Since,
    ImmutableArray<PlacedLeg> Placed,
    ImmutableArray<string> Differences,
    ImmutableArray<TicketLog> Log,
    DateTimeOffset? RemindedAt)
{
    /// <summary>Its first ticket; null before it has one.</summary>
    public TicketLog? Ticket => Log.IsEmpty ? null : Log[0];

    /// <summary>Where its chain of audit records ends.</summary>
    public AuditTail Audit => Log.IsEmpty ? AuditTail.Empty : Log[^1].Record.Tail;

    /// <summary>With the orders of a leg.</summary>
    public OperationDocument WithPlaced(PlacedLeg leg) =>
        this with { Placed = [.. Placed.Where(p => p.Certificate != leg.Certificate), leg] };
}

/// <summary>The orders that were placed in a market.</summary>
/// <param name="Certificate">Which market.</param>
/// <param name="Sequence">Their entry in its journal.</param>
/// <param name="Orders">The orders.</param>
/// <param name="IsCancelled">Whether what rested of them was cancelled, by the undo or a withdrawal.</param>
public sealed record PlacedLeg(CertificateType Certificate, long Sequence, ImmutableArray<PlacedOrder> Orders, bool IsCancelled);

/// <summary>An order that was placed.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Account">Whose.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Price">At which price.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Cancelled">How much of it was cancelled with its leg; the rest had traded or was cancelled before.</param>
public sealed record PlacedOrder(OrderId Id, AccountId Account, OrderSide Side, Ticks Price, Lots Quantity, Lots Cancelled)
{
    /// <summary>What was placed and not cancelled, in euros.</summary>
    public decimal KeptEuros => Price.ValueOf(Quantity - Cancelled).Amount;
}

/// <summary>An entry of an operation's log; also a record of its audit chain.</summary>
/// <param name="TicketId">LIQ-YYYYMMDD-nnnn.</param>
/// <param name="Number">Counts the tickets of all operations.</param>
/// <param name="Step">What happened.</param>
/// <param name="Actor">Who or what did it.</param>
/// <param name="At">When.</param>
/// <param name="Detail">The same in words.</param>
/// <param name="Record">The record as filed.</param>
public sealed record TicketLog(string TicketId, long Number, string Step, string Actor, DateTimeOffset At, string Detail, AuditRecord Record);

/// <summary>What lists see of an operation.</summary>
/// <param name="Id">Which.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Certificates">In which markets.</param>
/// <param name="ChangedAt">When it last changed.</param>
public sealed record OperationHead(Guid Id, OperationStatus Status, ImmutableArray<CertificateType> Certificates, DateTimeOffset ChangedAt);
