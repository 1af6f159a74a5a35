using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Operations;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>Puts operations into the words of the contract.</summary>
public static class OperationAnswers
{
    /// <summary>Where an operation stands.</summary>
    public static OperationAnswer Summary(OperationDocument document)
    {
        var (operation, placed) = (document.Operation, document.Placed.SelectMany(p => p.Orders).ToList());
        return new(
            operation.Id.ToString("N"),
            document.Ticket?.TicketId,
            SnakeCase.Of(operation.Kind),
            SnakeCase.Of(operation.Status),
            Step(operation),
            operation.Percent,
            [.. operation.Legs.Select(l => l.Certificate.Value)],
            document.Plan.Previews.Sum(p => p.Request.BidAmount.Amount),
            document.Plan.Previews.Sum(p => p.Request.AskAmount.Amount),
            placed.Where(o => o.Side == OrderSide.Buy).Sum(o => o.KeptEuros),
            placed.Where(o => o.Side == OrderSide.Sell).Sum(o => o.KeptEuros),
            placed.Count,
            operation.RequestedBy,
            operation.CreatedAt,
            operation.Deadline,
            operation.Decision?.By,
            operation.FinishedAt,
            operation.Reason,
            document.Notes,
            document.Withdraws?.ToString("N"),
            $"/api/v1/liquidity/operations/{operation.Id:N}");
    }

    /// <summary>An operation with everything about it.</summary>
    /// <param name="document">The operation.</param>
    /// <param name="remaining">What of an order still waits; null when nothing does.</param>
    public static OperationDetailAnswer Detail(OperationDocument document, Func<CertificateType, OrderId, Lots?> remaining) => new(
        Summary(document),
        PlanAnswers.Plans(document.Plan),
        Uses(document),
        [.. document.Placed.SelectMany(p => p.Orders.Select(o => Order(p, o, remaining(p.Certificate, o.Id))))],
        [.. document.Operation.Steps.Select(s => Step(document, s))],
        [.. document.Log.Select(l => new TicketAnswer(l.TicketId, l.Step, l.Actor, l.At, l.Detail))],
        document.Differences,
        document.Operation.Decision?.Comment);

    private static string Step(LiquidityOperation operation) => operation switch
    {
        { Status: OperationStatus.AwaitingApproval } => "decide",
        { Status: OperationStatus.RollingBack } => "undo",
        { IsTerminal: true } => "done",
        _ => operation.CurrentStep is { } step ? SnakeCase.Of(step) : "done",
    };

    private static List<MakerUseAnswer> Uses(OperationDocument document) =>
    [
        .. document.Operation.Legs.SelectMany(l => l.Locks).GroupBy(l => (l.Account, l.Amount.Asset)).Select(g => new MakerUseAnswer(
            g.Key.Account.Value.ToString("N"),
            document.Plan.NameOf(g.Key.Account),
            document.Plan.Makers.TryGetValue(g.Key.Account, out var maker) ? AccountAnswers.Of(maker.Kind) : "",
            AccountAnswers.Of(g.Key.Asset),
            g.Sum(l => l.Amount.Value))),
    ];

    private static OperationOrderAnswer Order(PlacedLeg leg, PlacedOrder o, Lots? remaining) => new(
        o.Id.ToString(),
        leg.Certificate.Value,
        o.Account.Value.ToString("N"),
        MarketAnswers.Of(o.Side),
        o.Price.Euros,
        o.Quantity.Value,
        remaining?.Value ?? 0,
        remaining is not null ? "open" : o.Cancelled.IsZero ? "done" : "cancelled");

    private static OperationStepAnswer Step(OperationDocument document, OperationStep step)
    {
        var certificate = step.Leg >= 0 ? " " + document.Operation.Legs[step.Leg].Certificate : "";
        var maker = step.Account == default ? "" : " for " + document.Plan.NameOf(step.Account);
        return new(
            SnakeCase.Of(step.Name) + certificate + maker,
            SnakeCase.Of(step.State),
            step.At,
            step.Detail,
            step.Undo is { } undo ? SnakeCase.Of(undo) : null,
            step.UndoDetail);
    }
}
