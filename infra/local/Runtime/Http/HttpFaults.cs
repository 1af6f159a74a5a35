using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Runtime.Http;

/// <summary>Turns exceptions and bare error statuses into problem documents; nothing of an exception leaves the process.</summary>
internal sealed class HttpFaults(RequestDelegate next, ILogger<HttpFaults> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null } && http.Response.ContentLength is null)
                await Problems.WriteAsync(http, http.Response.StatusCode, Detail(http));
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            log.LogDebug("The client of {Method} {Path} went away.", http.Request.Method, http.Request.Path);
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            if (e is BadHttpRequestException bad)
            {
                await Problems.WriteAsync(http, bad.StatusCode, bad.Message);
                return;
            }

            log.LogError(e, "{Method} {Path} failed.", http.Request.Method, http.Request.Path);
            await Problems.WriteAsync(http, StatusCodes.Status500InternalServerError, "The request could not be handled. The log says why.");
        }
    }

    private static string? Detail(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => $"There is nothing at {http.Request.Path}.",
        StatusCodes.Status405MethodNotAllowed => $"{http.Request.Path} does not support {http.Request.Method}.",
        _ => null,
    };
}
