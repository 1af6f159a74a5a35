using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Rescue;

/// <summary>
/// One way to raise a health factor to a target T, and what it does when x dollars go into it:
/// <code>
/// cost(x) = h·x + k·x^1.5        gain(x) = a·(x − cost(x)) − b·x
/// </code>
/// h: half the spread; k: impact of the square-root law; both 0 when nothing is sold. The gain is what the remedy adds to
/// <c>liquidation value − T·debt</c>, which has to become 0: a is T for what is repaid and the liquidation threshold for what is added; b is the
/// threshold of collateral that is taken away, else 0. Costs are convex and gains concave, so what another dollar of gain costs only grows.
/// </summary>
/// <param name="Kind">What is done.</param>
/// <param name="From">With which token.</param>
/// <param name="Into">For which one; null when the proceeds of a sale go to whatever else is owed.</param>
/// <param name="Most">How many dollars there are of it.</param>
/// <param name="Weight">a.</param>
/// <param name="Loss">b.</param>
/// <param name="Spread">h.</param>
/// <param name="Slope">k.</param>
/// <param name="Market">Where the token is sold; null when that is not known or nothing is sold.</param>
/// <param name="GasUnits">What it uses.</param>
internal sealed record Remedy(
    RemedyKind Kind,
    TokenSymbol From,
    TokenSymbol? Into,
    double Most,
    double Weight,
    double Loss,
    double Spread,
    double Slope,
    TokenMarket? Market,
    int GasUnits)
{
    public bool Sells => Kind is RemedyKind.SwapAndRepay or RemedyKind.SwapCollateral || (Kind == RemedyKind.Unwind && Into is null);

    /// <summary>Whether the token comes out of what lies free in the wallet, not out of the collateral.</summary>
    public bool SpendsBalance => Kind is RemedyKind.Repay or RemedyKind.SwapAndRepay or RemedyKind.AddCollateral;

    /// <summary>Beyond this, more makes it worse.</summary>
    public double Useful => Math.Min(Most, SizeAt(1 - (Loss / Weight)));

    public double Gain(double size) => (Weight * (size - Cost(size))) - (Loss * size);

    /// <summary>The size at which another dollar of gain costs <c>s / (1 − s)</c> dollars, s from 0 to 1.</summary>
    public double SizeFor(double s, double most) => Math.Min(most, SizeAt(s * (Weight - Loss) / ((1 - s) + (s * Weight))));

    private double Cost(double size) => (Spread * size) + (Slope * size * Math.Sqrt(size));

    /// <summary>The size at which another dollar costs so much.</summary>
    private double SizeAt(double marginal)
    {
        var excess = marginal - Spread;
        if (excess <= 0) return 0;
        return Slope > 0 ? Math.Pow(excess / (1.5 * Slope), 2) : double.PositiveInfinity;
    }
}
