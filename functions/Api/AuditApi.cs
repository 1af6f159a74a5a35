using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>The append-only records of any subject.</summary>
public sealed class AuditApi(AuditTrail trail)
{
    private const int MaxSubject = 200;

    /// <summary>Records of one subject, oldest first.</summary>
    [Function(nameof(ListAudit))]
    [Access(Roles.Compliance)]
    [Operation("Audit", typeof(AuditListAnswer))]
    [Query("subject", typeof(string), "Whose records, for example lr.US0378331005.", Required = true, MaxLength = MaxSubject, Example = "lr.US0378331005")]
    [Query("from", typeof(DateTimeOffset), "Earliest instant, inclusive.")]
    [Query("to", typeof(DateTimeOffset), "Latest instant, exclusive.")]
    [Query("limit", typeof(int), "How many records.", Default = 50, Min = 1, Max = 500)]
    [Query("cursor", typeof(string), "Where to go on: next_cursor of the page before.", MaxLength = 500)]
    public async Task<IActionResult> ListAudit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/audit")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var subject = Subject(request);
        var (from, to) = request.Period();
        var cursor = request.Text("cursor", maxLength: 500);
        try
        {
            var limit = request.Number("limit", fallback: 50, min: 1, max: 500);
            var page = await trail.ListAsync(subject, from, to, limit, cursor, cancellationToken);
            return new JsonAnswer<AuditListAnswer>(page, ContractsJson.Default.AuditListAnswer);
        }
        catch (ArgumentException e) when (cursor is not null)
        {
            return Problem.BadRequest("cursor", e.Message.Split(" (Parameter", 2)[0]);
        }
    }

    /// <summary>Walks the whole chain of a subject and says whether it is intact.</summary>
    [Function(nameof(VerifyAudit))]
    [Access(Roles.Compliance)]
    [Weight(20)]
    [Operation("Audit", typeof(ChainVerdictAnswer))]
    [Query("subject", typeof(string), "Whose records, for example lr.US0378331005.", Required = true, MaxLength = MaxSubject, Example = "lr.US0378331005")]
    public async Task<IActionResult> VerifyAudit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/audit/verify")] HttpRequest request,
        CancellationToken cancellationToken) => new JsonAnswer<ChainVerdictAnswer>(
        await trail.VerifyAsync(Subject(request), cancellationToken), ContractsJson.Default.ChainVerdictAnswer);

    private static string Subject(HttpRequest request) =>
        request.Text("subject", MaxSubject) is { } subject && !subject.Any(char.IsControl)
            ? subject
            : throw RequestReading.Fault("subject", "The subject of the records is expected.");
}
