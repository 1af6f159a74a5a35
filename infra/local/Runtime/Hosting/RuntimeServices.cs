using LiquidityRisk.Local.Runtime.Durable;
using LiquidityRisk.Local.Runtime.Http;
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
        services.AddSingleton(Options.Create(options));
        services.AddSingleton(pipeline);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<HostSettings>();
        services.AddSingleton<FunctionCatalog>();
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton<RuntimeDatabase>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        services.AddHttp();
        services.AddDurable();
        services.AddWebPubSub();
    }

    /// <summary>Registers a part once, as a service, as a part and as something to start.</summary>
    public static void AddPart<TPart>(this IServiceCollection services)
        where TPart : class, IRuntimePart
    {
        services.AddSingleton<TPart>();
        services.AddSingleton<IRuntimePart>(provider => provider.GetRequiredService<TPart>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<TPart>());
    }
}
