namespace LiquidityRisk.Narrative.Bonds.Tests;

public class PhrasebookTests
{
    public static TheoryData<NarrativeLanguage> Languages => [.. Enum.GetValues<NarrativeLanguage>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_phrase_has_the_same_slots_as_in_english(NarrativeLanguage language)
    {
        var (said, english) = (Phrasebook.Of(language), Phrasebook.Of(NarrativeLanguage.English));

        Assert.All(Enum.GetValues<Phrase>(), p => Assert.Equal(
            english.SlotsOf(p).Order(StringComparer.Ordinal), said.SlotsOf(p).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_text_without_all_phrases_is_refused_by_name() => Assert.Contains(
        nameof(Phrase.Closing), Assert.Throws<FormatException>(() => Phrasebook.Read("Now = now")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Nowhere = words")]
    [InlineData("Now words")]
    [InlineData("Now = now\nNow = again")]
    public void A_line_that_is_no_phrase_or_comes_twice_is_refused(string text) =>
        Assert.Throws<FormatException>(() => Phrasebook.Read(text));

    [Fact]
    public void A_slot_that_nothing_fills_is_an_error() =>
        Assert.Throws<ArgumentException>(() => Phrasebook.Of(NarrativeLanguage.English)[Phrase.Chance]);
}
