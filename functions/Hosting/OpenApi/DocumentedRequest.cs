using System.Text.Json.Nodes;

namespace LiquidityRisk.Functions.Hosting.OpenApi;

/// <summary>An operation of the document with values to try.</summary>
/// <param name="Tag">Its group.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Verb">HTTP method in upper case.</param>
/// <param name="Path">Address with its parameters filled in.</param>
/// <param name="Query">Parameters of the query: name, value, whether it must be given, meaning.</param>
/// <param name="Headers">Headers of its own: name, value, whether it must be given, meaning.</param>
/// <param name="Body">JSON to send; null when there is none.</param>
/// <param name="NeedsSignIn">Whether a token must be sent.</param>
internal sealed record DocumentedRequest(
    string Tag,
    string Summary,
    string Verb,
    string Path,
    IReadOnlyList<DocumentedValue> Query,
    IReadOnlyList<DocumentedValue> Headers,
    JsonNode? Body,
    bool NeedsSignIn)
{
    public static IEnumerable<DocumentedRequest> All(JsonObject document)
    {
        var examples = new Examples(document);
        return from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select Of(path.Key, operation.Key, operation.Value!.AsObject(), examples);
    }

    /// <summary>A body for the development sign-in: a user with every role that an operation asks for and the wallet of the examples.</summary>
    public static string SignInBody(JsonObject document)
    {
        var roles = from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            from scheme in operation.Value!["security"]!.AsArray()
            from role in scheme![OpenApiDocument.SignIn]!.AsArray()
            select (string)role!;
        var ordered = roles.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(r => (JsonNode)r);
        return new JsonObject { ["user"] = "ana", ["roles"] = new JsonArray([.. ordered]), ["wallet"] = Parameters.ExampleWallet }.ToJsonString();
    }

    private static DocumentedRequest Of(string path, string verb, JsonObject operation, Examples examples)
    {
        var parameters = operation["parameters"]?.AsArray().Select(p => p!.AsObject()).ToList() ?? [];
        List<DocumentedValue> In(string place) => [.. parameters
            .Where(p => (string?)p["in"] == place)
            .Select(p => new DocumentedValue(
                (string)p["name"]!, examples.Of(p["schema"])?.ToString() ?? "", (bool?)p["required"] ?? false, (string?)p["description"] ?? ""))];
        return new DocumentedRequest(
            (string)operation["tags"]![0]!,
            (string)operation["summary"]!,
            verb.ToUpperInvariant(),
            In("path").Aggregate(path, (address, p) => address.Replace($"{{{p.Name}}}", p.Value, StringComparison.Ordinal)),
            In("query"),
            In("header"),
            examples.Of(operation["requestBody"]?["content"]?["application/json"]?["schema"]),
            operation["security"] is JsonArray { Count: > 0 });
    }
}

/// <summary>A parameter with a value to try.</summary>
internal sealed record DocumentedValue(string Name, string Value, bool IsRequired, string Meaning);
