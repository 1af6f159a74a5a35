using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LiquidityRisk.App.Tests.OpenApi;

/// <summary>
/// Checks JSON against the part of JSON Schema 2020-12 that the document uses. Stricter than the standard where an answer could drift
/// from its description: a member that is not described is a fault, and so is a keyword that is not known here.
/// </summary>
internal sealed class SchemaCheck(JsonObject document)
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "$ref", "type", "properties", "required", "items", "additionalProperties", "enum", "anyOf", "minimum", "maximum",
        "exclusiveMinimum", "maxLength", "pattern", "format", "description", "default", "examples",
    };

    /// <summary>What is wrong with a value, each fault with its place.</summary>
    public IEnumerable<string> Faults(JsonNode? value, JsonNode? schema, string place = "$")
    {
        if (schema is not JsonObject rules || rules.Count == 0) return [];
        if (rules.FirstOrDefault(r => !Known.Contains(r.Key)).Key is { } unknown) return [$"{place}: the schema says {unknown}, which is not checked"];
        if (rules["$ref"] is { } reference) return Faults(value, Resolve((string)reference!), place);
        if (rules["anyOf"] is JsonArray choices)
        {
            var faults = choices.Select(c => Faults(value, c, place).ToList()).ToList();
            return faults.Exists(f => f.Count == 0) ? [] : faults.SelectMany(f => f);
        }

        var kind = KindOf(value);
        if (!Kinds(rules["type"]).Any(k => k == kind || (k == "number" && kind == "integer"))) return [$"{place}: is {kind}, not {rules["type"]?.ToJsonString()}"];
        return kind switch
        {
            "object" => ObjectFaults(value!.AsObject(), rules, place),
            "array" => value!.AsArray().SelectMany((item, i) => Faults(item, rules["items"], string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]"))),
            "string" => TextFaults((string)value!, rules, place),
            "number" or "integer" => NumberFaults((double)value!, rules, place),
            _ => [],
        };
    }

    /// <summary>What a reference points at.</summary>
    public JsonNode Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (node, name) => node?[name])
        ?? throw new InvalidOperationException($"{reference} points at nothing.");

    private IEnumerable<string> ObjectFaults(JsonObject value, JsonObject rules, string place)
    {
        var properties = rules["properties"] as JsonObject;
        foreach (var name in (rules["required"] as JsonArray ?? []).Select(r => (string)r!).Where(r => !value.ContainsKey(r))) yield return $"{place}.{name}: is missing";
        foreach (var (name, member) in value)
        {
            if ((properties?[name] ?? rules["additionalProperties"]) is not { } schema) yield return $"{place}.{name}: is not described";
            else foreach (var fault in Faults(member, schema, $"{place}.{name}")) yield return fault;
        }
    }

    private static IEnumerable<string> TextFaults(string text, JsonObject rules, string place)
    {
        if (rules["enum"] is JsonArray values && !values.Any(v => (string?)v == text)) yield return $"{place}: '{text}' is not one of {values.ToJsonString()}";
        if (rules["maxLength"] is { } longest && text.Length > (int)longest) yield return $"{place}: is longer than {longest}";
        if (rules["pattern"] is { } pattern && !Regex.IsMatch(text, (string)pattern!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)))
            yield return $"{place}: '{text}' does not match {pattern}";
        var isWellFormed = (string?)rules["format"] switch
        {
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            _ => true,
        };
        if (!isWellFormed) yield return $"{place}: '{text}' is no {rules["format"]}";
    }

    private static IEnumerable<string> NumberFaults(double number, JsonObject rules, string place)
    {
        if (rules["minimum"] is { } min && number < (double)min) yield return $"{place}: {number} is below {min}";
        if (rules["exclusiveMinimum"] is { } above && number <= (double)above) yield return $"{place}: {number} is not above {above}";
        if (rules["maximum"] is { } max && number > (double)max) yield return $"{place}: {number} is above {max}";
    }

    private static IEnumerable<string> Kinds(JsonNode? type) => type switch
    {
        JsonArray several => several.Select(t => (string)t!),
        null => ["object", "array", "string", "number", "boolean", "null"],
        _ => [(string)type!],
    };

    private static string KindOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ => value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => "string",
            System.Text.Json.JsonValueKind.Number => double.IsInteger((double)value) ? "integer" : "number",
            _ => "boolean",
        },
    };
}
