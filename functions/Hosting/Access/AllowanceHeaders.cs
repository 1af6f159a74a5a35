using LiquidityRisk.Functions.Hosting.Http;
using Microsoft.AspNetCore.Http;

namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>Tells callers what they may still send.</summary>
internal static class AllowanceHeaders
{
    /// <summary>Writes an allowance into an answer's headers.</summary>
    /// <returns>The refusal, when this request is not within the allowance; null when it is.</returns>
    public static Problem? Apply(HttpContext http, Allowance allowance, int weight = 1)
    {
        var headers = http.Response.Headers;
        headers["RateLimit-Limit"] = FormattableString.Invariant($"{allowance.Limit}");
        headers["RateLimit-Remaining"] = FormattableString.Invariant($"{allowance.Remaining}");
        headers["RateLimit-Reset"] = Seconds(allowance.Reset);
        if (allowance.IsGranted) return null;
        headers.RetryAfter = Seconds(allowance.RetryAfter);
        return Problem.TooMany(Refusal(allowance, weight));
    }

    private static string Refusal(Allowance allowance, int weight) => weight == 1
        ? FormattableString.Invariant($"At most {allowance.Limit} requests a minute are answered; Retry-After says when the next one is.")
        : FormattableString.Invariant($"At most {allowance.Limit} requests a minute are answered, and this one counts as {weight}; Retry-After says when the next one is.");

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{Math.Ceiling(time.TotalSeconds):F0}");
}
