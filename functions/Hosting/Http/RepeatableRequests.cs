using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiquidityRisk.Flows.CashMarket;
using LiquidityRisk.Flows.Requests;
using LiquidityRisk.Functions.Workflows;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LiquidityRisk.Functions.Hosting.Http;

/// <summary>
/// Carries out requests that make something, once for each <c>Idempotency-Key</c>: one that comes again gets the first answer, 409 while that is
/// being made, and 422 when it asks for something else under the same key. Without a key every request is a new one.
/// </summary>
public sealed class RepeatableRequests(RequestLedger ledger, IdSource ids)
{
    private const int RetryAfterSeconds = 1;

    /// <summary>Carries a request out.</summary>
    /// <param name="request">The request.</param>
    /// <param name="operation">What it asks for; keys of different operations are different.</param>
    /// <param name="bodyShape">How its body is read.</param>
    /// <param name="shape">How the answer is written.</param>
    /// <param name="act">Does it, given the body and an id that is the same whenever this request comes again.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    internal async Task<IActionResult> AnswerAsync<TBody, T>(
        HttpRequest request,
        string operation,
        JsonTypeInfo<TBody> bodyShape,
        JsonTypeInfo<T> shape,
        Func<TBody, Guid, Task<Made<T>>> act,
        CancellationToken cancellationToken)
        where TBody : class
    {
        var body = await request.JsonAsync(bodyShape, cancellationToken);
        if (WorkflowInstances.KeyOf(request) is not { } key) return Written(shape, await act(body, Guid.ParseExact(ids(), "N")));
        var id = DerivedIds.Derive(operation, request.Caller().UserId, key);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Path + "\n" + JsonSerializer.Serialize(body, bodyShape))));
        var entry = await ledger.BeginAsync(id.ToString("N"), fingerprint, cancellationToken);
        switch (entry.State)
        {
            case RequestState.Answered:
                return new WrittenAnswer(entry.Request.Status!.Value, Encoding.UTF8.GetBytes(entry.Request.Body ?? ""), entry.Request.Location);
            case RequestState.Differs:
                return Problem.Unprocessable(WorkflowInstances.KeyHeader, "This key was used for another request.");
            case RequestState.InFlight:
                request.HttpContext.Response.Headers.RetryAfter = FormattableString.Invariant($"{RetryAfterSeconds}");
                return Problem.Conflict("in_flight", "The request with this key is being carried out; ask again in a moment.", WorkflowInstances.KeyHeader);
        }

        try
        {
            var answer = Written(shape, await act(body, id));
            await ledger.CompleteAsync(entry, answer.Status, Encoding.UTF8.GetString(answer.Body), answer.Location, cancellationToken);
            return answer;
        }
        catch
        {
            await ledger.ForgetAsync(entry, CancellationToken.None);
            throw;
        }
    }

    private static WrittenAnswer Written<T>(JsonTypeInfo<T> shape, Made<T> made) =>
        new(made.Status, JsonSerializer.SerializeToUtf8Bytes(made.Value, shape), made.Location);
}

/// <summary>What a request made.</summary>
/// <param name="Value">The answer.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Location">Where to look for it; null for nowhere.</param>
internal sealed record Made<T>(T Value, int Status = StatusCodes.Status200OK, string? Location = null);

/// <summary>A JSON answer whose body is written already.</summary>
internal sealed class WrittenAnswer(int status, byte[] body, string? location) : IActionResult
{
    private const int RetryAfterSeconds = 1;

    public int Status => status;

    public byte[] Body => body;

    public string? Location => location;

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = status;
        response.ContentType = JsonBody.ContentType;
        if (location is not null) response.Headers.Location = location;
        if (status == StatusCodes.Status202Accepted) response.Headers.RetryAfter = FormattableString.Invariant($"{RetryAfterSeconds}");
        await response.Body.WriteAsync(body, context.HttpContext.RequestAborted);
    }
}
