using System.Globalization;
using System.Net;
using Azure.Identity;
using LiquidityRisk.Flows.Ports;
using Microsoft.Azure.Cosmos;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace LiquidityRisk.Adapters.Cosmos;

/// <summary>
/// Calls the server until it answers: throttling, unavailability and timeouts are retried with jittered exponential
/// back-off (or when the server says), everything else is an answer or a clear error.
/// </summary>
internal sealed class CosmosCalls
{
    // Sub-statuses of 404 that do not mean that the document is missing.
    private const string ReplicaIsBehind = "1002";
    private const string OwnerIsMissing = "1003";

    private readonly CosmosOptions _options;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<ResponseMessage> _pipeline;

    public CosmosCalls(CosmosOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _pipeline = new ResiliencePipelineBuilder<ResponseMessage> { TimeProvider = time }
            .AddTimeout(options.GiveUpAfter)
            .AddRetry(new RetryStrategyOptions<ResponseMessage>
            {
                ShouldHandle = args => ValueTask.FromResult(IsTransient(args.Outcome)),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(100),
                MaxDelay = TimeSpan.FromSeconds(5),
                MaxRetryAttempts = 100, // the time budget ends it
                DelayGenerator = args => ValueTask.FromResult(ServersWish(args.Outcome.Result)),
            })
            .AddTimeout(options.AttemptTimeout)
            .Build();
    }

    /// <summary>Sends until there is an answer of 2xx, 404, 409 or 412, which the caller disposes of.</summary>
    /// <exception cref="StoreUnavailableException">The server did not answer in time or refuses to serve.</exception>
    public async ValueTask<ResponseMessage> SendAsync(
        string what, Func<CancellationToken, Task<ResponseMessage>> send, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        string? last = null;
        try
        {
            var response = await _pipeline.ExecuteAsync(AttemptAsync, cancellationToken);
            if (IsAnswer(response)) return response;
            using (response) throw Refused(what, response, started);
        }
        catch (Exception e) when (IsUnavailable(e) && !cancellationToken.IsCancellationRequested)
        {
            throw new StoreUnavailableException(Message(what, started, last ?? e.Message), e);
        }

        // When time runs out, what went wrong before says more than that time ran out.
        async ValueTask<ResponseMessage> AttemptAsync(CancellationToken token)
        {
            try
            {
                var response = await send(token);
                if (!IsAnswer(response)) last = Reason(response);
                return response;
            }
            catch (Exception e) when (!token.IsCancellationRequested)
            {
                last = e.Message;
                throw;
            }
        }
    }

    private static bool IsAnswer(ResponseMessage response) =>
        response.IsSuccessStatusCode
        || response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed
        || (response.StatusCode == HttpStatusCode.NotFound && SubStatus(response) is not (ReplicaIsBehind or OwnerIsMissing));

    private static string? SubStatus(ResponseMessage response) => response.Headers["x-ms-substatus"];

    private static bool IsTransient(Outcome<ResponseMessage> outcome) => outcome switch
    {
        { Result: { } response } => IsTransient(response.StatusCode)
            || (response.StatusCode == HttpStatusCode.NotFound && SubStatus(response) == ReplicaIsBehind),
        { Exception: CosmosException e } => IsTransient(e.StatusCode),
        { Exception: HttpRequestException or TimeoutRejectedException } => true,
        _ => false,
    };

    private static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
        || (int)status == 449; // retry with: two writes met on the server

    private static bool IsUnavailable(Exception e) =>
        e is CosmosException or HttpRequestException or TimeoutRejectedException or OperationCanceledException
            or AuthenticationFailedException;

    private static TimeSpan? ServersWish(ResponseMessage? response) =>
        response?.Headers["x-ms-retry-after-ms"] is { } text
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds is > 0 and < 60_000
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;

    private static string Reason(ResponseMessage response) => FormattableString.Invariant(
        $"status {(int)response.StatusCode} {response.StatusCode}. {response.ErrorMessage}");

    private Exception Refused(string what, ResponseMessage response, long started) =>
        response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge
            ? new InvalidOperationException($"Cosmos DB does not understand: {what}: {Reason(response)}")
            : new StoreUnavailableException(Message(what, started, Reason(response)));

    private string Message(string what, long started, string reason) => FormattableString.Invariant(
        $"Cosmos DB at {_options.Endpoint} could not {what}; tried for {_time.GetElapsedTime(started).TotalSeconds:0.0} s. Last: {reason}");
}
