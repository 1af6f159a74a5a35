using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Alerts;

namespace LiquidityRisk.Narrative.Bonds.Tests;

public class AlertSentencesTests
{
    private static string Tell(AlertKind kind, AlertFigures figures = default) =>
        AlertSentences.Of(new Alert("id", kind, AlertSeverity.Info, AlertState.Active, default, default, figures));

    [Fact]
    public void Every_kind_has_a_sentence() => Assert.All(Enum.GetValues<AlertKind>(), kind =>
    {
        var text = Tell(kind, new AlertFigures(80, 60, LiquidityLevel.Good, LiquidityLevel.Poor));
        Assert.EndsWith(".", text, StringComparison.Ordinal);
        Assert.InRange(text.Split(' ').Length, 5, 25);
    });

    [Fact]
    public void Figures_are_told_as_they_are() => Assert.Multiple(
        () => Assert.Equal(
            "The bond became harder to sell: its liquidity index fell from 84.2 to 69.0 within 15 minutes.",
            Tell(AlertKind.LiquidityDrop, new AlertFigures(84.2, 69))),
        () => Assert.Equal(
            "The bond's liquidity fell from good to limited.",
            Tell(AlertKind.LevelChange, new AlertFigures(null, 45, LiquidityLevel.Good, LiquidityLevel.Limited))),
        () => Assert.Equal("The bond's overall risk is high: 79 out of 100.", Tell(AlertKind.HighRisk, new AlertFigures(60, 79.96))));
}
