using Azure.Messaging.EventHubs;
using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Local.Runtime.EventHubs;

/// <summary>A function as the consumer of a hub: gives it batches or single events in the type it asks for.</summary>
internal sealed class EventHubConsumer
{
    private readonly Retries _retries;
    private readonly FunctionEntry _function;
    private readonly Func<EventData, object>? _single;
    private readonly Func<List<EventData>, object>? _many;

    public EventHubConsumer(FunctionEntry function, EventHubTriggerAttribute trigger, HostSettings settings, Retries retries)
    {
        _retries = retries;
        _function = function;
        Hub = settings.Expand(trigger.EventHubName, $"Function {function.Name}");
        Group = settings.Expand(trigger.ConsumerGroup ?? "$Default", $"Function {function.Name}");
        BatchSize = settings.MaxEventBatchSize;
        var type = function.TriggerParameter.ParameterType;
        _many = !trigger.IsBatched ? null
            : type == typeof(EventData[]) ? static events => events.ToArray()
            : type == typeof(string[]) ? static events => events.ConvertAll(Text).ToArray()
            : null;
        _single = trigger.IsBatched ? null
            : type == typeof(EventData) ? static one => one
            : type == typeof(string) ? Text
            : null;
        if (_many is null && _single is null)
        {
            var expected = trigger.IsBatched ? "EventData[] or string[]" : "EventData or string";
            throw new StartupException($"Function {function.Name}: the trigger parameter must be {expected} and is {type.Name}.");
        }
    }

    public string Hub { get; }

    public string Group { get; }

    public int BatchSize { get; }

    public string FunctionName => _function.Name;

    /// <summary>Runs the function; returns also when it failed for good, since a bad batch must not block the partition.</summary>
    /// <exception cref="OperationCanceledException">The runtime stops; the batch counts as not delivered.</exception>
    public async Task DeliverAsync(List<EventData> batch, Action<bool> waiting, CancellationToken stop)
    {
        if (_many is not null)
        {
            await _retries.RunAsync(_function, new InvocationInput(_many(batch)), waiting, stop);
            return;
        }

        foreach (var one in batch)
            await _retries.RunAsync(_function, new InvocationInput(_single!(one)), waiting, stop);
    }

    private static string Text(EventData data) => data.EventBody.ToString();
}
