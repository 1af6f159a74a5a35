using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using LiquidityRisk.Units;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>What was said about a bond before, and whether it comes out the same again.</summary>
public sealed class BondRecordsApi(BondRecords records, AuditTrail trail)
{
    /// <summary>How a bond has developed.</summary>
    [Function(nameof(GetHistory))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Bonds", typeof(HistoryAnswer))]
    [Path("isin", typeof(Isin), "Which bond.")]
    [Query("from", typeof(DateTimeOffset), "Earliest instant, inclusive.")]
    [Query("to", typeof(DateTimeOffset), "Latest instant, exclusive.")]
    [Query("limit", typeof(int), "How many points.", Default = 500, Min = 1, Max = 1_000)]
    [Query("cursor", typeof(string), "Where to go on: next_cursor of the page before.", MaxLength = 500)]
    public async Task<IActionResult> GetHistory(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/liquidity-risk/{isin}/history")] HttpRequest request,
        string isin,
        CancellationToken cancellationToken)
    {
        var bond = RequestReading.IsinOrFault(isin);
        var (from, to) = request.Period();
        var cursor = request.Text("cursor", maxLength: 500);
        try
        {
            var limit = request.Number("limit", fallback: 500, min: 1, max: 1_000);
            var history = await records.HistoryAsync(bond, from, to, limit, cursor, cancellationToken);
            return new JsonAnswer<HistoryAnswer>(history, ContractsJson.Default.HistoryAnswer);
        }
        catch (ArgumentException e) when (cursor is not null)
        {
            return Problem.BadRequest("cursor", e.Message.Split(" (Parameter", 2)[0]);
        }
    }

    /// <summary>The recorded translation of a bond: inputs, settings, models and everything that came out.</summary>
    [Function(nameof(GetBondAudit))]
    [Access(Roles.Compliance)]
    [Operation("Audit", typeof(AuditRecordAnswer))]
    [Path("isin", typeof(Isin), "Which bond.")]
    [Query("as_of", typeof(DateTimeOffset), "The newest record at or before this instant; absent means the newest.")]
    public async Task<IActionResult> GetBondAudit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/liquidity-risk/audit/{isin}")] HttpRequest request,
        string isin,
        CancellationToken cancellationToken)
    {
        var bond = RequestReading.IsinOrFault(isin);
        if (await records.FindAsync(bond, request.Instant("as_of"), cancellationToken) is not { } record) return NoRecord(bond);
        await NoteReadingAsync(request, record.Subject, cancellationToken);
        return new JsonAnswer<AuditRecordAnswer>(AuditTrail.Answer(record), ContractsJson.Default.AuditRecordAnswer);
    }

    /// <summary>Makes a recorded translation again from its own inputs and compares the bits.</summary>
    [Function(nameof(VerifyBondAudit))]
    [Access(Roles.Compliance)]
    [Operation("Audit", typeof(AuditVerdictAnswer))]
    [Path("isin", typeof(Isin), "Which bond.")]
    [Query("as_of", typeof(DateTimeOffset), "The newest record at or before this instant; absent means the newest.")]
    public async Task<IActionResult> VerifyBondAudit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/liquidity-risk/audit/{isin}/verify")] HttpRequest request,
        string isin,
        CancellationToken cancellationToken)
    {
        var bond = RequestReading.IsinOrFault(isin);
        if (await records.VerifyAsync(bond, request.Instant("as_of"), cancellationToken) is not { } verdict) return NoRecord(bond);
        await NoteReadingAsync(request, verdict.Subject, cancellationToken);
        return new JsonAnswer<AuditVerdictAnswer>(verdict, ContractsJson.Default.AuditVerdictAnswer);
    }

    private static Problem NoRecord(Isin bond) => Problem.NotFound($"There is no audit record of {bond} at or before that time.");

    private Task NoteReadingAsync(HttpRequest request, string subject, CancellationToken cancellationToken) => trail.AppendAsync(
        ReadingRecords.Subject(request.Caller().UserId),
        ReadingRecords.Kind,
        request.Caller().UserId,
        ReadingRecords.Content(subject, request.Path.Value ?? ""),
        cancellationToken);
}
