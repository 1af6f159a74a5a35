using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Local.Runtime.Http;

/// <summary>The middleware that turns what an HTTP function returned into the response, inside the function's scope.</summary>
internal static class HttpResults
{
    public static FunctionExecutionDelegate Execute(FunctionExecutionDelegate next) => async context =>
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var outer = http.RequestServices;
        http.RequestServices = context.InstanceServices;
        try
        {
            await next(context);
            await WriteAsync(http, ((Invocation)context).Result);
        }
        finally
        {
            http.RequestServices = outer;
        }
    };

    private static Task WriteAsync(HttpContext http, object? result) => result switch
    {
        null when http.Response.HasStarted => Task.CompletedTask,
        null when http.Response.StatusCode == StatusCodes.Status200OK => NoContent(http),
        null => Task.CompletedTask,
        IActionResult action => action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        IResult plain => plain.ExecuteAsync(http),
        string text => http.Response.WriteAsync(text, http.RequestAborted),
        _ => http.Response.WriteAsJsonAsync(result, result.GetType(), JsonOptions(http), contentType: null, http.RequestAborted),
    };

    private static Task NoContent(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    internal static System.Text.Json.JsonSerializerOptions JsonOptions(HttpContext http) =>
        http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions;
}
