using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Narrative.Bonds;
using LiquidityRisk.Units;
using Microsoft.AspNetCore.Http;

namespace LiquidityRisk.Functions.Hosting.Http;

/// <summary>Reads requests strictly: a fault stops the function with a problem document that names the field.</summary>
internal static class RequestReading
{
    /// <summary>Largest JSON body in bytes.</summary>
    public const int MaxBody = 4 * 1024 * 1024;

    /// <summary>What an ISIN looks like, for people.</summary>
    public const string IsinForm = "An ISIN is two letters, nine letters or digits and a digit, in upper case.";

    public static Caller Caller(this HttpRequest request) => (Caller)request.HttpContext.Items[typeof(Caller)]!;

    public static Isin IsinOrFault(string text) => Isin.TryParse(text, out var isin)
        ? isin
        : throw Fault("isin", IsinForm);

    public static CertificateType CertificateOrFault(string field, string? text) => CertificateType.TryParse(text, out var type)
        ? type
        : throw Fault(field, "One of EUA, CEA is expected.");

    public static AccountId AccountOrFault(string field, string? text) => Guid.TryParseExact(text, "N", out var id) && id != Guid.Empty
        ? new(id)
        : throw Fault(field, "An account is 32 hexadecimal digits.");

    public static Guid OperationOrFault(string text) => Guid.TryParseExact(text, "N", out var id) && id != Guid.Empty
        ? id
        : throw Fault("id", "An operation is 32 hexadecimal digits.");

    /// <summary>A cursor that a listing gave out; null when absent.</summary>
    public static string? Cursor(this HttpRequest request, string name)
    {
        if (request.Text(name, maxLength: 300) is not { } text) return null;
        try
        {
            ListPosition.FromCursor(text);
            return text;
        }
        catch (ArgumentException)
        {
            throw Fault(name, "This is no cursor of a list.");
        }
    }

    /// <summary>The parameters <c>limit</c> and <c>cursor</c> of a list of transactions.</summary>
    public static (long Before, int Most) TransactionPage(this HttpRequest request) =>
        (request.Number("cursor", fallback: int.MaxValue, min: 1, max: int.MaxValue), request.Number("limit", fallback: 50, min: 1, max: 200));

    public static async Task<T> JsonAsync<T>(this HttpRequest request, JsonTypeInfo<T> shape, CancellationToken cancellationToken)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            throw new RequestFaultException(new Problem(
                StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", "The body has the wrong media type.", "Send application/json."));
        }

        try
        {
            using var body = await BodyAsync(request, cancellationToken);
            return await JsonSerializer.DeserializeAsync(body, shape, cancellationToken) ?? throw Fault("body", "A JSON object is expected.");
        }
        catch (JsonException e)
        {
            var path = e.Path is null or "$" ? "body" : e.Path.TrimStart('$', '.');
            throw Fault(path, path is "body" ? "The body is not a well-formed JSON object of the expected shape." : "The value has the wrong type or format.");
        }
    }

    public static T Choice<T>(this HttpRequest request, string name, T fallback)
        where T : struct, Enum =>
        request.Query[name].ToString() is not { Length: > 0 } text ? fallback
        : SnakeCase.TryParse<T>(text, out var value) ? value
        : throw Fault(name, $"One of {SnakeCase.Choices<T>()} is expected.");

    public static T? OptionalChoice<T>(this HttpRequest request, string name)
        where T : struct, Enum =>
        request.Query[name].ToString() is { Length: > 0 } ? request.Choice(name, default(T)) : null;

    /// <summary>A face amount to trade, above 0; null when absent.</summary>
    public static FaceAmount? Face(this HttpRequest request, string name) =>
        request.Query[name].ToString() is not { Length: > 0 } text ? null : FaceOrFault(name, Decimal(text));

    public static FaceAmount FaceOrFault(string name, decimal? face) => face is > 0 and <= FaceAmount.Max
        ? new FaceAmount(face.Value)
        : throw Fault(name, FormattableString.Invariant($"A face amount above 0 and at most {FaceAmount.Max:0} is expected."));

    public static DateTimeOffset? Instant(this HttpRequest request, string name) =>
        request.Query[name].ToString() is not { Length: > 0 } text ? null
        : DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at
        : throw Fault(name, "A date or a date with a time is expected, for example 2026-01-05T09:00:00Z.");

    /// <summary>The parameters <c>from</c> and <c>to</c>.</summary>
    public static (DateTimeOffset? From, DateTimeOffset? To) Period(this HttpRequest request)
    {
        var (from, to) = (request.Instant("from"), request.Instant("to"));
        return from is null || to is null || from < to ? (from, to) : throw Fault("to", "An instant after from is expected.");
    }

    /// <summary>Retail readers get masked answers; every other role reads everything.</summary>
    public static Audience Audience(this HttpRequest request) =>
        request.Caller().HasAnyOf([Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin])
            ? Flows.Bonds.Audience.Professional
            : Flows.Bonds.Audience.Retail;

    public static NarrativeLanguage Language(this HttpRequest request) => request.Text("lang", maxLength: 2) switch
    {
        null or "en" => NarrativeLanguage.English,
        "hi" => NarrativeLanguage.Hindi,
        _ => throw Fault("lang", "One of en, hi is expected."),
    };

    /// <summary>Reads a number as people and programs write it: plain, or with an exponent.</summary>
    public static decimal? Decimal(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    public static int Number(this HttpRequest request, string name, int fallback, int min, int max) =>
        request.Query[name].ToString() is not { Length: > 0 } text ? fallback
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max ? value
        : throw Fault(name, FormattableString.Invariant($"A whole number from {min} to {max} is expected."));

    /// <summary>true or false; null when absent.</summary>
    public static bool? Flag(this HttpRequest request, string name) => request.Query[name].ToString() switch
    {
        "" => null,
        "true" => true,
        "false" => false,
        _ => throw Fault(name, "true or false is expected."),
    };

    public static string? Text(this HttpRequest request, string name, int maxLength) =>
        request.Query[name].ToString() is not { Length: > 0 } text ? null
        : text.Length <= maxLength ? text
        : throw Fault(name, FormattableString.Invariant($"At most {maxLength} characters are expected."));

    // The whole body first: the length may not be announced, and reading must stop at the limit.
    private static async Task<MemoryStream> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBody) throw TooLarge();
        var body = new MemoryStream((int)(request.ContentLength ?? 4_096));
        var buffer = new byte[16_384];
        for (int count; (count = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + count > MaxBody) throw TooLarge();
            body.Write(buffer, 0, count);
        }

        body.Position = 0;
        return body;
    }

    private static RequestFaultException TooLarge() =>
        new(Problem.TooLarge(FormattableString.Invariant($"A body has at most {MaxBody:N0} bytes.")));

    public static RequestFaultException Fault(string field, string message) => new(Problem.BadRequest(field, message));
}
