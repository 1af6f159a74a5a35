using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Wallets.Security;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using LiquidityRisk.Units;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Unusual access to wallets, for those who watch over it.</summary>
public sealed class SecurityEventsApi(ListSecurityEvents events, AuditTrail trail)
{
    private const string Subject = "security-events";

    /// <summary>Unusual access to wallets, newest first. Reading it is on record.</summary>
    [Function(nameof(ListSecurity))]
    [Access(Roles.Compliance, Roles.Admin)]
    [Operation("Audit", typeof(SecurityEventListAnswer))]
    [Query("from", typeof(DateTimeOffset), "Earliest instant, inclusive.")]
    [Query("to", typeof(DateTimeOffset), "Latest instant, exclusive.")]
    [Query("wallet", typeof(string), "Only about this wallet.", MaxLength = 42, Example = "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23")]
    [Query("limit", typeof(int), "How many.", Default = 50, Min = 1, Max = 500)]
    [Query("cursor", typeof(string), "Where to go on: next_cursor of the page before.", MaxLength = 500)]
    public async Task<IActionResult> ListSecurity(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/risk/security-events")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (from, to) = request.Period();
        WalletAddress? wallet = request.Text("wallet", maxLength: 42) is { } text ? WalletCallers.AddressOrFault("wallet", text) : null;
        var (limit, cursor) = (request.Number("limit", fallback: 50, min: 1, max: 500), request.Text("cursor", maxLength: 500));
        try
        {
            var page = await events.ListAsync(from, to, wallet, limit, cursor, cancellationToken);
            var reader = request.Caller().UserId;
            await trail.AppendAsync(
                ReadingRecords.Subject(reader), ReadingRecords.Kind, reader, ReadingRecords.Content(Subject, request.Path.Value ?? ""), cancellationToken);
            return new JsonAnswer<SecurityEventListAnswer>(page, ContractsJson.Default.SecurityEventListAnswer);
        }
        catch (ArgumentException e) when (cursor is not null)
        {
            return Problem.BadRequest("cursor", e.Message.Split(" (Parameter", 2)[0]);
        }
    }
}
