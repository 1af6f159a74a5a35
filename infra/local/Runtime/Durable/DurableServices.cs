using System.Text.Json;
using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Local.Runtime.Durable;

internal static class DurableServices
{
    public static void AddDurable(this IServiceCollection services)
    {
        services.AddSingleton(new RuntimeSchema(DurableSql.Schema));
        // In the worker, durable data goes through the app's JSON options, which ignore the case of names.
        services.Configure<JsonSerializerOptions>(json => json.PropertyNameCaseInsensitive = true);
        services.AddSingleton<DataConverter>(
            provider => new JsonDataConverter(provider.GetRequiredService<IOptions<JsonSerializerOptions>>().Value));
        services.AddSingleton<DurableSchedule>();
        services.AddSingleton<InstanceSignals>();
        services.AddSingleton<OrchestrationWorker>();
        services.AddSingleton<ActivityWorker>();
        services.AddSingleton<DurableTaskClient, LocalDurableClient>();
        services.AddSingleton<IParameterBinder, DurableBinder>();
        services.AddPart<DurablePart>();
    }
}
