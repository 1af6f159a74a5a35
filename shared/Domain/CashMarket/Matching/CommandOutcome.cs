namespace LiquidityRisk.Domain.CashMarket.Matching;

/// <summary>What became of a command.</summary>
public enum CommandOutcome
{
    /// <summary>It was carried out.</summary>
    Applied,

    /// <summary>It was refused.</summary>
    Rejected,

    /// <summary>It had been here before, so nothing happened and nothing was emitted.</summary>
    AlreadyApplied,
}
