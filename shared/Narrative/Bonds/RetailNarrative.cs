using LiquidityRisk.Domain.Bonds;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>
/// A translation for a person who holds the bond: overall risk, how easy it is to sell, the best way out with time and price, the
/// main risk, what could change it. Short sentences, no jargon, at most <see cref="MaxWords"/> words; every figure comes from the
/// translation, and nothing is promised. The languages say the same in the same order.
/// </summary>
public static class RetailNarrative
{
    /// <summary>Longest narrative, in words. Sentences that can be spared give way first.</summary>
    public const int MaxWords = 130;

    /// <summary>Tells.</summary>
    public static string Of(BondTranslation translation, NarrativeLanguage language = NarrativeLanguage.English)
    {
        var lines = Lines(translation, language);
        Shorten(lines);
        return string.Join(' ', lines.Select(l => l.Words));
    }

    /// <summary>All that could be said.</summary>
    internal static List<RetailLine> Lines(BondTranslation translation, NarrativeLanguage language)
    {
        var say = Phrasebook.Of(language);
        if (RetailMarket.IsMatured(translation)) return [new(say[Phrase.Matured]), new(say[Phrase.Closing])];
        var lines = new List<RetailLine>(14);
        if (translation.Risk is { } risk) lines.AddRange(RetailRisk.Overall(say, risk));
        lines.AddRange(RetailMarket.Of(say, translation));
        if (translation.Exits is { } exits) lines.AddRange(RetailExit.Of(say, translation, exits));
        lines.AddRange(RetailRisk.Main(say, translation.Risk));
        lines.AddRange(RetailOutlook.Of(say, translation));
        lines.Add(new(say[Phrase.Closing]));
        return lines;
    }

    private static void Shorten(List<RetailLine> lines)
    {
        var count = lines.Sum(l => l.Count);
        while (count > MaxWords && lines.MaxBy(l => l.Spare) is { Spare: > 0 } least)
        {
            lines.Remove(least);
            count -= least.Count;
        }

        for (var i = 0; i < lines.Count && count > MaxWords; i++)
        {
            if (lines[i].Brief is not { } brief) continue;
            count -= lines[i].Count;
            lines[i] = new(brief);
            count += lines[i].Count;
        }
    }
}
