using System.Net;
using System.Net.Http.Headers;
using LiquidityRisk.Flows.Wallets.Sources;

namespace LiquidityRisk.Adapters.Wallets.Http;

/// <summary>Takes a response apart: its status in the sources' terms, its body up to a limit.</summary>
internal static class SourceAnswer
{
    private static readonly HashSet<string> JsonTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/json", "application/graphql-response+json", "text/json", "text/plain",
    };

    /// <summary>Reads the whole body of a successful answer in JSON.</summary>
    /// <exception cref="AttemptFailedException">It is no success, no JSON, or too large.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, int maxBytes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (FaultOf(response.StatusCode) is { } fault)
            throw new AttemptFailedException(fault, $"status {(int)response.StatusCode}", retryAfter: Wish(response.Headers.RetryAfter, now));
        if (response.Content.Headers.ContentType?.MediaType is { } type && !JsonTypes.Contains(type))
            throw AttemptFailedException.Unusable("the answer is not JSON by its content type");
        if (response.Content.Headers.ContentLength > maxBytes) throw TooLarge(maxBytes);

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var read = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int count; (count = await body.ReadAsync(part, cancellationToken)) > 0;)
        {
            if (read.Length + count > maxBytes) throw TooLarge(maxBytes);
            read.Write(part, 0, count);
        }

        return read.ToArray();
    }

    private static SourceFault? FaultOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => null,
        401 or 402 or 403 => SourceFault.Refused,
        429 => SourceFault.Throttled,
        408 or 504 => SourceFault.Slow,
        >= 500 => SourceFault.Down,
        _ => SourceFault.Unusable,
    };

    private static TimeSpan? Wish(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wish = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return wish > TimeSpan.Zero ? wish : null;
    }

    private static AttemptFailedException TooLarge(int maxBytes) =>
        AttemptFailedException.Unusable($"the answer is larger than {maxBytes} bytes");
}
