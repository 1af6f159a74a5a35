using Azure;
using Azure.Core;
using Azure.Messaging.WebPubSub;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Functions.Hosting;

/// <summary>Publishes to the groups of Web PubSub: several groups at once, the messages of each group one after the other.</summary>
internal sealed class WebPubSubTopics(WebPubSubServiceClient service) : ITopicPublisher
{
    private const int GroupsAtOnce = 16;

    public Task PublishAsync(IReadOnlyList<TopicMessage> messages, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        messages.GroupBy(m => m.Group, StringComparer.Ordinal),
        new ParallelOptions { MaxDegreeOfParallelism = GroupsAtOnce, CancellationToken = cancellationToken },
        async (group, cancellation) =>
        {
            var context = new RequestContext { CancellationToken = cancellation };
            foreach (var message in group)
                await service.SendToGroupAsync(message.Group, RequestContent.Create(message.Json), ContentType.ApplicationJson, context: context);
        });
}
