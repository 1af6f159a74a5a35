using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>What a transaction belongs to: an <see cref="OperationReference"/>, <see cref="OrderReference"/> or <see cref="TradeReference"/>.</summary>
public abstract record TransactionReference
{
    private protected TransactionReference()
    {
    }
}

/// <summary>A payment, correction or reservation.</summary>
/// <param name="Operation">Which.</param>
public sealed record OperationReference(CommandId Operation) : TransactionReference;

/// <summary>An order.</summary>
/// <param name="Certificate">In which market.</param>
/// <param name="Order">Which.</param>
public sealed record OrderReference(CertificateType Certificate, OrderId Order) : TransactionReference;

/// <summary>A trade.</summary>
/// <param name="Certificate">In which market.</param>
/// <param name="Trade">Which.</param>
public sealed record TradeReference(CertificateType Certificate, TradeId Trade) : TransactionReference;
