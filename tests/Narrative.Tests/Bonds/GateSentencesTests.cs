using LiquidityRisk.Domain.Bonds.Quality;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Bonds.Tests;

public class GateSentencesTests
{
    [Fact]
    public void Every_verdict_states_its_numbers() => Assert.Multiple(
        () => Assert.Equal(
            "Checked against 1,200 real tries: the error score is 0.101, and 0.240 for always naming the average.",
            GateSentences.Of(new(GateVerdict.Published, 1_200, 0.101, 0.24, new Probability(0.6)))),
        () => Assert.Equal(
            "Not shown: over 31 real tries our estimate did worse than always naming the average (0.300 against 0.240).",
            GateSentences.Of(new(GateVerdict.Withheld, 31, 0.3, 0.24, new Probability(0.6)))),
        () => Assert.Equal(
            "Not yet checked against real sales: only 0 of the 30 tries needed are known.",
            GateSentences.Of(new(GateVerdict.NotEnoughData, 0, null, null, null))));
}
