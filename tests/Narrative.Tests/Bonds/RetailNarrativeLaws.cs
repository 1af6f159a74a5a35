using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.TestKit.Prose;

namespace LiquidityRisk.Narrative.Bonds.Tests;

/// <summary>What holds of every narrative, over more than ten thousand translations of all kinds.</summary>
public partial class RetailNarrativeLaws(ITestOutputHelper output)
{
    private const int Sample = 12_000;
    private const ulong Seed = 20_260_105;
    private const double HighestGrade = 9;
    private const int MostWords = 130;

    private static readonly string[] Sections = ["\nRISK", "\nLIQUIDITY", "\nDATA AND MODELS"];
    private static readonly Lazy<BondTranslation[]> Drawn = new(() => [.. Translations.Any.Sample(Sample, new Rnd(Seed), 50)]);

    private static IEnumerable<(BondTranslation Translation, string Text)> Told(NarrativeLanguage language) =>
        Drawn.Value.Select(t => (t, RetailNarrative.Of(t, language)));

    [Fact]
    public void English_reads_at_grade_nine_or_below()
    {
        var grades = Told(NarrativeLanguage.English).Select(t => (Grade: ReadingGrade.Of(t.Text), t.Text)).OrderBy(g => g.Grade).ToList();
        output.WriteLine(FormattableString.Invariant(
            $"grade: median {grades[Sample / 2].Grade:0.0}, p99 {grades[Sample * 99 / 100].Grade:0.0}, worst {grades[^1].Grade:0.0}: {grades[^1].Text}"));

        Assert.True(grades[^1].Grade <= HighestGrade, FormattableString.Invariant($"{grades[^1].Grade:0.0}: {grades[^1].Text}"));
    }

    [Theory]
    [InlineData(NarrativeLanguage.English)]
    [InlineData(NarrativeLanguage.Hindi)]
    public void No_narrative_is_longer_than_130_words(NarrativeLanguage language)
    {
        var lengths = Told(language).Select(t => (Words: t.Text.Split(' ').Length, t.Text)).OrderBy(w => w.Words).ToList();
        output.WriteLine(FormattableString.Invariant($"words: median {lengths[Sample / 2].Words}, longest {lengths[^1].Words}: {lengths[^1].Text}"));

        Assert.True(lengths[^1].Words <= MostWords, lengths[^1].Text);
    }

    [Theory]
    [InlineData(NarrativeLanguage.English)]
    [InlineData(NarrativeLanguage.Hindi)]
    public void Every_number_comes_from_the_translation(NarrativeLanguage language) => Assert.Empty(
        Told(language)
            .Select(t => (Untraced: FigureTrace.Untraced(t.Text, t.Translation), t.Text))
            .Where(t => t.Untraced.Count > 0)
            .Select(t => $"{string.Join(' ', t.Untraced)} in: {t.Text}")
            .Take(3));

    [Theory]
    [InlineData(NarrativeLanguage.English)]
    [InlineData(NarrativeLanguage.Hindi)]
    public void Nothing_is_promised(NarrativeLanguage language) => Assert.Empty(Told(language).SelectMany(t => Promises.In(t.Text)).Distinct(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_say_the_same_numbers_line_by_line() => Assert.Empty(Drawn.Value
        .Select(t => (English: RetailNarrative.Lines(t, NarrativeLanguage.English), Hindi: RetailNarrative.Lines(t, NarrativeLanguage.Hindi)))
        .Where(t => !t.English.Select(Numbers).SequenceEqual(t.Hindi.Select(Numbers), StringComparer.Ordinal))
        .Select(t => string.Join(' ', t.English.Concat(t.Hindi).Select(l => l.Words)))
        .Take(3));

    [Fact]
    public void English_stays_in_latin_and_hindi_in_devanagari() => Assert.Multiple(
        () => Assert.DoesNotContain(Told(NarrativeLanguage.English), t => t.Text.Any(c => c > 0x7F)),
        () => Assert.DoesNotContain(Told(NarrativeLanguage.Hindi), t => t.Text.Replace("INR", "", StringComparison.Ordinal).Any(char.IsAsciiLetter)));

    [Fact]
    public void Every_narrative_ends_by_saying_that_it_is_information() => Assert.Multiple(
        () => Assert.DoesNotContain(Told(NarrativeLanguage.English), t => !t.Text.EndsWith("This is information, not advice.", StringComparison.Ordinal)),
        () => Assert.DoesNotContain(Told(NarrativeLanguage.Hindi), t => !t.Text.EndsWith("यह जानकारी है, सलाह नहीं।", StringComparison.Ordinal)));

    [Fact]
    public void A_summary_for_professionals_has_all_sections_and_promises_nothing()
    {
        var summaries = Drawn.Value.Take(3_000).Select(ProfessionalSummary.Of).ToList();

        Assert.DoesNotContain(summaries, s => !s.StartsWith(ProfessionalSummary.Title, StringComparison.Ordinal));
        Assert.DoesNotContain(summaries, s => !Sections.All(section => s.Contains(section, StringComparison.Ordinal)));
        Assert.Empty(summaries.SelectMany(Promises.In).Distinct(StringComparer.Ordinal));
    }

    private static string Numbers(RetailLine line) =>
        string.Join(' ', Number().Matches(line.Words).Select(m => m.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\d[\d,.]*\d|\d", RegexOptions.None, 1_000)]
    private static partial Regex Number();
}
