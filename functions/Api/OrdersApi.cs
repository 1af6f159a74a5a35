using System.Globalization;
using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.CashMarket;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using LiquidityRisk.Functions.Workflows;
using LiquidityRisk.Units;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>A client's own orders.</summary>
public sealed class OrdersApi(TradeCertificates trade, ClientAccounts clients, RepeatableRequests repeatable, IdSource ids)
{
    private const string Route = "api/v1/cash-market/{certificate}/orders";

    /// <summary>Places an order.</summary>
    [Function(nameof(PlaceOrder))]
    [Access(Roles.Retail, Roles.Professional, Roles.Admin)]
    [Operation("Cash market", typeof(OrderAnswer), Body = typeof(OrderRequest), Status = StatusCodes.Status201Created, Repeatable = true)]
    [Path("certificate", typeof(CertificateType), "EUA or CEA.")]
    public async Task<IActionResult> PlaceOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string certificate, CancellationToken cancellationToken)
    {
        var type = RequestReading.CertificateOrFault("certificate", certificate);
        return await repeatable.AnswerAsync(
            request,
            nameof(PlaceOrder),
            ContractsJson.Default.OrderRequest,
            ContractsJson.Default.OrderAnswer,
            async (order, id) =>
            {
                var answer = await trade.PlaceAsync(request.Caller().UserId, type, order, new(id), cancellationToken);
                return new(answer, StatusCodes.Status201Created, $"/api/v1/cash-market/{type}/orders/{answer.Id}");
            },
            cancellationToken);
    }

    /// <summary>Gives an order that waits another price or size.</summary>
    [Function(nameof(ReplaceOrder))]
    [Access(Roles.Retail, Roles.Professional, Roles.Admin)]
    [Operation("Cash market", typeof(OrderAnswer), Body = typeof(ReplaceOrderRequest))]
    [Path("certificate", typeof(CertificateType), "EUA or CEA.")]
    [Path("id", typeof(string), "Which order.", Example = "65537")]
    public async Task<IActionResult> ReplaceOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{id}")] HttpRequest request,
        string certificate,
        string id,
        CancellationToken cancellationToken)
    {
        var (type, order) = (RequestReading.CertificateOrFault("certificate", certificate), OrderOrFault(id));
        var body = await request.JsonAsync(ContractsJson.Default.ReplaceOrderRequest, cancellationToken);
        var answer = await trade.ReplaceAsync(request.Caller().UserId, type, order, body, NewCommand(), cancellationToken);
        return new JsonAnswer<OrderAnswer>(answer, ContractsJson.Default.OrderAnswer);
    }

    /// <summary>Cancels what is left of an order.</summary>
    [Function(nameof(CancelOrder))]
    [Access(Roles.Retail, Roles.Professional, Roles.Admin)]
    [Operation("Cash market", typeof(OrderAnswer))]
    [Path("certificate", typeof(CertificateType), "EUA or CEA.")]
    [Path("id", typeof(string), "Which order.", Example = "65537")]
    public async Task<IActionResult> CancelOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{id}")] HttpRequest request,
        string certificate,
        string id,
        CancellationToken cancellationToken)
    {
        var (type, order) = (RequestReading.CertificateOrFault("certificate", certificate), OrderOrFault(id));
        var answer = await trade.CancelAsync(request.Caller().UserId, type, order, NewCommand(), cancellationToken);
        return new JsonAnswer<OrderAnswer>(answer, ContractsJson.Default.OrderAnswer);
    }

    /// <summary>Your orders in a market: all that wait and the last that are done.</summary>
    [Function(nameof(ListOrders))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Cash market", typeof(OrderListAnswer))]
    [Path("certificate", typeof(CertificateType), "EUA or CEA.")]
    public async Task<IActionResult> ListOrders(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string certificate, CancellationToken cancellationToken)
    {
        var type = RequestReading.CertificateOrFault("certificate", certificate);
        var account = await clients.OfAsync(request.Caller().UserId, cancellationToken);
        return new JsonAnswer<OrderListAnswer>(
            new(type.Value, AccountAnswers.Orders(account.Orders.Where(o => o.Certificate == type))), ContractsJson.Default.OrderListAnswer);
    }

    private static OrderId OrderOrFault(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new(number)
            : throw RequestReading.Fault("id", "The number of an order is expected.");

    private CommandId NewCommand() => new(Guid.ParseExact(ids(), "N"));
}
