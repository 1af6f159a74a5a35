using System.Collections.Concurrent;
using System.Globalization;
using Azure.Messaging.EventHubs;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Local.Runtime.Tests.EventHubs;

/// <summary>What the functions below saw, and how they should behave.</summary>
public sealed class EventRecorder
{
    public ConcurrentQueue<(string Key, string Body, long Sequence)> Seen { get; } = [];

    public ConcurrentQueue<int> BatchSizes { get; } = [];

    public ConcurrentQueue<(int Retry, int Max, DateTimeOffset At)> Attempts { get; } = [];

    /// <summary>Called before anything is recorded; may throw or wait.</summary>
    public Func<IReadOnlyList<string>, CancellationToken, Task> OnBatch { get; set; } = static (_, _) => Task.CompletedTask;

    public async Task HandleAsync(EventData[] events, CancellationToken cancellationToken)
    {
        await OnBatch([.. events.Select(e => e.EventBody.ToString())], cancellationToken);
        BatchSizes.Enqueue(events.Length);
        foreach (var e in events) Seen.Enqueue((e.PartitionKey ?? "", e.EventBody.ToString(), e.SequenceNumber));
    }
}

public sealed class BatchConsumer(EventRecorder recorder)
{
    [Function(nameof(BatchConsumer))]
    public Task Run([EventHubTrigger("%MarketHub%", Connection = "EventHubs")] EventData[] events, CancellationToken cancellationToken) =>
        recorder.HandleAsync(events, cancellationToken);
}

public sealed class TextConsumer(EventRecorder recorder)
{
    [Function(nameof(TextConsumer))]
    public void Run([EventHubTrigger("texts", ConsumerGroup = "second")] string[] events)
    {
        foreach (var text in events) recorder.Seen.Enqueue(("", text, 0));
    }
}

public sealed class SingleConsumer(EventRecorder recorder)
{
    [Function(nameof(SingleConsumer))]
    public Task Run([EventHubTrigger("texts", IsBatched = false)] EventData one, CancellationToken cancellationToken) =>
        recorder.HandleAsync([one], cancellationToken);
}

public sealed class BackoffConsumer(EventRecorder recorder, TimeProvider time)
{
    [Function(nameof(BackoffConsumer))]
    [ExponentialBackoffRetry(3, "00:00:02", "00:00:05")]
    public Task Run([EventHubTrigger("retried")] EventData[] events, FunctionContext context)
    {
        recorder.Attempts.Enqueue((context.RetryContext.RetryCount, context.RetryContext.MaxRetryCount, time.GetUtcNow()));
        return recorder.HandleAsync(events, context.CancellationToken);
    }
}

public sealed class RivalConsumer
{
    [Function(nameof(RivalConsumer))]
    public static void Run([EventHubTrigger("retried")] string[] events) => Console.Out.Write(events.Length.ToString(CultureInfo.InvariantCulture));
}

public sealed class MistypedConsumer
{
    [Function(nameof(MistypedConsumer))]
    public static void Run([EventHubTrigger("retried")] EventData one) => Console.Out.Write(one.MessageId);
}
