using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LiquidityRisk.Functions.Hosting.Http;

/// <summary>A file that is the same for everybody until the app changes: kept by clients and asked for again by its ETag.</summary>
/// <param name="bytes">The content.</param>
/// <param name="contentType">Its media type.</param>
/// <param name="etag">Its version, in quotes.</param>
/// <param name="encoding">Its content coding; null when it is plain.</param>
internal sealed class FileAnswer(ReadOnlyMemory<byte> bytes, string contentType, string etag, string? encoding = null) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        response.Headers.ETag = etag;
        response.Headers.CacheControl = "public, no-cache";
        if (request.Headers.IfNoneMatch.Contains(etag, StringComparer.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        await response.Body.WriteAsync(bytes, context.HttpContext.RequestAborted);
    }
}
