using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Local.Runtime.Durable;
using LiquidityRisk.Local.Runtime.EventHubs;
using LiquidityRisk.Local.Runtime.Http;
using LiquidityRisk.Local.Runtime.Timers;
using LiquidityRisk.Local.Runtime.WebPubSub;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Local.Runtime.Hosting;

/// <summary>Registers the kernel and every part.</summary>
internal static class RuntimeServices
{
    public static void AddRuntime(this IServiceCollection services, RuntimeOptions options, WorkerPipeline pipeline)
    {
        services.AddOptions();
        services.AddSingleton<IOptionsFactory<RuntimeOptions>>(provider => new RuntimeOptionsFactory(
            options, provider.GetServices<IConfigureOptions<RuntimeOptions>>(), provider.GetServices<IPostConfigureOptions<RuntimeOptions>>()));
        services.AddSingleton(pipeline);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<HostSettings>();
        services.AddSingleton<FunctionCatalog>();
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton<RuntimeDatabase>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        services.AddSingleton<Retries>();
        services.AddSingleton<RuntimeParts>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<RuntimeParts>());
        services.AddHttp();
        services.AddEventHubs();
        services.AddTimers();
        services.AddDurable();
        services.AddWebPubSub();
    }

    /// <summary>Registers a part, as itself and as something that <see cref="RuntimeParts"/> starts.</summary>
    public static void AddPart<TPart>(this IServiceCollection services)
        where TPart : class, IRuntimePart
    {
        services.AddSingleton<TPart>();
        services.AddSingleton<IRuntimePart>(provider => provider.GetRequiredService<TPart>());
    }

    private static void AddEventHubs(this IServiceCollection services)
    {
        services.AddSingleton(EventHubStore.Schema);
        services.AddSingleton<EventHubStore>();
        services.AddPart<EventHubs.EventHubs>();
        services.AddSingleton<IEventPublisher, EmbeddedEventPublisher>();
    }

    private static void AddTimers(this IServiceCollection services)
    {
        services.AddSingleton(TimerStore.Schema);
        services.AddSingleton<TimerStore>();
        services.AddPart<FunctionTimers>();
    }

    /// <summary>Starts from the options of the command line, so that <c>Configure&lt;RuntimeOptions&gt;</c> changes them.</summary>
    private sealed class RuntimeOptionsFactory(
        RuntimeOptions start, IEnumerable<IConfigureOptions<RuntimeOptions>> setups, IEnumerable<IPostConfigureOptions<RuntimeOptions>> posts)
        : OptionsFactory<RuntimeOptions>(setups, posts)
    {
        protected override RuntimeOptions CreateInstance(string name) => start;
    }
}
