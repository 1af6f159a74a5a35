using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Domain.Wallets.Rescue;
using LiquidityRisk.Narrative.Wallets;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Answers;

/// <summary>Rescues as they are told: of every position of which its owner is warned.</summary>
internal static class RescueAnswers
{
    private const int MaxAlternatives = 6;
    private const int MaxImpossible = 8;

    // A plan needs a price of gas; without one it is made as if gas were dear, so that a cheap-looking plan does not mislead.
    private const decimal DearGwei = 50;

    public static IReadOnlyList<RescueAnswer> Of(WalletReading reading)
    {
        var gas = reading.View.Gas ?? (reading.View.Prices.Of(TokenSymbol.Eth) is { } ether ? new GasPrice(DearGwei, ether) : null);
        if (gas is not { } price) return [];
        var rescues = new List<RescueAnswer>();
        foreach (var (position, mark, _) in reading.Positions)
        {
            if (mark.Factor is not { } factor || (double)factor.Value >= reading.Rules.Alerts.HealthWarning) continue;
            var advice = CheapestRescue.Of(
                reading.Assessment.Holdings, position.Protocol, reading.View.Prices, reading.View.Tokens, price,
                reading.Rules.RescueTarget, reading.Rules.Exit, GasUnits.Standard);
            rescues.Add(new(
                SnakeCase.Of(position.Protocol),
                HealthAnswers.Ratio(factor.Value)!.Value,
                reading.Rules.RescueTarget.Value,
                advice.Best is { } best ? Plan(position.Protocol, best) : null,
                [.. advice.Alternatives.Take(MaxAlternatives).Select(a => Plan(position.Protocol, a))],
                [.. advice.Infeasible.Take(MaxImpossible).Select(RescueSentences.Obstacle)]));
        }

        return rescues;
    }

    private static RescuePlanAnswer Plan(LendingProtocol protocol, RescuePlan plan) => new(
        RescueSentences.Summary(plan),
        [.. plan.Steps.Select(RescueSentences.Step)],
        HealthAnswers.Money(plan.Cost),
        HealthAnswers.Money(plan.Gas),
        HealthAnswers.Money(plan.ExitCost),
        HealthAnswers.Ratio(plan.FactorAfter?.Value),
        plan.IsDominated,
        [.. plan.Steps.SelectMany(s => Changes(SnakeCase.Of(protocol), s))]);

    // What is bought comes from outside of what a simulation knows; what is sold is withdrawn after the debt is smaller.
    private static IEnumerable<WalletChangeRequest> Changes(string protocol, RescueStep step) => step.Kind switch
    {
        RemedyKind.Repay => [new("repay", protocol, step.Into.Value, step.Received.Value, null)],
        RemedyKind.SwapAndRepay => [new("repay", protocol, step.Into.Value, step.Received.Value, null, FromOutside: true)],
        RemedyKind.AddCollateral => [new("deposit", protocol, step.Into.Value, step.Received.Value, null)],
        RemedyKind.SwapCollateral =>
        [
            new("deposit", protocol, step.Into.Value, step.Received.Value, null, FromOutside: true),
            new("withdraw", protocol, step.From.Value, step.Spent.Value, null),
        ],
        _ =>
        [
            new("repay", protocol, step.Into.Value, step.Received.Value, null, FromOutside: true),
            new("withdraw", protocol, step.From.Value, step.Spent.Value, null),
        ],
    };
}
