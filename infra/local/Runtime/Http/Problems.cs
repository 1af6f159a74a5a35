using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace LiquidityRisk.Local.Runtime.Http;

/// <summary>Answers of the runtime itself that are not successes: RFC 9457 problem documents.</summary>
internal static class Problems
{
    public static Task WriteAsync(HttpContext http, int status, string? detail = null)
    {
        http.Response.StatusCode = status;
        var problem = new ProblemDetails { Status = status, Title = ReasonPhrases.GetReasonPhrase(status), Detail = detail };
        return http.Response.WriteAsJsonAsync(
            problem, options: null, contentType: "application/problem+json", http.RequestAborted);
    }
}
