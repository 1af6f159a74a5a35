using System.Globalization;
using System.Text.RegularExpressions;
using LiquidityRisk.Domain.Bonds;

namespace LiquidityRisk.TestKit.Prose;

/// <summary>Traces every number of a retail narrative to a figure of its translation, rounded as the narrative rounds that kind.</summary>
public static partial class FigureTrace
{
    /// <summary>Numbers that are part of the wording: the end of the scales, face values that prices and costs refer to, tenths.</summary>
    private static readonly double[] Wording = [100, 1_000, 10];

    /// <summary>The numbers of a text that no figure of the translation explains.</summary>
    public static IReadOnlyList<string> Untraced(string text, BondTranslation translation)
    {
        var facts = Facts(translation).ToList();
        return
        [
            .. Number().Matches(text).Select(m => m.Value)
                .Where(n => double.Parse(n, CultureInfo.InvariantCulture) is var said && !Wording.Contains(said) && !facts.Exists(f => f.Explains(said))),
        ];
    }

    private static IEnumerable<Fact> Facts(BondTranslation t)
    {
        if (t.Risk is { } risk)
        {
            if (risk.Overall is { } overall) yield return Fact.Down(overall.Value);
            yield return Fact.Exactly(risk.Categories.Count(c => c.Score is not null));
            yield return Fact.Exactly(risk.Categories.Count);
        }

        if (t.Liquidity is { } liquidity)
        {
            var (market, age) = (liquidity.Market, t.AsOf - liquidity.ObservedAt);
            if (liquidity.Index.Value is { } index) yield return Fact.Down(index.Value);
            if (market.Bid is { } bid) yield return Fact.Nearest((double)bid.PercentOfFace, 0.01);
            if (market.Ask is { } ask) yield return Fact.Nearest((double)ask.PercentOfFace, 0.01);
            if (market is { Bid: { } b, Ask: { } a }) yield return Fact.Nearest((double)(a - b) * 10, Money((double)(a - b) * 10));
            foreach (var fact in Ages(age)) yield return fact;
            if (market.TimeSinceLastTrade is { } since)
                foreach (var fact in Ages(since + (age > TimeSpan.Zero ? age : TimeSpan.Zero))) yield return fact;
            yield return Fact.Exactly(0.01);
        }

        if (t.Exits is not { } exits) yield break;
        yield return Fact.Exactly((double)exits.TradeSize.Value);
        yield return Fact.Exactly(0.01);
        if (exits.Best is not { } best) yield break;
        if (best.FillProbability is { } chance)
        {
            yield return Fact.Nearest(10 * chance.Value, 1);
            if (chance.Value <= 0.05) yield return Fact.Exactly(1);
            if (chance.Value >= 0.95) yield return Fact.Exactly(9);
        }

        if (best.ExpectedTime is { } time)
        {
            yield return Fact.Nearest(time.TotalMinutes, 5);
            yield return Fact.Nearest(time.TotalHours, 1);
            yield return Fact.Nearest(time.TotalDays, 1);
        }

        if (best.Quote is not { } quote) yield break;
        yield return Fact.Nearest((double)quote.Price.PercentOfFace, 0.01);
        yield return Fact.Nearest(Math.Abs((double)quote.Cost.Amount), Money(Math.Abs((double)quote.Cost.Amount)));
    }

    private static IEnumerable<Fact> Ages(TimeSpan age) =>
        [Fact.Down(age.TotalMinutes), Fact.Down(age.TotalHours), Fact.Down(age.TotalDays), Fact.Down(age.TotalDays / 30.4), Fact.Down(age.TotalDays / 365.25)];

    /// <summary>The step of two significant digits; cents below 1, tenths below 10.</summary>
    private static double Money(double amount) => amount switch
    {
        < 1 => 0.01,
        < 10 => 0.1,
        _ => Math.Pow(10, Math.Floor(Math.Log10(amount)) - 1),
    };

    [GeneratedRegex(@"\d[\d,]*(\.\d+)?", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Number();

    private sealed record Fact(double Least, double Most)
    {
        private const double Grain = 1e-6;

        public static Fact Exactly(double value) => new(value, value);

        public static Fact Down(double value) => new(Math.Floor(value), Math.Floor(value));

        public static Fact Nearest(double value, double step) => new(value - (step / 2), value + (step / 2));

        public bool Explains(double said) => said >= Least - Grain && said <= Most + Grain;
    }
}
