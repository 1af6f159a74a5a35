using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LiquidityRisk.Functions.Hosting.Http;

/// <summary>What went wrong with a request, as <c>application/problem+json</c> (RFC 9457).</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable name of the kind of problem; the last part of its <c>type</c>.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Detail">What happened this time.</param>
/// <param name="Errors">Faults by field.</param>
internal sealed record Problem(int Status, string Code, string Title, string Detail, IReadOnlyDictionary<string, string[]>? Errors = null)
    : IActionResult
{
    public const string ContentType = "application/problem+json";

    public static Problem BadRequest(string field, string message) => new(
        StatusCodes.Status400BadRequest, "invalid_request", "The request is not valid.", message, Fault(field, message));

    public static Problem Unprocessable(string field, string message) => new(
        StatusCodes.Status422UnprocessableEntity, "impossible_request", "The request is well-formed but cannot be met.", message, Fault(field, message));

    public static Problem Unauthorized() => new(
        StatusCodes.Status401Unauthorized, "not_signed_in", "You are not signed in.", "Sign in and send the request again.");

    public static Problem Forbidden(string detail) => new(
        StatusCodes.Status403Forbidden, "not_allowed", "You may not do this.", detail);

    public static Problem NotFound(string detail) => new(
        StatusCodes.Status404NotFound, "not_found", "There is no such thing.", detail);

    public static Problem TooMany(string detail) => new(
        StatusCodes.Status429TooManyRequests, "too_many_requests", "You send too many requests.", detail);

    public static Problem TooLarge(string detail) => new(
        StatusCodes.Status413PayloadTooLarge, "too_large", "The request is too large.", detail);

    public static Problem Unavailable(string detail) => new(
        StatusCodes.Status503ServiceUnavailable, "unavailable", "A part of the service cannot be reached.", detail);

    public static Problem Unexpected() => new(
        StatusCodes.Status500InternalServerError, "unexpected", "Something went wrong on our side.", "The failure has been logged under this trace_id.");

    public Task ExecuteResultAsync(ActionContext context) => WriteAsync(context.HttpContext);

    public async Task WriteAsync(HttpContext http)
    {
        if (http.Response.HasStarted) return;
        var trace = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        var body = new Body("https://liquidityrisk.dev/problems/" + Code, Title, Status, Detail, http.Request.Path, trace, Errors);
        http.Response.StatusCode = Status;
        http.Response.ContentType = ContentType;
        await JsonSerializer.SerializeAsync(http.Response.Body, body, ProblemJson.Default.Body, http.RequestAborted);
    }

    private static Dictionary<string, string[]> Fault(string field, string message) =>
        new(StringComparer.Ordinal) { [field] = [message] };

    /// <summary>A problem document (RFC 9457).</summary>
    /// <param name="Type">Address that names the kind of problem; its last part is stable.</param>
    /// <param name="Title">The kind in words.</param>
    /// <param name="Status">HTTP status.</param>
    /// <param name="Detail">What happened this time.</param>
    /// <param name="Instance">Path of the request.</param>
    /// <param name="TraceId">Under which the log has it.</param>
    /// <param name="Errors">Faults by field; absent when no field is at fault.</param>
    internal sealed record Body(
        string Type, string Title, int Status, string Detail, string Instance, string TraceId, IReadOnlyDictionary<string, string[]>? Errors);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem.Body))]
internal sealed partial class ProblemJson : JsonSerializerContext;
