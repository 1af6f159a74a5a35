using System.Collections.Frozen;
using System.Text;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>
/// The phrases of one language, read once from an embedded text of lines <c>Phrase = words with {slots}</c>; # begins a comment.
/// A phrase that is missing, double or unknown is refused when the text is read.
/// </summary>
internal sealed class Phrasebook
{
    private static readonly Phrasebook English = Load("english");
    private static readonly Phrasebook Hindi = Load("hindi");

    private readonly FrozenDictionary<Phrase, string[]> _templates;

    private Phrasebook(IEnumerable<string> lines)
    {
        var templates = new Dictionary<Phrase, string[]>();
        foreach (var line in lines.Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line.Split(" = ", 2) is not [var name, var words] || !Enum.TryParse<Phrase>(name, out var phrase))
                throw new FormatException($"No phrase begins the line '{line}'.");
            // Literal text stands at even places, names of slots at odd ones.
            if (!templates.TryAdd(phrase, words.Split('{', '}'))) throw new FormatException($"{name} is there twice.");
        }

        var missing = Enum.GetValues<Phrase>().Except(templates.Keys).ToList();
        if (missing.Count > 0) throw new FormatException($"Not said: {string.Join(", ", missing)}.");
        _templates = templates.ToFrozenDictionary();
    }

    /// <summary>The phrases of a language.</summary>
    public static Phrasebook Of(NarrativeLanguage language) => language switch
    {
        NarrativeLanguage.English => English,
        NarrativeLanguage.Hindi => Hindi,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "This language has no phrases."),
    };

    /// <summary>Reads phrases.</summary>
    /// <exception cref="FormatException">A phrase is missing, double or unknown.</exception>
    internal static Phrasebook Read(string text) => new(text.Split('\n', StringSplitOptions.TrimEntries));

    /// <summary>The slots of a phrase, each once.</summary>
    internal IReadOnlyCollection<string> SlotsOf(Phrase phrase) =>
        [.. _templates[phrase].Where((_, place) => place % 2 == 1).Distinct(StringComparer.Ordinal)];

    /// <summary>A phrase with its slots filled; every slot of the phrase must be given.</summary>
    public string this[Phrase phrase, params ReadOnlySpan<(string Slot, string Words)> slots]
    {
        get
        {
            var template = _templates[phrase];
            if (template.Length == 1) return template[0];
            var text = new StringBuilder(160);
            for (var place = 0; place < template.Length; place++)
                text.Append(place % 2 == 0 ? template[place] : Filled(template[place], slots));
            return text.ToString();
        }
    }

    private static string Filled(string slot, ReadOnlySpan<(string Slot, string Words)> slots)
    {
        foreach (var (name, words) in slots)
            if (string.Equals(name, slot, StringComparison.Ordinal)) return words;
        throw new ArgumentException($"Nothing fills {slot}.", nameof(slots));
    }

    private static Phrasebook Load(string name)
    {
        using var stream = typeof(Phrasebook).Assembly.GetManifestResourceStream($"Bonds.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(reader.ReadToEnd());
    }
}
