using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.CashMarket.Operations;
using LiquidityRisk.Flows.CashMarket.Liquidity;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using LiquidityRisk.Functions.Workflows;
using LiquidityRisk.Units;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Functions.Api;

/// <summary>Operations that create and withdraw liquidity.</summary>
public sealed class LiquidityOperationsApi(
    ReadOperations read, DecideLiquidity decide, WithdrawLiquidity withdraw, DriveOperation drive, RepeatableRequests repeatable)
{
    private const string Route = "api/v1/liquidity/operations";
    private const string SomeId = "0123456789abcdef0123456789abcdef";

    /// <summary>Operations, newest first.</summary>
    [Function(nameof(ListOperations))]
    [Access(Roles.Admin, Roles.Compliance)]
    [Operation("Liquidity", typeof(OperationListAnswer))]
    [Query("certificate_type", typeof(CertificateType), "Only in this market.")]
    [Query("status", typeof(OperationStatus), "Only of this status.")]
    [Query("limit", typeof(int), "How many.", Default = 50, Min = 1, Max = 200)]
    [Query("cursor", typeof(string), "Where to go on: cursor of the page before.", MaxLength = 300)]
    public async Task<IActionResult> ListOperations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken)
    {
        CertificateType? certificate = request.Text("certificate_type", maxLength: 3) is { } text ? RequestReading.CertificateOrFault("certificate_type", text) : null;
        var answer = await read.ListAsync(
            certificate,
            request.OptionalChoice<OperationStatus>("status"),
            request.Number("limit", fallback: 50, min: 1, max: 200),
            request.Cursor("cursor"),
            cancellationToken);
        return new JsonAnswer<OperationListAnswer>(answer, ContractsJson.Default.OperationListAnswer);
    }

    /// <summary>An operation with its plan, steps, orders and tickets.</summary>
    [Function(nameof(GetOperation))]
    [Access(Roles.Admin, Roles.Compliance)]
    [Operation("Liquidity", typeof(OperationDetailAnswer))]
    [Path("id", typeof(string), "Which.", Example = SomeId)]
    public async Task<IActionResult> GetOperation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        new JsonAnswer<OperationDetailAnswer>(
            await read.DetailAsync(RequestReading.OperationOrFault(id), cancellationToken), ContractsJson.Default.OperationDetailAnswer);

    /// <summary>Approves an operation that somebody else asked for.</summary>
    [Function(nameof(ApproveOperation))]
    [Access(Roles.Admin)]
    [Weight(10)]
    [Operation("Liquidity", typeof(OperationAnswer), Body = typeof(DecisionRequest))]
    [Path("id", typeof(string), "Which.", Example = SomeId)]
    public Task<IActionResult> ApproveOperation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{id}/approve")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => DecideAsync(request, id, isApproved: true, client, cancellationToken);

    /// <summary>Rejects an operation that somebody else asked for.</summary>
    [Function(nameof(RejectOperation))]
    [Access(Roles.Admin)]
    [Weight(10)]
    [Operation("Liquidity", typeof(OperationAnswer), Body = typeof(DecisionRequest))]
    [Path("id", typeof(string), "Which.", Example = SomeId)]
    public Task<IActionResult> RejectOperation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{id}/reject")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => DecideAsync(request, id, isApproved: false, client, cancellationToken);

    /// <summary>Withdraws created liquidity in the background: cancels what still rests of its orders.</summary>
    [Function(nameof(WithdrawOperation))]
    [Access(Roles.Admin)]
    [Weight(50)]
    [Operation("Liquidity", typeof(OperationAnswer), Body = typeof(DecisionRequest), Status = StatusCodes.Status202Accepted, Repeatable = true)]
    [Path("id", typeof(string), "Which.", Example = SomeId)]
    public async Task<IActionResult> WithdrawOperation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{id}/withdraw")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var creation = RequestReading.OperationOrFault(id);
        return await repeatable.AnswerAsync(
            request,
            nameof(WithdrawOperation),
            ContractsJson.Default.DecisionRequest,
            ContractsJson.Default.OperationAnswer,
            async (body, made) =>
            {
                var document = await withdraw.WithdrawAsync(creation, made, body.Comment, request.Caller().UserId, cancellationToken);
                await client.StartAsync(document, cancellationToken);
                var answer = OperationAnswers.Summary(document);
                return new(answer, StatusCodes.Status202Accepted, answer.StatusUrl);
            },
            cancellationToken);
    }

    /// <summary>Has what could not be undone tried again.</summary>
    [Function(nameof(RetryOperation))]
    [Access(Roles.Admin)]
    [Weight(50)]
    [Operation("Liquidity", typeof(OperationAnswer))]
    [Path("id", typeof(string), "Which.", Example = SomeId)]
    public async Task<IActionResult> RetryOperation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{id}/retry")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var document = await drive.RetryAsync(RequestReading.OperationOrFault(id), request.Caller().UserId, cancellationToken);
        await client.StartAsync(document, cancellationToken);
        return new JsonAnswer<OperationAnswer>(OperationAnswers.Summary(document), ContractsJson.Default.OperationAnswer);
    }

    private async Task<IActionResult> DecideAsync(
        HttpRequest request, string id, bool isApproved, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var operation = RequestReading.OperationOrFault(id);
        var body = await request.JsonAsync(ContractsJson.Default.DecisionRequest, cancellationToken);
        var document = await decide.DecideAsync(operation, isApproved, body.Comment, request.Caller().UserId, cancellationToken);
        await client.WakeAsync(document, cancellationToken);
        return new JsonAnswer<OperationAnswer>(OperationAnswers.Summary(document), ContractsJson.Default.OperationAnswer);
    }
}
