using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace LiquidityRisk.Local.Runtime.Tests.Http;

public sealed class EchoFunctions(EchoFunctions.Greeting greeting)
{
    public sealed record Greeting(string Word);

    public sealed record Order(string Side, int Size);

    [Function(nameof(GetBond))]
    public IActionResult GetBond(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bonds/{isin:length(12)}/quotes/{depth:int?}")] HttpRequest request,
        string isin,
        int? depth,
        FunctionContext context,
        CancellationToken cancellationToken) =>
        new OkObjectResult(new
        {
            greeting.Word,
            isin,
            depth,
            function = context.FunctionDefinition.Name,
            same = ReferenceEquals(context.GetHttpContext(), request.HttpContext),
            canBeCancelled = cancellationToken.CanBeCanceled,
        });

    [Function(nameof(PutOrder))]
    public static Order PutOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", "post", Route = "orders")] HttpRequest request, [FromBody] Order order) =>
        order with { Size = order.Size * 2 };

    [Function(nameof(ReadAll))]
    public static async Task<IResult> ReadAll([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "upload")] HttpRequest request)
    {
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory);
        return Results.Text($"{memory.Length}");
    }

    [Function(nameof(Headers))]
    public static IActionResult Headers([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "headers")] HttpRequest request) =>
        new OkObjectResult(request.Headers
            .Where(h => h.Key.StartsWith("x-ms-client-principal", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(h => h.Key.ToUpperInvariant(), h => h.Value.ToString(), StringComparer.Ordinal));

    [Function(nameof(Fail))]
    public static ValueTask Fail([HttpTrigger(AuthorizationLevel.Anonymous, Route = "fail")] HttpRequest request) =>
        throw new InvalidOperationException("secret of the house");

    [Function(nameof(Nothing))]
    public static Task Nothing([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "orders")] HttpRequest request) => Task.CompletedTask;

    [Function(nameof(Named))]
    public static IActionResult Named([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new NoContentResult();
}

public sealed class OuterMiddleware(List<string> log) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        log.Add("outer in");
        await next(context);
        log.Add($"outer out {context.GetInvocationResult().Value?.GetType().Name}");
    }
}

public sealed class RefusingMiddleware(List<string> log) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        log.Add("inner");
        if (context.GetHttpContext()?.Request.Query.ContainsKey("refuse") != true) return next(context);
        context.GetInvocationResult().Value = new ObjectResult("no") { StatusCode = StatusCodes.Status403Forbidden };
        return Task.CompletedTask;
    }
}
