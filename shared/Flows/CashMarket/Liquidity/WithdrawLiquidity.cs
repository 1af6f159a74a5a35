using LiquidityRisk.Domain.CashMarket.Operations;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>Takes created liquidity out of the markets again: an operation of its own that cancels what still rests.</summary>
public sealed class WithdrawLiquidity(OperationBook operations, Markets markets, TimeProvider time)
{
    /// <summary>Takes a withdrawal on; asked again under the same id, finds it.</summary>
    /// <exception cref="CashMarketRefusedException">There is nothing to withdraw.</exception>
    public async Task<OperationDocument> WithdrawAsync(Guid creation, Guid id, string? comment, string by, CancellationToken cancellationToken)
    {
        if (await operations.ReadAsync(id, cancellationToken) is { } earlier) return earlier;
        var created = await operations.FindAsync(creation, cancellationToken);
        if (created.Operation is not { Kind: OperationKind.Creation, Status: OperationStatus.Completed })
            throw Refusals.Conflict("nothing_to_withdraw", null, "Only a completed creation can be withdrawn.");
        if (created.Placed.All(p => p.IsCancelled)) throw Refusals.Conflict("nothing_to_withdraw", null, "It has been withdrawn already.");
        var legs = created.Operation.Legs.Select(l => l with
        {
            Cancel = DerivedIds.Command("withdraw", id.ToString("N"), l.Certificate.Value),
            Locks = [],
        });
        var operation = LiquidityOperation.Withdraw(id, by, [.. legs], time.GetUtcNow());
        var document = new OperationDocument(
            operation, null, created.Plan, creation, comment, await markets.PositionsAsync(cancellationToken), created.Placed, [], [], null);
        return await operations.OpenAsync(
            document, new("withdrawal_requested", by, $"Orders of {created.Ticket?.TicketId} are to be cancelled."), cancellationToken);
    }
}
