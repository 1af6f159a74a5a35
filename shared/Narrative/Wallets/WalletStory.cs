using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Liquidation;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Wallets;

/// <summary>What else a wallet's owner should know, sentence by sentence.</summary>
public static class WalletStory
{
    private const double NearVolatilities = 3;

    /// <summary>The sentences, the most important first.</summary>
    /// <param name="assessment">The wallet.</param>
    /// <param name="nearest">The liquidation price that is nearest, with its position; null for none.</param>
    /// <param name="oracle">The smallest error of prices that liquidates, with its position; null for none.</param>
    public static IReadOnlyList<string> Of(
        WalletAssessment assessment,
        (LendingProtocol Protocol, LiquidationPrice Price)? nearest,
        (LendingProtocol Protocol, BasisPoints Tolerance)? oracle) =>
        [.. Sentences(assessment, nearest, oracle)];

    private static IEnumerable<string> Sentences(
        WalletAssessment assessment,
        (LendingProtocol Protocol, LiquidationPrice Price)? nearest,
        (LendingProtocol Protocol, BasisPoints Tolerance)? oracle)
    {
        if (nearest is { Price: { At: { } at, Distance: > 0 and { } distance } } near) yield return Nearest(near.Protocol, near.Price, at, distance);
        if (oracle is { Tolerance.Value: > 0 and < 500 } error)
            yield return $"A price feed of {ProtocolNames.Of(error.Protocol)} that errs by {error.Tolerance.Value:0} basis points would be enough to liquidate it. Feeds have erred by 285 before.";
        if (assessment.Mark.Worst is { } mark && assessment.AtExit.Worst is { } exit && exit.Value < mark.Value * 0.98m && mark.Value < 10)
            yield return $"If the collateral had to be sold at once, the health factor would be {Figures.Health(exit.Value)} instead of {Figures.Health(mark.Value)}.";
        if (assessment.WeakestVolatility is { Within24Hours.Value: >= 0.01 } chance)
            yield return $"Going by how prices have moved lately, the chance that it reaches liquidation is about {Figures.Percent(chance.Within24Hours.Value)} within a day and {Figures.Percent(chance.Within7Days.Value)} within a week.";
        if (assessment.Var is { Historical: { } loss, Confidence: { } confidence } && loss > Usd.Zero)
            yield return $"On {Figures.Percent(confidence.Value)} of days prices cost this wallet less than {Figures.Dollars(loss)}; on the others, {Figures.Dollars(assessment.Var.Shortfall ?? loss)} on average.";
        if (assessment.Concentration.ByAsset is { LargestShare.Value: > 0.5 } spread && assessment.Exposures.Tokens.Count > 1)
            yield return $"{Figures.Percent(spread.LargestShare.Value)} of what it owns is {spread.Largest}.";
        if (assessment.Liquidity.DaysToSell is > 1 and { } days)
            yield return $"Selling everything without moving the markets much would take about {Math.Ceiling(days):0} days.";
    }

    private static string Nearest(LendingProtocol protocol, LiquidationPrice price, UsdPrice at, decimal distance)
    {
        var move = price.Move == PriceMove.Fall ? "falls" : "rises";
        var sentence = $"The position in {ProtocolNames.Of(protocol)} can be liquidated when {price.Asset} {move} by {Figures.Percent((double)distance)}, to {Figures.Dollars(new(at.Value))}";
        return price.Volatilities is { } sigmas
            ? sentence + (sigmas <= NearVolatilities ? $"; that is {sigmas:0.0} times its usual daily move." : $", {sigmas:0} times its usual daily move.")
            : sentence + ".";
    }
}
