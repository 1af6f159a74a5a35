using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Functions.Hosting.OpenApi;

/// <summary>
/// Collects the schemas of types by name. They come from the metadata that the serializer itself uses; words come from doc comments.
/// What an answer always writes is required, even as null; of a request only what cannot be null is.
/// </summary>
internal sealed partial class SchemaBook(XmlDocs docs)
{
    private const string Prefix = "#/components/schemas/";

    private readonly Dictionary<(Type Type, bool IsAnswer), string> _names = [];
    private readonly SortedDictionary<string, JsonObject> _schemas = new(StringComparer.Ordinal);

    /// <summary>All schemas so far, by name.</summary>
    public JsonObject ToJson() => new(_schemas.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Key, s.Value.DeepClone())));

    /// <summary>The schema of an answer or of a request's body.</summary>
    public JsonObject Body(Type type, bool isAnswer) => Reference(WireTypes.Of(type), isAnswer);

    /// <summary>The schema of a parameter: a unit, an enum or something simple.</summary>
    public JsonObject Parameter(Type type)
    {
        if (Unit(type) is { } unit) return unit;
        if (type.IsEnum) return Enumeration(type);
        if (type == typeof(string)) return new JsonObject { ["type"] = "string" };
        return (JsonObject)WireTypes.Of(type).GetJsonSchemaAsNode(Options(isAnswer: false));
    }

    private JsonObject Reference(JsonTypeInfo shape, bool isAnswer)
    {
        if (!_names.TryGetValue((shape.Type, isAnswer), out var name))
        {
            name = NameOf(shape.Type);
            if (_schemas.ContainsKey(name)) name += isAnswer ? "Answer" : "Input";
            _names[(shape.Type, isAnswer)] = name;
            _schemas[name] = [];
            var schema = (JsonObject)shape.GetJsonSchemaAsNode(Options(isAnswer));
            WriteOut(schema, schema);
            if (docs.Of(shape.Type) is { } words) schema.Insert(0, "description", words);
            if (shape.Type.GetCustomAttribute<JsonExampleAttribute>() is { } example) schema["examples"] = new JsonArray(JsonNode.Parse(example.Json));
            _schemas[name] = schema;
        }

        return new JsonObject { ["$ref"] = Prefix + name };
    }

    /// <summary>The exporter points at the first place of a shape that comes twice; such a place has no name in the document.</summary>
    private static void WriteOut(JsonNode? node, JsonObject root)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list) WriteOut(item, root);
        }
        else if (node is JsonObject schema)
        {
            if (schema["$ref"]?.GetValue<string>() is { } place && !place.StartsWith(Prefix, StringComparison.Ordinal))
            {
                schema.Remove("$ref");
                var meant = place.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)root, (at, step) => at?[step]) as JsonObject
                    ?? throw new InvalidOperationException($"{place} points at nothing.");
                foreach (var (name, value) in meant) schema.TryAdd(name, value?.DeepClone());
            }

            foreach (var (_, value) in schema.ToList()) WriteOut(value, root);
        }
    }

    private JsonSchemaExporterOptions Options(bool isAnswer) => new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) => Transform(context, node, isAnswer),
    };

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode node, bool isAnswer)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var isRoot = context.Path.IsEmpty;
        var isNullable = context.PropertyInfo is { } property && (property.IsGetNullable || property.IsSetNullable)
            && (!type.IsValueType || type != context.TypeInfo.Type);
        if (type == typeof(RawJson) && Raw(context, isAnswer) is null) return Described(new JsonObject { ["additionalProperties"] = true }, context); // any JSON
        var schema = Unit(type) ?? (type.IsEnum ? Enumeration(type) : null) ?? Raw(context, isAnswer) ?? node as JsonObject;
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            if (isRoot) Require(schema!, context.TypeInfo, isAnswer);
            else schema = Reference(context.TypeInfo, isAnswer);
        }

        if (schema is null) return Described([], context);
        Element(schema, context.TypeInfo);
        return Described(isNullable ? OrNull(schema) : schema, context);
    }

    // A unit inside a list or a dictionary says nothing by itself.
    private void Element(JsonObject schema, JsonTypeInfo shape)
    {
        var place = shape.Kind switch
        {
            JsonTypeInfoKind.Enumerable => "items",
            JsonTypeInfoKind.Dictionary => "additionalProperties",
            _ => null,
        };
        if (place is not null && schema[place] is null && shape.ElementType is { } element && Unit(element) is { } unit) schema[place] = unit;
    }

    private JsonObject Described(JsonObject schema, JsonSchemaExporterContext context)
    {
        if (context.PropertyInfo?.AttributeProvider is not PropertyInfo property || docs.Of(property) is not { } words) return schema;
        if (schema["description"]?.GetValue<string>() is { } unit) words = $"{words} {unit}";
        schema["description"] = words;
        return schema;
    }

    private JsonObject? Raw(JsonSchemaExporterContext context, bool isAnswer)
    {
        var shapes = (context.PropertyInfo?.AttributeProvider as PropertyInfo)?.GetCustomAttribute<JsonShapeAttribute>()?.Shapes;
        if (shapes is null) return null;
        var schema = shapes.Count == 1
            ? Body(shapes[0], isAnswer)
            : new JsonObject { ["anyOf"] = new JsonArray([.. shapes.Select(s => Body(s, isAnswer))]) };
        return context.TypeInfo.Kind == JsonTypeInfoKind.Enumerable ? new JsonObject { ["type"] = "array", ["items"] = schema } : schema;
    }

    private JsonObject? Unit(Type type)
    {
        if (WireTypes.KindOf(type) is not { } kind) return null;
        var schema = new JsonObject { ["type"] = kind };
        if (docs.Of(type) is { } words) schema["description"] = CodeDefault().Replace(words, "").Trim();
        if (WireTypes.FormOf(type) is not { } form) return schema;
        if (!double.IsNaN(form.Minimum)) schema["minimum"] = form.Minimum;
        if (!double.IsNaN(form.ExclusiveMinimum)) schema["exclusiveMinimum"] = form.ExclusiveMinimum;
        if (!double.IsNaN(form.Maximum)) schema["maximum"] = form.Maximum;
        if (form.Pattern is not null) schema["pattern"] = form.Pattern;
        schema["examples"] = new JsonArray(kind is "string" ? JsonValue.Create(form.Example) : JsonNode.Parse(form.Example));
        return schema;
    }

    private JsonObject Enumeration(Type type)
    {
        // An enum of the JSON is written by its converter; one that is only a parameter by the house's rule.
        var names = WireTypes.Find(type)?.GetJsonSchemaAsNode()["enum"]?.DeepClone()
            ?? new JsonArray([.. Enum.GetNames(type).Select(n => JsonValue.Create(WireTypes.Name(n)))]);
        var words = Enum.GetNames(type)
            .Select(n => (Name: WireTypes.Name(n), Words: docs.OfValue(type, n)))
            .Where(n => n.Words is not null)
            .Select(n => $"`{n.Name}`: {n.Words}");
        var schema = new JsonObject { ["type"] = "string", ["enum"] = names };
        if (string.Join(' ', words) is { Length: > 0 } text) schema["description"] = text;
        return schema;
    }

    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema["$ref"] is not null || schema["anyOf"] is not null || schema["enum"] is not null)
            return new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        if (schema["type"] is JsonValue type) schema["type"] = new JsonArray(type.GetValue<string>(), "null");
        return schema;
    }

    private static void Require(JsonObject schema, JsonTypeInfo shape, bool isAnswer)
    {
        var skipsNull = shape.Options.DefaultIgnoreCondition is JsonIgnoreCondition.WhenWritingNull or JsonIgnoreCondition.WhenWritingDefault;
        var required = shape.Properties
            .Where(p => p.Get is not null && (!p.IsGetNullable || (isAnswer && !skipsNull)))
            .Select(p => (JsonNode)p.Name)
            .ToArray();
        schema.Remove("required");
        if (required.Length > 0) schema["required"] = new JsonArray(required);
    }

    private static string NameOf(Type type)
    {
        var name = type.IsGenericType
            ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] + "Of" + string.Concat(type.GetGenericArguments().Select(NameOf))
            : type.Name;
        return type.DeclaringType is { IsGenericType: false } outer ? outer.Name + name : name;
    }

    /// <summary>What a unit's comment says to programmers only.</summary>
    [GeneratedRegex(@"\s*`default`[^.]*\.", RegexOptions.NonBacktracking)]
    private static partial Regex CodeDefault();
}
