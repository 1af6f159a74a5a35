namespace LiquidityRisk.Domain.CashMarket.Operations;

/// <summary>What an operation does to a market's liquidity.</summary>
public enum OperationKind
{
    /// <summary>Places a plan's orders; undone when it fails.</summary>
    Creation,

    /// <summary>Cancels what rests of an earlier creation; not undone, tried again.</summary>
    Withdrawal,
}
