namespace LiquidityRisk.Domain.CashMarket.Matching;

/// <summary>Which way an order goes.</summary>
public enum OrderSide
{
    /// <summary>A bid: euros for certificates.</summary>
    Buy,

    /// <summary>An ask: certificates for euros.</summary>
    Sell,
}
