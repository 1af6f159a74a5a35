using System.Text.Json.Nodes;

namespace LiquidityRisk.Functions.Hosting.OpenApi;

/// <summary>The operations as a Postman collection (format 2.1), a folder per tag.</summary>
internal static class PostmanCollection
{
    private const string Format = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

    public static JsonObject Of(JsonObject document) => new()
    {
        ["info"] = new JsonObject { ["name"] = "LiquidityRisk", ["description"] = "Generated from /openapi.json.", ["schema"] = Format },
        ["variable"] = new JsonArray(Variable("host", "http://localhost:7071"), Variable("token", "")),
        ["auth"] = new JsonObject
        {
            ["type"] = "bearer",
            ["bearer"] = new JsonArray(new JsonObject { ["key"] = "token", ["value"] = "{{token}}", ["type"] = "string" }),
        },
        ["item"] = new JsonArray([SignIn(document), .. DocumentedRequest.All(document)
            .GroupBy(r => r.Tag, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new JsonObject { ["name"] = g.Key, ["item"] = new JsonArray([.. g.Select(Item)]) })]),
    };

    private static JsonObject Variable(string name, string value) => new() { ["key"] = name, ["value"] = value };

    private static JsonObject SignIn(JsonObject document) => new()
    {
        ["name"] = "Sign in (development only)",
        ["event"] = new JsonArray(new JsonObject
        {
            ["listen"] = "test",
            ["script"] = new JsonObject
            {
                ["type"] = "text/javascript",
                ["exec"] = new JsonArray("pm.collectionVariables.set('token', pm.response.json().access_token);"),
            },
        }),
        ["request"] = new JsonObject
        {
            ["method"] = "POST",
            ["auth"] = new JsonObject { ["type"] = "noauth" },
            ["header"] = new JsonArray(Pair("Content-Type", "application/json")),
            ["body"] = Raw(DocumentedRequest.SignInBody(document)),
            ["url"] = Url("/.auth/login/dev", []),
        },
    };

    private static JsonObject Item(DocumentedRequest request)
    {
        var json = new JsonObject { ["method"] = request.Verb };
        if (!request.NeedsSignIn) json["auth"] = new JsonObject { ["type"] = "noauth" };
        var headers = request.Headers.Select(h => Optional(Pair(h.Name, h.Value), h)).ToList();
        if (request.Body is not null) headers.Add(Pair("Content-Type", "application/json"));
        json["header"] = new JsonArray([.. headers]);
        if (request.Body is { } body) json["body"] = Raw(body.ToJsonString(OpenApiDocument.Readable));
        json["url"] = Url(request.Path, request.Query);
        return new JsonObject { ["name"] = request.Summary, ["request"] = json };
    }

    private static JsonObject Url(string path, IReadOnlyList<DocumentedValue> query)
    {
        var required = string.Join('&', query.Where(q => q.IsRequired).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value)}"));
        var url = new JsonObject
        {
            ["raw"] = "{{host}}" + path + (required.Length > 0 ? "?" + required : ""),
            ["host"] = new JsonArray("{{host}}"),
            ["path"] = new JsonArray([.. path.TrimStart('/').Split('/').Select(p => (JsonNode)p)]),
        };
        if (query.Count > 0) url["query"] = new JsonArray([.. query.Select(q => Optional(Pair(q.Name, q.Value), q))]);
        return url;
    }

    // Optional ones are there to be switched on.
    private static JsonObject Optional(JsonObject pair, DocumentedValue value)
    {
        pair["description"] = value.Meaning;
        if (!value.IsRequired) pair["disabled"] = true;
        return pair;
    }

    private static JsonObject Pair(string name, string value) => new() { ["key"] = name, ["value"] = value };

    private static JsonObject Raw(string text) => new()
    {
        ["mode"] = "raw",
        ["raw"] = text,
        ["options"] = new JsonObject { ["raw"] = new JsonObject { ["language"] = "json" } },
    };
}
