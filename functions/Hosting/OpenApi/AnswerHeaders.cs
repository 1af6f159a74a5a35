using System.Text.Json.Nodes;

namespace LiquidityRisk.Functions.Hosting.OpenApi;

/// <summary>Headers of answers, described once and referred to by name.</summary>
internal static class AnswerHeaders
{
    public const string ETag = "ETag";
    public const string Location = "Location";
    public const string RetryAfter = "Retry-After";

    /// <summary>How much of the caller's allowance is left.</summary>
    public static readonly IReadOnlyList<string> Allowance = ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"];

    private static readonly (string Name, string Type, string Meaning)[] All =
    [
        (ETag, "string", "The version of the answer."),
        (Location, "string", "Where to look for what was started or made."),
        (RetryAfter, "integer", "Seconds to wait before the next try."),
        (Allowance[0], "integer", "Requests a minute that the caller has."),
        (Allowance[1], "integer", "Requests that are left at once."),
        (Allowance[2], "integer", "Seconds until all of them are there again."),
    ];

    public static JsonObject Components() => new(All.Select(h => KeyValuePair.Create<string, JsonNode?>(h.Name, new JsonObject
    {
        ["description"] = h.Meaning,
        ["schema"] = new JsonObject { ["type"] = h.Type },
    })));

    public static JsonObject? References(IEnumerable<string> names)
    {
        var references = names.Select(n => KeyValuePair.Create<string, JsonNode?>(n, new JsonObject { ["$ref"] = "#/components/headers/" + n })).ToList();
        return references.Count == 0 ? null : new JsonObject(references);
    }
}
