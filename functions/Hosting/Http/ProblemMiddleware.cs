using LiquidityRisk.Flows.Calculations;
using LiquidityRisk.Flows.CashMarket;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Wallets;
using LiquidityRisk.Flows.Wallets.Proof;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Functions.Hosting.Http;

/// <summary>The one place where exceptions of HTTP functions become problem documents.</summary>
internal sealed class ProblemMiddleware(ILogger<ProblemMiddleware> log) : IFunctionsWorkerMiddleware
{
    private const int RetryAfterSeconds = 5;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client has left; there is nobody to answer.
        }
        catch (Exception e)
        {
            var problem = Map(e);
            if (problem.Status >= StatusCodes.Status500InternalServerError)
                log.LogError(e, "{Function} failed", context.FunctionDefinition.Name);
            if (problem.Status == StatusCodes.Status503ServiceUnavailable)
                http.Response.Headers.RetryAfter = FormattableString.Invariant($"{RetryAfterSeconds}");
            await problem.WriteAsync(http);
        }
    }

    private static Problem Map(Exception e) => e switch
    {
        RequestFaultException fault => fault.Problem,
        CashMarketRefusedException refused => Problem.Of(refused),
        ProofRefusedException refused => Problem.Of(refused),
        WalletRefusedException refused => Problem.Unprocessable(refused.Field, refused.Message),
        CalculationRefusedException { IsImpossible: true } refused => Problem.Unprocessable(refused.Field, refused.Message),
        CalculationRefusedException refused => Problem.BadRequest(refused.Field, refused.Message),
        StoreUnavailableException unavailable => Problem.Unavailable(unavailable.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            Problem.TooLarge("The body exceeds the size limit of this service."),
        BadHttpRequestException bad => Problem.BadRequest("body", bad.Message),
        _ => Problem.Unexpected(),
    };
}

/// <summary>Stops a function whose request turned out to be at fault.</summary>
internal sealed class RequestFaultException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem => problem;
}
