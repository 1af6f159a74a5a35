using Azure.Core;
using Azure.Identity;
using Azure.Messaging.WebPubSub;
using LiquidityRisk.Flows.Ports;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Functions.Hosting;

/// <summary>The platform's parts on Azure, reached by managed identity: Event Hubs and Web PubSub.</summary>
internal static class Platform
{
    /// <summary>Adds them.</summary>
    /// <exception cref="OptionsValidationException">A setting is missing or malformed; the message names it.</exception>
    public static void AddPlatform(this FunctionsApplicationBuilder builder)
    {
        var settings = AzureSettings.Read(builder.Configuration);
        builder.Services.AddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        builder.Services.AddSingleton<IEventPublisher>(services =>
            new EventHubsPublisher(settings.EventHubsNamespace, services.GetRequiredService<TokenCredential>()));
        builder.Services.AddSingleton(services => new WebPubSubServiceClient(
            settings.WebPubSubEndpoint, settings.WebPubSubHub, services.GetRequiredService<TokenCredential>()));
        builder.Services.AddSingleton<ITopicPublisher, WebPubSubTopics>();
        builder.Services.AddSingleton<IRealtimeConnections, WebPubSubConnections>();
    }
}
