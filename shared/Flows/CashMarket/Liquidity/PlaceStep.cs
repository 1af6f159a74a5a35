using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Operations;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>Appends all orders of a plan to its market's journal as one command, and cancels what rests of them.</summary>
public sealed class PlaceStep(Markets markets, AnnounceMarkets announce, SettleAccounts settle) : IReversibleStep
{
    /// <inheritdoc/>
    public async Task<BatchOutcome> DoAsync(OperationDocument document, StepBatch batch, CancellationToken cancellationToken)
    {
        var leg = Leg(document, batch);
        var plan = document.Plan.Previews.First(p => p.Request.Certificate == leg.Certificate);
        var entry = await markets[leg.Certificate].AppendAsync(
            leg.Place,
            MarketSources.Of(document.Operation.Id),
            document.Since[leg.Certificate],
            market => new PlaceOrders(leg.Place, [.. plan.Orders.Select((o, i) => new NewOrder(
                OrderNumbers.At(market.Position + 1, i), o.Account, o.Owner, o.Side, o.Price, o.Quantity))]),
            cancellationToken);
        await announce.PublishAsync(leg.Certificate, entry.Sequence, cancellationToken);
        if (entry.Rejection is { } rejected) return BatchOutcome.Failed(batch, Refusals.Of(rejected.Reason).Message);
        var placed = Placed(leg.Certificate, entry);
        return BatchOutcome.Done(
            batch,
            FormattableString.Invariant($"{placed.Orders.Length} orders placed in {leg.Certificate}, entry {entry.Sequence} of its journal."),
            d => d.WithPlaced(placed));
    }

    /// <inheritdoc/>
    public async Task<BatchOutcome> UndoAsync(OperationDocument document, StepBatch batch, CancellationToken cancellationToken)
    {
        var leg = Leg(document, batch);
        var market = markets[leg.Certificate];
        var since = document.Since[leg.Certificate];
        // From here on the command cannot arrive any more; whether it did before is now known.
        var entry = await market.VoidAsync(leg.Place, since, cancellationToken);
        if (entry is null || entry.Rejection is not null) return BatchOutcome.Done(batch, $"No orders had been placed in {leg.Certificate}.");
        var (placed, words) = await CancelAsync(Placed(leg.Certificate, entry), leg, since, cancellationToken);
        return BatchOutcome.Done(batch, words, d => d.WithPlaced(placed));
    }

    /// <summary>Cancels what rests of a leg's orders; what has traded is a fact and stays.</summary>
    public async Task<(PlacedLeg Placed, string Words)> CancelAsync(
        PlacedLeg placed, OperationLeg leg, long since, CancellationToken cancellationToken)
    {
        var market = markets[leg.Certificate];
        var entry = await market.AppendAsync(
            leg.Cancel,
            MarketSources.Liquidity + "cancellation",
            since,
            m => new CancelOrders(leg.Cancel, [.. placed.Orders.Where(o => m.Find(o.Id) is not null).Select(o => new OwnedOrder(o.Id, o.Account))]),
            cancellationToken);
        await settle.SettleAsync([.. placed.Orders.Select(o => o.Account).Distinct()], cancellationToken);
        await announce.PublishAsync(leg.Certificate, entry.Sequence, cancellationToken);
        var cancelled = entry.Events.OfType<OrderCancelled>().ToDictionary(e => e.Order, e => e.Quantity);
        var orders = placed.Orders.Select(o => o with { Cancelled = cancelled.GetValueOrDefault(o.Id) }).ToImmutableArray();
        var kept = orders.Sum(o => o.Quantity.Value - o.Cancelled.Value);
        var words = FormattableString.Invariant($"{cancelled.Count} orders cancelled in {leg.Certificate}");
        return (
            placed with { Orders = orders, IsCancelled = true },
            kept == 0 ? words + "." : FormattableString.Invariant($"{words}; {kept} certificates had traded or were cancelled before and stay as they are."));
    }

    private static OperationLeg Leg(OperationDocument document, StepBatch batch) =>
        document.Operation.Legs[document.Operation.Steps[batch.Steps[0]].Leg];

    private static PlacedLeg Placed(CertificateType certificate, JournalDocument entry) => new(
        certificate,
        entry.Sequence,
        [.. entry.Events.OfType<OrderAccepted>().Select(e => e.Order).Select(o =>
            new PlacedOrder(o.Id, o.Account, o.Side, o.Limit!.Value, o.Quantity, default))],
        IsCancelled: false);
}
