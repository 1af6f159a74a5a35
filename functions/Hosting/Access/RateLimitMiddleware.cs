using System.Collections.Frozen;
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
        return AllowanceHeaders.Apply(http, allowance, weight) is { } refusal ? refusal.WriteAsync(http) : next(context);
    }
}
