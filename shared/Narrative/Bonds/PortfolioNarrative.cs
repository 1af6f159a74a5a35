using System.Globalization;
using LiquidityRisk.Domain.Bonds;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>Says in plain English how several holdings can be sold together.</summary>
public static class PortfolioNarrative
{
    private const double MuchInOneName = 1.0 / 3;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>A few short sentences; every figure comes from the portfolio.</summary>
    public static string Of(PortfolioLiquidity portfolio)
    {
        var sentences = new List<string>(5)
        {
            portfolio.Index is { } index
                ? string.Create(CultureInfo.InvariantCulture, $"Taken together, these bonds score {Math.Floor(index.Value):0} out of 100 for ease of sale.")
                : "We cannot say how easy these bonds are to sell, because too little of their markets was seen.",
        };
        var within = portfolio.Curve.LastOrDefault(p => p.Time <= Day).Share;
        var end = portfolio.Curve[^1].Share;
        sentences.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"If you began now, about {100 * within.Value:0}% would be sold within a day, and {100 * end.Value:0}% in the end."));
        if (portfolio.IlliquidShare.Value >= 0.2)
        {
            sentences.Add(string.Create(
                CultureInfo.InvariantCulture, $"About {100 * portfolio.IlliquidShare.Value:0}% of the money is in bonds that are very hard to sell."));
        }

        if (portfolio.LargestIssuer is { } largest && largest.Share.Value >= MuchInOneName)
        {
            sentences.Add(string.Create(
                CultureInfo.InvariantCulture, $"{largest.Issuer} alone makes up {100 * largest.Share.Value:0}%, so much hangs on one name."));
        }

        sentences.Add("This is information, not advice.");
        return string.Join(' ', sentences);
    }
}
