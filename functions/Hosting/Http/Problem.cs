using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.CashMarket;
using LiquidityRisk.Flows.Wallets.Proof;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LiquidityRisk.Functions.Hosting.Http;

/// <summary>What went wrong with a request, as <c>application/problem+json</c> (RFC 9457).</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable name of the kind of problem; the last part of its <c>type</c>.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Detail">What happened this time.</param>
/// <param name="Errors">Faults by field.</param>
/// <param name="Missing">What is missing, when assets do not suffice.</param>
internal sealed record Problem(
    int Status, string Code, string Title, string Detail, IReadOnlyDictionary<string, string[]>? Errors = null, Problem.MissingAsset? Missing = null)
    : IActionResult
{
    public const string ContentType = "application/problem+json";

    public static Problem BadRequest(string field, string message) => new(
        StatusCodes.Status400BadRequest, "invalid_request", "The request is not valid.", message, Fault(field, message));

    public static Problem Unprocessable(string field, string message) => new(
        StatusCodes.Status422UnprocessableEntity, "impossible_request", "The request is well-formed but cannot be met.", message, Fault(field, message));

    public static Problem Conflict(string code, string detail, string? field = null) => new(
        StatusCodes.Status409Conflict, code, "Things are not as the request needs them.", detail, field is null ? null : Fault(field, detail));

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

    /// <summary>What the cash market refused.</summary>
    public static Problem Of(CashMarketRefusedException refused)
    {
        var (status, title) = refused.Kind switch
        {
            RefusalKind.Malformed => (StatusCodes.Status400BadRequest, "The request is not valid."),
            RefusalKind.Impossible => (StatusCodes.Status422UnprocessableEntity, "The request is well-formed but cannot be met."),
            RefusalKind.NotFound => (StatusCodes.Status404NotFound, "There is no such thing."),
            RefusalKind.NotAllowed => (StatusCodes.Status403Forbidden, "You may not do this."),
            _ => (StatusCodes.Status409Conflict, "Things are not as the request needs them."),
        };
        var missing = refused.Shortfall is { } s
            ? new MissingAsset(AccountAnswers.Of(s.AssetType), s.Required.Value, s.Available.Value, s.Shortfall.Value)
            : null;
        return new(status, refused.Code, title, refused.Message, refused.Field is { } field ? Fault(field, refused.Message) : null, missing);
    }

    /// <summary>A proof of a wallet that proves nothing; the code names the reason.</summary>
    public static Problem Of(ProofRefusedException refused) => refused.IsMalformed
        ? BadRequest("message", refused.Message)
        : new(
            StatusCodes.Status422UnprocessableEntity,
            "proof_" + SnakeCase.Of(refused.Refusal),
            "This does not prove that the wallet is yours.",
            refused.Message,
            Fault("message", refused.Message));

    public Task ExecuteResultAsync(ActionContext context) => WriteAsync(context.HttpContext);

    public async Task WriteAsync(HttpContext http)
    {
        if (http.Response.HasStarted) return;
        var trace = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        var body = new Body("https://liquidityrisk.dev/problems/" + Code, Title, Status, Detail, http.Request.Path, trace, Errors, Missing?.AssetType, Missing?.Required, Missing?.Available, Missing?.Shortfall);
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
    /// <param name="AssetType">EUR, EUA or CEA; only when assets do not suffice, as the next three.</param>
    /// <param name="Required">How much is needed: EUR or certificates.</param>
    /// <param name="Available">How much is there.</param>
    /// <param name="Shortfall">How much is missing.</param>
    internal sealed record Body(
        string Type,
        string Title,
        int Status,
        string Detail,
        string Instance,
        string TraceId,
        IReadOnlyDictionary<string, string[]>? Errors,
        string? AssetType,
        decimal? Required,
        decimal? Available,
        decimal? Shortfall);

    /// <summary>An asset of which there is not enough.</summary>
    internal sealed record MissingAsset(string AssetType, decimal Required, decimal Available, decimal Shortfall);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem.Body))]
internal sealed partial class ProblemJson : JsonSerializerContext;
