using System.Collections.Frozen;
using System.Reflection;
using LiquidityRisk.Functions.Hosting.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>Lets an HTTP call through only when its function declares a policy and the caller meets it.</summary>
internal sealed class AccessMiddleware : IFunctionsWorkerMiddleware
{
    private static readonly FrozenDictionary<string, AccessAttribute> Policies = typeof(AccessMiddleware).Assembly.GetTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(m => m.IsDefined(typeof(FunctionAttribute)) && m.IsDefined(typeof(AccessAttribute)))
        .ToFrozenDictionary(m => m.GetCustomAttribute<FunctionAttribute>()!.Name, m => m.GetCustomAttribute<AccessAttribute>()!, StringComparer.Ordinal);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var caller = Caller.Of(http.Request);
        if (!Policies.TryGetValue(context.FunctionDefinition.Name, out var policy))
        {
            await Problem.Forbidden("Nobody may call this function.").WriteAsync(http);
        }
        else if (policy.Roles.Count > 0 && caller is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            await Problem.Unauthorized().WriteAsync(http);
        }
        else if (policy.Roles.Count > 0 && !caller!.HasAnyOf(policy.Roles))
        {
            await Problem.Forbidden($"One of these roles is needed: {string.Join(", ", policy.Roles)}.").WriteAsync(http);
        }
        else
        {
            if (caller is not null) http.Items[typeof(Caller)] = caller;
            await next(context);
        }
    }
}
