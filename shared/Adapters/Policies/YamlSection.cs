using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace LiquidityRisk.Adapters.Policies;

/// <summary>A mapping of a YAML file that names what is wrong with it by its full path.</summary>
internal sealed class YamlSection
{
    private readonly string _path;
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);

    private YamlSection(string path, YamlNode node)
    {
        _path = path;
        if (node is not YamlMappingNode mapping) throw new FormatException($"{Name("")} is not a mapping of keys to values.");
        foreach (var (key, value) in mapping)
        {
            if (key is not YamlScalarNode { Value: { } name }) throw new FormatException($"{Name("")} has a key that is not a word.");
            _values[name] = value;
        }
    }

    public static YamlSection Root(YamlNode node) => new("", node);

    /// <summary>Refuses unknown and missing keys.</summary>
    public void CheckKeys(IReadOnlyCollection<string> expected)
    {
        var unknown = _values.Keys.Except(expected, StringComparer.Ordinal).Select(k => $"{Name(k)} is unknown.");
        var missing = expected.Except(_values.Keys, StringComparer.Ordinal).Select(k => $"{Name(k)} is missing.");
        var faults = unknown.Concat(missing).ToList();
        if (faults.Count > 0) throw new FormatException(string.Join(' ', faults));
    }

    public YamlSection Section(string key) => new(Name(key), _values[key]);

    /// <summary>Reads every row of a closed set.</summary>
    public Dictionary<TKey, TRow> Rows<TKey, TRow>(IReadOnlyDictionary<string, TKey> keys, Func<YamlSection, string, TRow> read)
        where TKey : struct
    {
        CheckKeys([.. keys.Keys]);
        return keys.ToDictionary(k => k.Value, k => read(this, k.Key));
    }

    /// <summary>A plain decimal number from 0 to a limit.</summary>
    public decimal Number(string key, decimal max)
    {
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (_values[key] is not YamlScalarNode { Value: { } text } || !decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number))
            throw new FormatException($"{Name(key)} is not a number.");
        return number >= 0 && number <= max
            ? number
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{Name(key)} is {number}, not between 0 and {max}."));
    }

    /// <summary>A list of names of a closed set, each once.</summary>
    public IReadOnlyCollection<T> Names<T>(string key, IReadOnlyDictionary<string, T> known)
        where T : struct
    {
        if (_values[key] is not YamlSequenceNode sequence) throw new FormatException($"{Name(key)} is not a list.");
        var found = new List<T>();
        foreach (var node in sequence)
        {
            if (node is not YamlScalarNode { Value: { } text } || !known.TryGetValue(text, out var value))
                throw new FormatException($"{Name(key)} names {node}, which is none of {string.Join(", ", known.Keys)}.");
            if (found.Contains(value)) throw new FormatException($"{Name(key)} names {text} twice.");
            found.Add(value);
        }

        return found;
    }

    private string Name(string key) => (_path, key) switch
    {
        ("", "") => "The policy",
        ("", _) => key,
        (_, "") => _path,
        _ => $"{_path}.{key}",
    };
}
