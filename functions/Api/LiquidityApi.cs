using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.CashMarket;
using LiquidityRisk.Flows.CashMarket.Liquidity;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using LiquidityRisk.Functions.Workflows;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Functions.Api;

/// <summary>Liquidity that administrators create: preview, create, provision.</summary>
public sealed class LiquidityApi(PreviewLiquidity preview, CreateLiquidity create, ProvisionMakers provision, RepeatableRequests repeatable, IdSource ids)
{
    private const string Route = "api/v1/liquidity";

    /// <summary>Says what creating liquidity would do; nothing is changed.</summary>
    [Function(nameof(PreviewLiquidityCreation))]
    [Access(Roles.Admin)]
    [Weight(10)]
    [Operation("Liquidity", typeof(LiquidityPreviewAnswer), Body = typeof(LiquidityPreviewRequest))]
    public async Task<IActionResult> PreviewLiquidityCreation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/preview")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.JsonAsync(ContractsJson.Default.LiquidityPreviewRequest, cancellationToken);
        var answer = await preview.PreviewAsync(body, Guid.ParseExact(ids(), "N"), request.Caller().UserId, cancellationToken);
        return new JsonAnswer<LiquidityPreviewAnswer>(answer, ContractsJson.Default.LiquidityPreviewAnswer);
    }

    /// <summary>Creates liquidity in the background: all of it or nothing.</summary>
    [Function(nameof(CreateLiquidityOperation))]
    [Access(Roles.Admin)]
    [Weight(100)]
    [Operation("Liquidity", typeof(OperationAnswer), Body = typeof(LiquidityCreateRequest), Status = StatusCodes.Status202Accepted, Repeatable = true)]
    public async Task<IActionResult> CreateLiquidityOperation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/create")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        return await repeatable.AnswerAsync(
            request,
            nameof(CreateLiquidityOperation),
            ContractsJson.Default.LiquidityCreateRequest,
            ContractsJson.Default.OperationAnswer,
            async (body, id) =>
            {
                var document = await create.CreateAsync(body, id, request.Caller().UserId, cancellationToken);
                await client.StartAsync(document, cancellationToken);
                var answer = OperationAnswers.Summary(document);
                return new(answer, StatusCodes.Status202Accepted, answer.StatusUrl);
            },
            cancellationToken);
    }

    /// <summary>Creates market makers or funds those there are, when a preview shows that assets are missing.</summary>
    [Function(nameof(ProvisionLiquidity))]
    [Access(Roles.Admin)]
    [Weight(20)]
    [Operation("Liquidity", typeof(ProvisionAnswer), Body = typeof(ProvisionRequest), Repeatable = true)]
    public async Task<IActionResult> ProvisionLiquidity(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/provision")] HttpRequest request, CancellationToken cancellationToken)
    {
        return await repeatable.AnswerAsync(
            request,
            nameof(ProvisionLiquidity),
            ContractsJson.Default.ProvisionRequest,
            ContractsJson.Default.ProvisionAnswer,
            async (body, id) => new(await provision.ProvisionAsync(body, id, request.Caller().UserId, cancellationToken)),
            cancellationToken);
    }
}
