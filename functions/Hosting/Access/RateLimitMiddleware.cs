using System.Collections.Frozen;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>Answers 429 to a caller who sends more than allowed: a user by name, anybody else by address.</summary>
internal sealed class RateLimitMiddleware(RateLimitOptions options, Allowances allowances, ClientAddress address) : IFunctionsWorkerMiddleware
{
    private static readonly FrozenSet<string> Unmetered =
        HttpFunctionList.All.Where(f => f.IsUnmetered).Select(f => f.Name).ToFrozenSet(StringComparer.Ordinal);

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http || Unmetered.Contains(context.FunctionDefinition.Name)) return next(context);
        var allowance = http.Items[typeof(Caller)] is Caller caller
            ? allowances.Take("user " + caller.UserId, options.PerMinute)
            : allowances.Take("address " + address.Of(http), options.AnonymousPerMinute);
        var headers = http.Response.Headers;
        headers["RateLimit-Limit"] = FormattableString.Invariant($"{allowance.Limit}");
        headers["RateLimit-Remaining"] = FormattableString.Invariant($"{allowance.Remaining}");
        headers["RateLimit-Reset"] = Seconds(allowance.Reset);
        if (allowance.IsGranted) return next(context);
        headers.RetryAfter = Seconds(allowance.RetryAfter);
        return Problem.TooMany(FormattableString.Invariant($"At most {allowance.Limit} requests a minute are answered; Retry-After says when the next one is."))
            .WriteAsync(http);
    }

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{Math.Ceiling(time.TotalSeconds):F0}");
}
