using LiquidityRisk.Domain.Wallets.Rescue;

namespace LiquidityRisk.Narrative.Wallets;

/// <summary>What a rescue says.</summary>
public static class RescueSentences
{
    /// <summary>A whole plan in one sentence.</summary>
    public static string Summary(RescuePlan plan)
    {
        var steps = plan.Steps.Select(Step).ToList();
        var what = steps.Count == 1 ? steps[0] : string.Join("; then ", steps.Select((s, i) => i == 0 ? s : char.ToLowerInvariant(s[0]) + s[1..]));
        var reached = plan.FactorAfter is { } factor ? $"brings the health factor to {Figures.Health(factor.Value)}" : "clears the debt";
        return $"{what}. This {reached} and costs about {Figures.Dollars(plan.Cost)} ({Figures.Dollars(plan.Gas)} gas, {Figures.Dollars(plan.ExitCost)} for selling).";
    }

    /// <summary>One step.</summary>
    public static string Step(RescueStep step)
    {
        var (spent, received) = (Figures.Tokens(step.Spent, step.From), Figures.Tokens(step.Received, step.Into));
        return step.Kind switch
        {
            RemedyKind.Repay => $"Repay {received} out of what lies free in the wallet",
            RemedyKind.SwapAndRepay => $"Swap {spent} that lie free into about {received}, and repay with them",
            RemedyKind.AddCollateral => $"Supply {received} that lie free as more collateral",
            RemedyKind.SwapCollateral => $"Swap {spent} of the collateral into about {received}, which counts for more",
            _ when step.From == step.Into => $"Take {spent} of the collateral back and repay with them",
            _ => $"Take {spent} of the collateral back, sell them for about {received}, and repay with them",
        };
    }

    /// <summary>Why a remedy does not do it alone.</summary>
    public static string Obstacle(InfeasibleRemedy remedy)
    {
        var name = remedy.Kind switch
        {
            RemedyKind.Repay => $"Repaying out of the free {remedy.From}",
            RemedyKind.SwapAndRepay => $"Selling the free {remedy.From} to repay",
            RemedyKind.AddCollateral => $"Supplying the free {remedy.From}",
            RemedyKind.SwapCollateral => $"Swapping the {remedy.From} collateral into {remedy.Into}",
            _ => $"Selling {remedy.From} collateral to repay",
        };
        return remedy.Obstacle == RemedyObstacle.NotEnough
            ? $"{name} alone is not enough."
            : $"{name} gains nothing: the sale would eat what it adds.";
    }
}
