using System.Diagnostics;
using LiquidityRisk.Flows.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LiquidityRisk.Functions.Hosting.Http;

/// <summary>Counts and times every HTTP answer.</summary>
internal sealed class RequestMetricsMiddleware(ServiceMetrics metrics) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var started = Stopwatch.GetTimestamp();
        await next(context);
        if (context.GetHttpContext() is { } http)
            metrics.NoteRequest(context.FunctionDefinition.Name, http.Response.StatusCode, Stopwatch.GetElapsedTime(started));
    }
}
