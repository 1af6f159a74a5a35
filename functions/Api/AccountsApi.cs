using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.CashMarket;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Accounts of the certificate market.</summary>
public sealed class AccountsApi(ClientAccounts clients, FundAccounts fund, ReconcileMarkets reconcile, RepeatableRequests repeatable)
{
    private const string Route = "api/v1/accounts";

    /// <summary>Your own account; opened when it is first asked for.</summary>
    [Function(nameof(GetMyAccount))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Accounts", typeof(AccountAnswer))]
    public async Task<IActionResult> GetMyAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/me")] HttpRequest request, CancellationToken cancellationToken) =>
        new JsonAnswer<AccountAnswer>(
            AccountAnswers.Account(await clients.OfAsync(request.Caller().UserId, cancellationToken)), ContractsJson.Default.AccountAnswer);

    /// <summary>What changed your own account, newest first.</summary>
    [Function(nameof(ListMyTransactions))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Accounts", typeof(TransactionListAnswer))]
    [Query("limit", typeof(int), "How many.", Default = 50, Min = 1, Max = 200)]
    [Query("cursor", typeof(int), "Where to go on: cursor of the page before.", Min = 1, Max = int.MaxValue)]
    public async Task<IActionResult> ListMyTransactions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/me/transactions")] HttpRequest request, CancellationToken cancellationToken)
    {
        var page = request.TransactionPage();
        var account = await clients.OfAsync(request.Caller().UserId, cancellationToken);
        return new JsonAnswer<TransactionListAnswer>(
            await fund.TransactionsAsync(account, page.Before, page.Most, cancellationToken), ContractsJson.Default.TransactionListAnswer);
    }

    /// <summary>All clients' accounts, by name.</summary>
    [Function(nameof(ListAccounts))]
    [Access(Roles.Admin, Roles.Compliance)]
    [Operation("Accounts", typeof(AccountListAnswer))]
    public async Task<IActionResult> ListAccounts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        new JsonAnswer<AccountListAnswer>(await fund.ClientsAsync(cancellationToken), ContractsJson.Default.AccountListAnswer);

    /// <summary>Pays into a client's account, or out of what is available in it.</summary>
    [Function(nameof(FundAccount))]
    [Access(Roles.Admin)]
    [Operation("Accounts", typeof(AccountAnswer), Body = typeof(FundRequest), Repeatable = true)]
    [Path("id", typeof(string), "Which account.", Example = "0123456789abcdef0123456789abcdef")]
    public async Task<IActionResult> FundAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{id}/fund")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var account = RequestReading.AccountOrFault("id", id);
        return await repeatable.AnswerAsync(
            request,
            nameof(FundAccount),
            ContractsJson.Default.FundRequest,
            ContractsJson.Default.AccountAnswer,
            async (body, operation) => new(AccountAnswers.Account(
                await fund.FundClientAsync(account, body, new(operation), request.Caller().UserId, cancellationToken))),
            cancellationToken);
    }

    /// <summary>Proves that accounts and markets agree to the cent and the lot, or says where they do not.</summary>
    [Function(nameof(ReconcileAccounts))]
    [Access(Roles.Admin, Roles.Compliance, Roles.RiskManager)]
    [Weight(50)]
    [Operation("Accounts", typeof(ReconciliationAnswer))]
    public async Task<IActionResult> ReconcileAccounts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/reconciliation")] HttpRequest request, CancellationToken cancellationToken) =>
        new JsonAnswer<ReconciliationAnswer>(await reconcile.ProveAsync(cancellationToken), ContractsJson.Default.ReconciliationAnswer);
}
