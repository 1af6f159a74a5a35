using System.Text.Json;
using LiquidityRisk.Flows.Wallets.Sources;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace LiquidityRisk.Adapters.Wallets.Http;

/// <summary>
/// Asks one source until it answers usably: at its pace, each attempt and the whole within a time, failed attempts repeated with jitter
/// or when the source says, and not at all while it keeps failing. An answer's body is read and understood within the attempt, so that
/// a body that breaks off or makes no sense is asked for again, too.
/// </summary>
internal sealed class SourceCalls
{
    private readonly SourceName _source;
    private readonly SourceOptions _options;
    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly RequestPace _pace;
    private readonly ResiliencePipeline _attempts;
    private readonly ResiliencePipeline _attempt;
    private readonly CircuitBreakerStateProvider _circuit = new();
    private readonly bool _isConfigured;
    private volatile SourceFailure? _lastFailure;
    private long _lastSuccess; // ticks in UTC; 0 for never

    public SourceCalls(SourceName source, SourceOptions options, bool needsKey, HttpClient http, TimeProvider time)
    {
        (_source, _options, _http, _time) = (source, options, http, time);
        _isConfigured = !needsKey || options.HasKey;
        _pace = new RequestPace(options.RequestsPerMinute, options.Burst, options.Queue, options.GiveUpAfter, time);
        _attempts = Attempts(options, time, _circuit);
        _attempt = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(options.AttemptTimeout).Build();
    }

    /// <summary>How the source has answered of late.</summary>
    public SourceHealth Health => new(
        _source,
        _isConfigured,
        Interlocked.Read(ref _lastSuccess) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
        _lastFailure,
        _circuit.CircuitState is CircuitState.Open or CircuitState.Isolated);

    /// <summary>Refuses when the source is not set up.</summary>
    /// <exception cref="SourceUnavailableException">It is not.</exception>
    public void Require()
    {
        if (!_isConfigured) throw new SourceUnavailableException(_source, SourceFault.NotConfigured, $"{_source} has no key.");
    }

    /// <summary>Asks and understands the answer.</summary>
    /// <param name="what">What is asked for, in words for people who run the app.</param>
    /// <param name="request">Makes a request, anew for each attempt.</param>
    /// <param name="understand">Makes sense of the body; what it throws of <see cref="AttemptFailedException"/> and <see cref="JsonException"/> fails the attempt.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="SourceUnavailableException">There was no usable answer.</exception>
    public async Task<T> AskAsync<T>(
        string what, Func<HttpRequestMessage> request, Func<byte[], T> understand, CancellationToken cancellationToken)
    {
        Require();
        AttemptFailedException? last = null;
        try
        {
            var answer = await _attempts.ExecuteAsync(AttemptAsync, cancellationToken);
            Interlocked.Exchange(ref _lastSuccess, _time.GetUtcNow().UtcTicks);
            return answer;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is (AttemptFailedException or BrokenCircuitException or TimeoutRejectedException))
        {
            throw GiveUp(what, e as AttemptFailedException ?? last, e);
        }

        // When time runs out, what went wrong before says more than that time ran out.
        async ValueTask<T> AttemptAsync(CancellationToken token)
        {
            try
            {
                if (!await _pace.EnterAsync(token)) throw AttemptFailedException.QueueFull();
                return await _attempt.ExecuteAsync(inner => OnceAsync(request, understand, inner), token);
            }
            catch (Exception e) when (!token.IsCancellationRequested && Explain(e) is { } failed)
            {
                throw last = failed;
            }
        }
    }

    private static ResiliencePipeline Attempts(SourceOptions options, TimeProvider time, CircuitBreakerStateProvider circuit)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(options.GiveUpAfter);
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = args => ValueTask.FromResult(
                    args.Outcome.Exception is AttemptFailedException { MayPass: true } failed && !(failed.RetryAfter >= options.GiveUpAfter)),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.FirstPause,
                MaxRetryAttempts = options.Retries,
                DelayGenerator = args => ValueTask.FromResult((args.Outcome.Exception as AttemptFailedException)?.RetryAfter),
            });
        }

        return builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is AttemptFailedException { IsOutage: true }),
            FailureRatio = 0.5,
            MinimumThroughput = options.CircuitAfter,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = options.CircuitPause,
            StateProvider = circuit,
        }).Build();
    }

    private async ValueTask<T> OnceAsync<T>(Func<HttpRequestMessage> make, Func<byte[], T> understand, CancellationToken cancellationToken)
    {
        using var request = make();
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return understand(await SourceAnswer.ReadAsync(response, _options.MaxAnswerBytes, _time.GetUtcNow(), cancellationToken));
    }

    // The platform's messages can hold the address that was asked, and the address can hold the key: they stay inside.
    private static AttemptFailedException? Explain(Exception e) => e switch
    {
        AttemptFailedException failed => failed,
        JsonException => AttemptFailedException.Unusable("the answer is not the JSON that was asked for"),
        TimeoutRejectedException => new(SourceFault.Slow, "it did not answer in time"),
        HttpRequestException { HttpRequestError: var error } => new(SourceFault.Down, $"the connection failed ({error})"),
        IOException => new(SourceFault.Down, "the answer broke off"),
        _ => null,
    };

    private SourceUnavailableException GiveUp(string what, AttemptFailedException? failed, Exception cause)
    {
        var isLeftAlone = cause is BrokenCircuitException && failed is null;
        var (fault, reason) = (isLeftAlone, failed) switch
        {
            (true, _) => (_lastFailure?.Fault ?? SourceFault.Down, "it failed too often and is left alone for now"),
            (_, { } known) => (known.Fault, known.Message),
            _ => (SourceFault.Slow, "it did not answer in time"),
        };
        var message = $"{_source} did not give {what}: {reason}.";
        if (!isLeftAlone) _lastFailure = new SourceFailure(_time.GetUtcNow(), fault, message);
        return new SourceUnavailableException(_source, fault, message);
    }
}
