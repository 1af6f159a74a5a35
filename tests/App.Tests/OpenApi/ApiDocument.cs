using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using LiquidityRisk.Functions.Hosting.OpenApi;

namespace LiquidityRisk.App.Tests.OpenApi;

/// <summary>An operation as the document describes it.</summary>
internal sealed record DocumentedOperation(string Path, string Verb, JsonObject Json)
{
    public string Name => (string)Json["operationId"]!;

    /// <summary>A role that may call it; null when everybody may.</summary>
    public string? Role => Json["security"] is JsonArray { Count: > 0 } security ? (string)security[0]![OpenApiDocument.SignIn]![0]! : null;

    public IEnumerable<JsonObject> Parameters(string place) =>
        (Json["parameters"] as JsonArray ?? []).Select(p => p!.AsObject()).Where(p => (string)p["in"]! == place);

    /// <summary>The address with a documented value for each parameter of the route.</summary>
    public string Address(JsonObject document) => Parameters("path").Aggregate(Path, (address, p) =>
        address.Replace($"{{{p["name"]}}}", Uri.EscapeDataString(new Examples(document).Of(p["schema"])!.ToString()), StringComparison.Ordinal));

    public override string ToString() => $"{Verb} {Path}";
}

/// <summary>The document that the app serves.</summary>
internal sealed class ApiDocument
{
    private readonly SchemaCheck _check;

    private ApiDocument(JsonObject json)
    {
        Json = json;
        _check = new SchemaCheck(json);
        Operations = [.. from path in json["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select new DocumentedOperation(path.Key, operation.Key.ToUpperInvariant(), operation.Value!.AsObject())];
    }

    public JsonObject Json { get; }

    public IReadOnlyList<DocumentedOperation> Operations { get; }

    public static async Task<ApiDocument> ReadAsync(AppUnderTest app) =>
        new(JsonNode.Parse(await app.Http.GetStringAsync("/openapi.json"))!.AsObject());

    public DocumentedOperation Operation(string name) => Operations.Single(o => o.Name == name);

    /// <summary>What is wrong with a response in the eyes of the document.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(DocumentedOperation operation, HttpResponseMessage response)
    {
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        var body = await response.Content.ReadAsStringAsync();
        if (operation.Json["responses"]![status] is not { } found) return [$"{operation}: {status} is not documented: {body}"];
        var documented = (found["$ref"] is { } reference ? _check.Resolve((string)reference!) : found).AsObject();
        List<string> faults = [.. (documented["headers"] as JsonObject ?? [])
            .Where(h => !response.Headers.Contains(h.Key))
            .Select(h => $"{operation}: {status} has no header {h.Key}")];
        if (documented["content"] is not JsonObject content) return body.Length == 0 ? faults : [.. faults, $"{operation}: {status} has a body"];
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        if (content[type] is not { } media) return [.. faults, $"{operation}: {status} is sent as '{type}'"];
        return [.. faults, .. _check.Faults(JsonNode.Parse(body), media["schema"]).Select(f => $"{operation}: {f}")];
    }

    /// <summary>What is wrong with a value in the eyes of a schema.</summary>
    public IEnumerable<string> Faults(JsonNode? value, JsonNode? schema) => _check.Faults(value, schema);

    /// <summary>What every reference of the document points at.</summary>
    public IReadOnlyList<JsonNode> References() => [.. Nodes(Json).OfType<JsonObject>().Where(o => o["$ref"] is not null).Select(o => _check.Resolve((string)o["$ref"]!))];

    /// <summary>Whether the status says that there is no such address or method.</summary>
    public static bool IsUnknownAddress(HttpStatusCode status) => status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed;

    private static IEnumerable<JsonNode> Nodes(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(p => Nodes(p.Value)).Prepend(json),
        JsonArray array => array.SelectMany(Nodes).Prepend(array),
        _ => [],
    };
}
