namespace LiquidityRisk.Domain.CashMarket.Matching;

/// <summary>Why an order became smaller.</summary>
public enum ReduceReason
{
    /// <summary>It was asked for.</summary>
    Requested,

    /// <summary>It met an order of its own owner.</summary>
    SelfTrade,
}
