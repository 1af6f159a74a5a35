using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LiquidityRisk.Functions.Hosting.Http;

/// <summary>A JSON answer written by source-generated code.</summary>
internal sealed class JsonAnswer<T>(T value, JsonTypeInfo<T> shape, int status = StatusCodes.Status200OK) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = status;
        response.ContentType = JsonBody.ContentType;
        await JsonSerializer.SerializeAsync(response.Body, value, shape, context.HttpContext.RequestAborted);
    }
}

/// <summary>The answer to who started something that goes on by itself: 202, with where to look for it and when.</summary>
internal sealed class AcceptedAnswer<T>(T value, JsonTypeInfo<T> shape, string statusUrl, int retryAfterSeconds) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.Location = statusUrl;
        headers.RetryAfter = FormattableString.Invariant($"{retryAfterSeconds}");
        return new JsonAnswer<T>(value, shape, StatusCodes.Status202Accepted).ExecuteResultAsync(context);
    }
}

/// <summary>A JSON answer with an ETag; its body is made only for whoever does not have it yet.</summary>
/// <param name="version">Names the content: the same as long as that does not change.</param>
/// <param name="body">Makes the body.</param>
internal sealed class VersionedAnswer(string version, Func<byte[]> body) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var etag = $"\"{version}\"";
        response.Headers.ETag = etag;
        response.Headers.CacheControl = "private, no-cache";
        if (request.Headers.IfNoneMatch.Contains(etag, StringComparer.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = JsonBody.ContentType;
        await response.Body.WriteAsync(body(), context.HttpContext.RequestAborted);
    }
}

/// <summary>What all JSON answers have in common.</summary>
internal static class JsonBody
{
    public const string ContentType = "application/json; charset=utf-8";
}
