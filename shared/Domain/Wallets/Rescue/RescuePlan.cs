using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Rescue;

/// <summary>What is done to raise a position's health factor.</summary>
public enum RemedyKind
{
    /// <summary>A debt is paid back out of what lies free in the wallet.</summary>
    Repay,

    /// <summary>What lies free is sold to pay back debts in other tokens.</summary>
    SwapAndRepay,

    /// <summary>What lies free is added to the collateral; only tokens that are collateral of the position already.</summary>
    AddCollateral,

    /// <summary>Collateral is sold for another one of the position with a higher liquidation threshold.</summary>
    SwapCollateral,

    /// <summary>Collateral is taken back and, unless it is the debt's own token, sold to pay back debts.</summary>
    Unwind,
}

/// <summary>A step of a rescue.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="From">The token that is spent: out of the balance, or out of the collateral.</param>
/// <param name="Spent">How much of it.</param>
/// <param name="Value">What that is worth at the mark.</param>
/// <param name="Into">The debt that is paid back, or the collateral that is added.</param>
/// <param name="Received">How much of that.</param>
/// <param name="ExitCost">What the sale costs.</param>
/// <param name="Gas">What the transactions cost.</param>
public sealed record RescueStep(
    RemedyKind Kind, TokenSymbol From, TokenAmount Spent, Usd Value, TokenSymbol Into, TokenAmount Received, Usd ExitCost, Usd Gas);

/// <summary>Steps that together bring a position to its target.</summary>
/// <param name="Steps">In any order.</param>
/// <param name="Gas">What all transactions cost.</param>
/// <param name="ExitCost">What all sales cost.</param>
/// <param name="FactorAfter">The health factor of the position then; null when no debt is left.</param>
/// <param name="IsDominated">Whether another plan costs no more and moves no more, and less of either.</param>
public sealed record RescuePlan(IReadOnlyList<RescueStep> Steps, Usd Gas, Usd ExitCost, HealthFactor? FactorAfter, bool IsDominated)
{
    /// <summary>What it costs in all.</summary>
    public Usd Cost => Gas + ExitCost;

    /// <summary>The value that is spent or sold.</summary>
    public Usd Moved => new(Steps.Sum(s => s.Value.Amount));
}

/// <summary>Why one remedy alone does not bring a position to its target.</summary>
public enum RemedyObstacle
{
    /// <summary>All that there is of the token is not enough, or not without selling so much that it no longer helps.</summary>
    NotEnough,

    /// <summary>It does not help at all: the sale eats what it would gain.</summary>
    GainsNothing,
}

/// <summary>A remedy that does not do it alone.</summary>
/// <param name="Kind">What would be done.</param>
/// <param name="From">With which token.</param>
/// <param name="Into">For which one; null when the proceeds of a sale go to whatever is owed.</param>
/// <param name="Obstacle">Why it does not do it.</param>
public sealed record InfeasibleRemedy(RemedyKind Kind, TokenSymbol From, TokenSymbol? Into, RemedyObstacle Obstacle);

/// <summary>How a position can be brought to a target health factor.</summary>
/// <param name="Best">The cheapest plan; null when none is needed or none is possible.</param>
/// <param name="Alternatives">Other plans, cheapest first: each remedy that does it alone, and sets of them.</param>
/// <param name="Infeasible">Remedies that do not do it alone.</param>
public sealed record RescueAdvice(RescuePlan? Best, IReadOnlyList<RescuePlan> Alternatives, IReadOnlyList<InfeasibleRemedy> Infeasible)
{
    /// <summary>No advice: there is no debt, its worth is not known, or the target is reached.</summary>
    public static RescueAdvice None { get; } = new(null, [], []);
}
