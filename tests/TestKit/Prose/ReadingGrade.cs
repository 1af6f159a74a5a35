using System.Text.RegularExpressions;

namespace LiquidityRisk.TestKit.Prose;

/// <summary>
/// The Flesch-Kincaid grade of English text (Kincaid et al. 1975, Research Branch Report 8-75):
/// 0.39·words/sentences + 11.8·syllables/words − 15.59. A number is one word with a syllable for each of its digits, which is harsher
/// than the usual one syllable; three capitals are spelt out.
/// </summary>
public static partial class ReadingGrade
{
    public static double Of(string text)
    {
        var words = Word().Matches(text).Select(m => m.Value).ToList();
        var sentences = Math.Max(1, SentenceEnd().Count(text));
        return (0.39 * words.Count / sentences) + (11.8 * words.Sum(Syllables) / words.Count) - 15.59;
    }

    /// <summary>Groups of vowels, less silent endings, and one more where a group is spoken apart ("issuer"); at least one.</summary>
    public static int Syllables(string word)
    {
        if (char.IsAsciiDigit(word[0])) return word.Count(char.IsAsciiDigit);
        if (word.Length == 3 && word.All(char.IsAsciiLetterUpper)) return 3;
        var lower = word.ToLowerInvariant();
        if (lower.EndsWith("'s", StringComparison.Ordinal)) lower = lower[..^2];
        var stem = SilentEnding().Replace(lower, "");
        return Math.Max(1, Vowels().Count(stem) + Hiatus().Count(stem));
    }

    [GeneratedRegex(@"\d[\d,.]*\d|\d|[A-Za-z][A-Za-z'’]*", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?](?=\s|$)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex SentenceEnd();

    // "make", "makes", "priced" lose their last vowel; "table", "created", "prices" keep it.
    [GeneratedRegex("(?<![l])e$|(?<![sxzcg]|ch|sh)es$|(?<![td])ed$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex SilentEnding();

    [GeneratedRegex("[aeiouy]+", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Vowels();

    [GeneratedRegex("(?<![qg])ue[rt]|(?<![tcs])ia|ying|eo(?!p)|iu", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Hiatus();
}
