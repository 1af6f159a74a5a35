using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiquidityRisk.Functions.Hosting.OpenApi;

/// <summary>The OpenAPI 3.1 document of the app, made once from its functions and contracts.</summary>
internal static class OpenApiDocument
{
    public const string SignIn = "sign_in";

    /// <summary>JSON for people: indented, with the characters themselves instead of escapes.</summary>
    public static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Lazy<JsonObject> Document = new(Make);

    /// <summary>The document; not to be changed.</summary>
    public static JsonObject Current => Document.Value;

    private static JsonObject Make()
    {
        var docs = new XmlDocs();
        var schemas = new SchemaBook(docs);
        var operations = new Operations(docs, schemas);
        var documented = HttpFunctionList.All.Where(f => f.Operation is not null).ToList();
        var paths = new JsonObject();
        foreach (var route in documented.GroupBy(f => f.Route, StringComparer.Ordinal))
            paths[route.Key] = new JsonObject(route.SelectMany(f => f.Verbs.Select(v => KeyValuePair.Create<string, JsonNode?>(v, operations.Of(f)))));
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "LiquidityRisk",
                ["version"] = typeof(OpenApiDocument).Assembly.GetName().Version!.ToString(3),
                ["description"] =
                    "Liquidity and risk, said plainly. JSON in snake_case; absent is null, never 0. Failures are `application/problem+json` "
                    + "(RFC 9457) and name the field at fault. Times are ISO 8601 with offset.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = new JsonArray([.. documented
                .Select(f => f.Operation!.Tag)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(t => (JsonNode)new JsonObject { ["name"] = t })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.ToJson(),
                ["responses"] = operations.ProblemResponses(),
                ["headers"] = AnswerHeaders.Components(),
                ["securitySchemes"] = new JsonObject
                {
                    [SignIn] = new JsonObject
                    {
                        ["type"] = "http",
                        ["scheme"] = "bearer",
                        ["description"] =
                            "A token of the platform's sign-in; the roles that an operation needs are listed with it. "
                            + "In development `POST /.auth/login/dev` with `{\"user\":\"ana\",\"roles\":[\"professional\"]}` gives one.",
                    },
                },
            },
        };
    }
}
