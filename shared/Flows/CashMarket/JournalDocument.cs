using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>One command and all that it did, as a market's journal keeps it: one document, so that a command is atomic.</summary>
/// <param name="Sequence">Place in the journal, from 1.</param>
/// <param name="At">When it was written; never before the entry before.</param>
/// <param name="Source">On whose behalf, for example <c>client</c> or <c>liquidity 4f1c…</c>: injected liquidity is labelled as such.</param>
/// <param name="Asked">The command.</param>
/// <param name="Events">What happened, in order.</param>
/// <param name="TraceParent">W3C traceparent of what caused it; null when unknown.</param>
public sealed record JournalDocument(
    long Sequence, DateTimeOffset At, string Source, IMarketCommand Asked, ImmutableArray<IMarketEvent> Events, string? TraceParent)
{
    /// <summary>The command's id.</summary>
    public CommandId Command => Asked.Id;

    /// <summary>The entry as accounts settle it.</summary>
    public JournalEntry Entry(CertificateType certificate) => new(certificate, Sequence, Command, Events);

    /// <summary>Why the command was refused; null when it was carried out.</summary>
    public CommandRejected? Rejection => Events is [CommandRejected rejected] ? rejected : null;

    /// <summary>The accounts whose holdings or orders it changed.</summary>
    public IEnumerable<AccountId> Accounts => Events.SelectMany(Concerned).Distinct();

    private static IEnumerable<AccountId> Concerned(IMarketEvent happened) => happened switch
    {
        OrderAccepted e => [e.Order.Account],
        OrderReplaced e => [e.Before.Account],
        OrderReduced e => [e.Account],
        OrderCancelled e => [e.Account],
        TradeExecuted e => [e.MakerAccount, e.TakerAccount],
        _ => [],
    };
}
