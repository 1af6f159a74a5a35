using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Flows.CashMarket;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using LiquidityRisk.Functions.Workflows;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Market makers of the certificate market, for administrators.</summary>
public sealed class MarketMakersApi(MarketMakers makers, FundAccounts fund, RepeatableRequests repeatable, IdSource ids)
{
    private const string Route = "api/v1/market-makers";
    private const string SomeId = "0123456789abcdef0123456789abcdef";

    /// <summary>Market makers, by name.</summary>
    [Function(nameof(ListMarketMakers))]
    [Access(Roles.Admin, Roles.Compliance)]
    [Operation("Market makers", typeof(MarketMakerListAnswer))]
    [Query("mm_type", typeof(string), "Only ASSET_HOLDER or LIQUIDITY_PROVIDER.", MaxLength = 20, Example = "ASSET_HOLDER")]
    public async Task<IActionResult> ListMarketMakers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken)
    {
        AccountKind? kind = request.Text("mm_type", maxLength: 20) is not { } text ? null
            : AccountAnswers.TryParse(text, out AccountKind named) ? named
            : throw RequestReading.Fault("mm_type", "One of ASSET_HOLDER, LIQUIDITY_PROVIDER is expected.");
        return new JsonAnswer<MarketMakerListAnswer>(await makers.ListAsync(kind, cancellationToken), ContractsJson.Default.MarketMakerListAnswer);
    }

    /// <summary>Creates a market maker with balances that fit its type.</summary>
    [Function(nameof(CreateMarketMaker))]
    [Access(Roles.Admin)]
    [Weight(5)]
    [Operation("Market makers", typeof(MarketMakerAnswer), Body = typeof(MarketMakerRequest), Status = StatusCodes.Status201Created, Repeatable = true)]
    public async Task<IActionResult> CreateMarketMaker(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellationToken)
    {
        return await repeatable.AnswerAsync(
            request,
            nameof(CreateMarketMaker),
            ContractsJson.Default.MarketMakerRequest,
            ContractsJson.Default.MarketMakerAnswer,
            async (body, id) =>
            {
                var made = await makers.CreateAsync(body, id, request.Caller().UserId, cancellationToken);
                return new(made, StatusCodes.Status201Created, $"/{Route}/{made.Id}");
            },
            cancellationToken);
    }

    /// <summary>One market maker.</summary>
    [Function(nameof(GetMarketMaker))]
    [Access(Roles.Admin, Roles.Compliance)]
    [Operation("Market makers", typeof(MarketMakerAnswer))]
    [Path("id", typeof(string), "Which.", Example = SomeId)]
    public async Task<IActionResult> GetMarketMaker(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var document = await makers.FindAsync(RequestReading.AccountOrFault("id", id), cancellationToken);
        return new JsonAnswer<MarketMakerAnswer>(await makers.AnswerAsync(document, cancellationToken), ContractsJson.Default.MarketMakerAnswer);
    }

    /// <summary>Funds a market maker with what fits its type, or takes out of what is available.</summary>
    [Function(nameof(FundMarketMaker))]
    [Access(Roles.Admin)]
    [Weight(5)]
    [Operation("Market makers", typeof(MarketMakerAnswer), Body = typeof(FundRequest), Repeatable = true)]
    [Path("id", typeof(string), "Which.", Example = SomeId)]
    public async Task<IActionResult> FundMarketMaker(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{id}/fund")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var account = RequestReading.AccountOrFault("id", id);
        return await repeatable.AnswerAsync(
            request,
            nameof(FundMarketMaker),
            ContractsJson.Default.FundRequest,
            ContractsJson.Default.MarketMakerAnswer,
            async (body, operation) =>
            {
                var document = await fund.FundMakerAsync(account, body, new(operation), request.Caller().UserId, cancellationToken);
                return new(await makers.AnswerAsync(document, cancellationToken));
            },
            cancellationToken);
    }

    /// <summary>What changed a market maker's account, newest first.</summary>
    [Function(nameof(ListMarketMakerTransactions))]
    [Access(Roles.Admin, Roles.Compliance)]
    [Operation("Market makers", typeof(TransactionListAnswer))]
    [Path("id", typeof(string), "Which.", Example = SomeId)]
    [Query("limit", typeof(int), "How many.", Default = 50, Min = 1, Max = 200)]
    [Query("cursor", typeof(int), "Where to go on: cursor of the page before.", Min = 1, Max = int.MaxValue)]
    public async Task<IActionResult> ListMarketMakerTransactions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}/transactions")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        var page = request.TransactionPage();
        var document = await makers.FindAsync(RequestReading.AccountOrFault("id", id), cancellationToken);
        return new JsonAnswer<TransactionListAnswer>(
            await fund.TransactionsAsync(document, page.Before, page.Most, cancellationToken), ContractsJson.Default.TransactionListAnswer);
    }

    /// <summary>Deactivates a market maker: cancels its orders and releases what they locked. Done twice, nothing changes.</summary>
    [Function(nameof(DeactivateMarketMaker))]
    [Access(Roles.Admin)]
    [Weight(5)]
    [Operation("Market makers", typeof(MarketMakerAnswer))]
    [Path("id", typeof(string), "Which.", Example = SomeId)]
    public async Task<IActionResult> DeactivateMarketMaker(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        new JsonAnswer<MarketMakerAnswer>(
            await makers.DeactivateAsync(
                RequestReading.AccountOrFault("id", id), Guid.ParseExact(ids(), "N"), request.Caller().UserId, cancellationToken),
            ContractsJson.Default.MarketMakerAnswer);
}
