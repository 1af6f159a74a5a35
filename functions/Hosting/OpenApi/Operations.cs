using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LiquidityRisk.Functions.Hosting.OpenApi;

/// <summary>Describes single operations of the API.</summary>
internal sealed class Operations(XmlDocs docs, SchemaBook schemas)
{
    private const string Json = "application/json";

    private readonly SortedDictionary<int, JsonObject> _problems = [];

    /// <summary>The problems that the described operations can answer with.</summary>
    public JsonObject ProblemResponses() => new(_problems.Select(p => KeyValuePair.Create<string, JsonNode?>(NameOf(p.Key), p.Value)));

    public JsonObject Of(HttpFunction function)
    {
        var operation = function.Operation!;
        var (summary, remarks) = docs.Of(function.Method);
        var parameters = new Parameters(schemas).Of(function);
        var json = new JsonObject
        {
            ["operationId"] = char.ToLowerInvariant(function.Name[0]) + function.Name[1..],
            ["tags"] = new JsonArray(operation.Tag),
            ["summary"] = summary ?? function.Name,
        };
        if (remarks is not null) json["description"] = remarks;
        if (parameters.Count > 0) json["parameters"] = parameters;
        if (operation.Body is { } body)
            json["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(Json, schemas.Body(body, isAnswer: false)) };
        json["responses"] = Responses(function, operation, hasParameters: parameters.Count > 0);
        json["security"] = function.Roles.Count == 0
            ? []
            : new JsonArray(new JsonObject { [OpenApiDocument.SignIn] = new JsonArray([.. function.Roles.Select(r => (JsonNode)r)]) });
        return json;
    }

    private JsonObject Responses(HttpFunction function, OperationAttribute operation, bool hasParameters)
    {
        var responses = new SortedDictionary<int, JsonObject>();
        foreach (var status in new[] { operation.Status, operation.AlsoStatus }.Where(s => s != 0))
            responses[status] = Success(function, operation, status);
        if (operation.Versioned) responses[StatusCodes.Status304NotModified] = new JsonObject { ["description"] = "The version in If-None-Match is still the current one." };
        foreach (var status in Problems(function, operation, hasParameters)) responses.TryAdd(status, Problem(status));
        return new JsonObject(responses.Select(r => KeyValuePair.Create<string, JsonNode?>(FormattableString.Invariant($"{r.Key}"), r.Value)));
    }

    private JsonObject Success(HttpFunction function, OperationAttribute operation, int status)
    {
        var json = new JsonObject { ["description"] = ReasonPhrases.GetReasonPhrase(status) };
        List<string> headers = [];
        if (operation.Versioned) headers.Add(AnswerHeaders.ETag);
        if (status is StatusCodes.Status202Accepted or StatusCodes.Status201Created && operation.Repeatable) headers.Add(AnswerHeaders.Location);
        if (status is StatusCodes.Status202Accepted && operation.Repeatable) headers.Add(AnswerHeaders.RetryAfter);
        if (!function.IsUnmetered) headers.AddRange(AnswerHeaders.Allowance);
        if (AnswerHeaders.References(headers) is { } references) json["headers"] = references;
        if (operation.Answers.Count > 0) json["content"] = Content(Json, Shape(operation.Answers));
        return json;
    }

    private JsonObject Shape(IReadOnlyList<Type> answers) => answers.Count == 1
        ? schemas.Body(answers[0], isAnswer: true)
        : new JsonObject { ["anyOf"] = new JsonArray([.. answers.Select(a => schemas.Body(a, isAnswer: true))]) };

    private static IEnumerable<int> Problems(HttpFunction function, OperationAttribute operation, bool hasParameters)
    {
        if (hasParameters || operation.Body is not null) yield return StatusCodes.Status400BadRequest;
        if (function.Roles.Count > 0) yield return StatusCodes.Status401Unauthorized;
        if (function.Roles.Count > 0) yield return StatusCodes.Status403Forbidden;
        if (function.Route.Contains('{', StringComparison.Ordinal)) yield return StatusCodes.Status404NotFound;
        if (operation.Repeatable || operation.IfMatch) yield return StatusCodes.Status409Conflict;
        if (operation.IfMatch) yield return StatusCodes.Status412PreconditionFailed;
        if (operation.Body is not null) yield return StatusCodes.Status413PayloadTooLarge;
        if (operation.Body is not null) yield return StatusCodes.Status415UnsupportedMediaType;
        if (operation.Body is not null) yield return StatusCodes.Status422UnprocessableEntity;
        if (!function.IsUnmetered) yield return StatusCodes.Status429TooManyRequests;
        yield return StatusCodes.Status503ServiceUnavailable;
    }

    private JsonObject Problem(int status)
    {
        if (!_problems.ContainsKey(status))
        {
            var json = new JsonObject { ["description"] = ReasonPhrases.GetReasonPhrase(status) };
            if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
                json["headers"] = AnswerHeaders.References([AnswerHeaders.RetryAfter]);
            json["content"] = Content(Http.Problem.ContentType, schemas.Body(typeof(Http.Problem.Body), isAnswer: true));
            _problems[status] = json;
        }

        return new JsonObject { ["$ref"] = "#/components/responses/" + NameOf(status) };
    }

    private static string NameOf(int status) => FormattableString.Invariant($"problem_{status}");

    private static JsonObject Content(string type, JsonObject schema) => new() { [type] = new JsonObject { ["schema"] = schema } };
}
