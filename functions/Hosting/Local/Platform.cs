using LiquidityRisk.Local.Simulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.Functions.Hosting;

/// <summary>What the embedded runtime does not bring by itself: the simulated or replayed market.</summary>
internal static class Platform
{
    public static void AddPlatform(this IServiceCollection services, IConfiguration configuration) =>
        services.AddMarketFeed(configuration);
}
