using System.Collections.Frozen;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>Answers 429 to a caller who sends more than allowed: a user by name, anybody else by address.</summary>
internal sealed class RateLimitMiddleware(RateLimitOptions options, Allowances allowances, ClientAddress address) : IFunctionsWorkerMiddleware
{
    private static readonly FrozenDictionary<string, int> Weights =
        HttpFunctionList.All.Where(f => !f.IsUnmetered).ToFrozenDictionary(f => f.Name, f => f.Weight, StringComparer.Ordinal);

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http || !Weights.TryGetValue(context.FunctionDefinition.Name, out var weight)) return next(context);
        var allowance = http.Items[typeof(Caller)] is Caller caller
            ? allowances.Take("user " + caller.UserId, options.PerMinute, weight)
            : allowances.Take("address " + address.Of(http), options.AnonymousPerMinute, weight);
        var headers = http.Response.Headers;
        headers["RateLimit-Limit"] = FormattableString.Invariant($"{allowance.Limit}");
        headers["RateLimit-Remaining"] = FormattableString.Invariant($"{allowance.Remaining}");
        headers["RateLimit-Reset"] = Seconds(allowance.Reset);
        if (allowance.IsGranted) return next(context);
        headers.RetryAfter = Seconds(allowance.RetryAfter);
        return Problem.TooMany(Refusal(allowance, weight))
            .WriteAsync(http);
    }

    private static string Refusal(Allowance allowance, int weight) => weight == 1
        ? FormattableString.Invariant($"At most {allowance.Limit} requests a minute are answered; Retry-After says when the next one is.")
        : FormattableString.Invariant($"At most {allowance.Limit} requests a minute are answered, and this one counts as {weight}; Retry-After says when the next one is.");

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{Math.Ceiling(time.TotalSeconds):F0}");
}
