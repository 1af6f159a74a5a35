using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Narrative.Bonds;

namespace LiquidityRisk.Flows.Bonds.Answers;

/// <summary>The second liquidity model beside the first.</summary>
internal static class SecondIndexAnswers
{
    public static SecondIndexAnswer Of(Microstructure market, BondReference? reference, LiquidityIndex first)
    {
        var second = LiquidityIndexModel2.Compute(market, reference);
        return new(
            LiquidityIndexModel2.Version,
            Rounded.Score(second.Value),
            second.Level is { } level ? SnakeCase.Of(level) : null,
            SnakeCase.Of(second.Segment),
            Rounded.BasisPoints(second.Cost),
            second.Gap is { } gap ? IndexComparison.Gap(gap) : null,
            IndexComparison.Difference(first, second));
    }
}
