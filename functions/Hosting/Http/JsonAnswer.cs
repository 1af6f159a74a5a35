using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LiquidityRisk.Functions.Hosting.Http;

/// <summary>A JSON answer written by source-generated code, with an ETag when it has a version.</summary>
internal sealed class JsonAnswer<T>(T value, JsonTypeInfo<T> shape, int status = StatusCodes.Status200OK, string? version = null) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        if (version is not null)
        {
            var etag = $"\"{version}\"";
            response.Headers.ETag = etag;
            response.Headers.CacheControl = "private, no-cache";
            if (request.Headers.IfNoneMatch.Contains(etag, StringComparer.Ordinal))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(response.Body, value, shape, context.HttpContext.RequestAborted);
    }
}
