using System.Text;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Local.Runtime.Hosting;
using LiquidityRisk.Local.Runtime.Testing;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.Local.Runtime.Tests;

/// <summary>Starts the functions of a few classes, and speaks to the result.</summary>
internal static class RuntimeUnderTest
{
    public static Task<RuntimeTestHost> StartAsync(
        IReadOnlyList<Type> functions,
        Action<FunctionsApplicationBuilder>? configure = null,
        Action<RuntimeOptions>? options = null,
        TimeProvider? time = null,
        string? dataDirectory = null) =>
        RuntimeTestHost.StartAsync(new RuntimeTestOptions
        {
            FunctionTypes = functions,
            Configure = configure,
            Options = options,
            Time = time ?? TimeProvider.System,
            DataDirectory = dataDirectory,
        });

    public static Task PublishAsync(this RuntimeTestHost host, string hub, params (string Key, string Body)[] events) =>
        host.Services.GetRequiredService<IEventPublisher>().PublishAsync(
            hub, [.. events.Select(e => new OutgoingEvent(e.Key, Encoding.UTF8.GetBytes(e.Body)))], CancellationToken.None);

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}
