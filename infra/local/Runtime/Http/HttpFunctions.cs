using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Local.Runtime.Http;

/// <summary>Every HTTP function at its route.</summary>
internal sealed class HttpFunctions(
    FunctionCatalog catalog, FunctionInvoker invoker, HostSettings host, IOptions<RuntimeOptions> options) : IRuntimePart
{
    private int _running;

    public string Name => "http";

    public bool IsIdle => Volatile.Read(ref _running) == 0;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (function, trigger) in catalog.WithTrigger<HttpTriggerAttribute>())
        {
            if (function.TriggerParameter.ParameterType != typeof(HttpRequest))
                throw new StartupException($"Function {function.Name}: an HTTP trigger parameter must be of type HttpRequest.");
            var pattern = $"{host.RoutePrefix.Trim('/')}/{(trigger.Route ?? function.Name).TrimStart('/')}";
            Task Handle(HttpContext http) => RunAsync(function, http);
            if (trigger.Methods is { Length: > 0 } methods) routes.MapMethods(pattern, methods.Select(m => m.ToUpperInvariant()), Handle);
            else routes.Map(pattern, Handle);
        }
    }

    private async Task RunAsync(FunctionEntry function, HttpContext http)
    {
        if (http.Request.ContentLength > options.Value.MaxRequestBodyBytes)
            throw new BadHttpRequestException("The request body is too large.", StatusCodes.Status413PayloadTooLarge);
        Interlocked.Increment(ref _running);
        try
        {
            var input = new InvocationInput(
                http.Request,
                new Dictionary<object, object> { [FunctionContextExtensions.HttpContextKey] = http },
                http.Request.RouteValues);
            await invoker.InvokeAsync(function, input, http.RequestAborted);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
