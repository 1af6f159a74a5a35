using LiquidityRisk.Domain.Bonds.Exits;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>Says why a way out is likely or unlikely to work, or why it is not open, in one or two sentences.</summary>
public static class ExitRationale
{
    private const int Most = 2;

    /// <summary>The rationale of one way.</summary>
    public static string Of(ExitRecommendation exit)
    {
        if (!exit.IsFeasible) return string.Join(' ', exit.Violations.Take(Most).Select(ViolationSentence.Of));
        var reasons = Reasons(exit);
        return exit.FillProbability is { } chance
            ? $"The chance to sell it all is {RetailExit.Chance(Phrasebook.Of(NarrativeLanguage.English), chance)}.{reasons}"
            : $"How likely this works is not known yet.{reasons}";
    }

    private static string Reasons(ExitRecommendation exit) =>
        (Listed(ExitFactorWords.For(exit.Factors)), Listed(ExitFactorWords.Against(exit.Factors))) switch
        {
            (null, null) => " Nothing stands out for or against it.",
            ({ } good, null) => $" For it: {good}.",
            (null, { } bad) => $" Against it: {bad}.",
            var (good, bad) => $" For it: {good}; against it: {bad}.",
        };

    private static string? Listed(IEnumerable<string> words) => words.Take(Most).ToList() is { Count: > 0 } some ? string.Join(" and ", some) : null;
}
