using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Wallets;

/// <summary>The most important thing about a wallet, in one sentence.</summary>
public static class WalletHeadline
{
    /// <summary>The sentence.</summary>
    public static string Of(WalletAssessment assessment)
    {
        var health = assessment.Mark;
        if (health.IsDebtFree)
        {
            return assessment.Exposures.Assets > Usd.Zero
                ? $"This wallet owes nothing, so nobody can liquidate it. It holds {Figures.Dollars(assessment.Exposures.Assets)}."
                : "This wallet owes nothing and holds nothing that we can see.";
        }

        if (assessment.Level == WalletRiskLevel.Unknown)
            return "This wallet owes something whose price is not known, so we cannot say how near it is to liquidation.";
        var weakest = health.Positions.Where(p => p.Factor is not null).MinBy(p => p.Factor!.Value);
        if (weakest is { Factor: { IsLiquidatable: true } broken })
            return $"The position in {ProtocolNames.Of(weakest.Protocol)} can be liquidated now: its health factor is {Figures.Health(broken.Value)}, below 1.";
        return weakest is null ? ByRatio(health) : ByFactor(assessment, weakest);
    }

    private static string ByFactor(WalletAssessment assessment, PositionHealth weakest)
    {
        var factor = weakest.Factor!.Value.Value;
        var room = (double)(1 - (1 / factor));
        var where = ProtocolNames.Of(weakest.Protocol);
        var fall = $"its collateral may fall by {Figures.Percent(room)} until it can be liquidated";
        return assessment.Level switch
        {
            WalletRiskLevel.Critical => $"Act now: the position in {where} has a health factor of {Figures.Health(factor)}, and {fall}.",
            WalletRiskLevel.High => $"The position in {where} is close to liquidation: with a health factor of {Figures.Health(factor)}, {fall}.",
            WalletRiskLevel.Elevated => $"Keep an eye on the position in {where}: with a health factor of {Figures.Health(factor)}, {fall}.",
            _ => $"The weakest position, in {where}, has a health factor of {Figures.Health(factor)}: {fall}.",
        };
    }

    private static string ByRatio(WalletHealth health) =>
        $"The wallet's health ratio is {Figures.Health(health.Ratio ?? 0)}: its collateral is worth {Figures.Dollars(health.Collateral)} and its debt {Figures.Dollars(health.Debt)}.";
}
