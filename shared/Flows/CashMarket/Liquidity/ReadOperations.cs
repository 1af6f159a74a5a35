using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Domain.CashMarket.Operations;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>Operations for somebody to look at.</summary>
public sealed class ReadOperations(OperationBook operations, Markets markets)
{
    /// <summary>A page of operations, newest first.</summary>
    public async Task<OperationListAnswer> ListAsync(
        CertificateType? certificate, OperationStatus? status, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var (items, next) = await operations.ListAsync(certificate, status, limit, cursor, cancellationToken);
        return new([.. items.Select(OperationAnswers.Summary)], next);
    }

    /// <summary>An operation with everything about it.</summary>
    /// <exception cref="CashMarketRefusedException">There is none.</exception>
    public async Task<OperationDetailAnswer> DetailAsync(Guid id, CancellationToken cancellationToken)
    {
        var document = await operations.FindAsync(id, cancellationToken);
        var resting = new Dictionary<(CertificateType, OrderId), Lots>();
        foreach (var leg in document.Placed)
        {
            var waiting = await markets[leg.Certificate].ReadAsync(
                r => leg.Orders.Select(o => r.Find(o.Id)).Where(o => o is not null).Select(o => o!.Value).ToList(), cancellationToken);
            foreach (var order in waiting) resting[(leg.Certificate, order.Id)] = order.Remaining;
        }

        return OperationAnswers.Detail(document, (certificate, order) => resting.TryGetValue((certificate, order), out var left) ? left : null);
    }
}
