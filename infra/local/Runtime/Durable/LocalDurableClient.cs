using System.Security.Cryptography;
using DurableTask.Core.Exceptions;
using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Local.Runtime.Durable;

/// <summary>The client that functions get for <c>[DurableClient]</c>.</summary>
internal sealed class LocalDurableClient(
    RuntimeDatabase database,
    FunctionCatalog catalog,
    DurableSchedule schedule,
    InstanceSignals signals,
    DataConverter converter,
    TimeProvider time) : DurableTaskClient("local")
{
    private const int LongestId = 100;

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        if (catalog.Find(orchestratorName) is not { Trigger: OrchestrationTriggerAttribute } function)
            throw new ArgumentException(
                $"The function '{orchestratorName}' does not exist, is disabled, or is not an orchestrator function.", nameof(orchestratorName));
        var id = options?.InstanceId is { Length: > 0 } wanted ? Valid(wanted) : RandomNumberGenerator.GetHexString(32, lowercase: true);
        var now = time.GetUtcNow().UtcTicks;
        var due = options?.StartAt?.UtcTicks ?? now;
        using var busy = schedule.Busy();
        var start = new ExecutionStarted(function.Name, converter.Serialize(input), null);
        if (!await database.WriteAsync(session => DurableSql.TryCreate(session, id, start, now, due), cancellation))
            throw new OrchestrationAlreadyExistsException($"An Orchestration instance with the ID {id} already exists.");
        if (due <= now) schedule.Wake(id);
        else schedule.WakeAt(due, id);
        return id;
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return TellAsync(instanceId, new EventRaised(eventName, converter.Serialize(eventPayload)), cancellation);
    }

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        TellAsync(instanceId, new ExecutionTerminated(converter.Serialize(options?.Output)), cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        TellAsync(instanceId, new ExecutionSuspended(reason), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        TellAsync(instanceId, new ExecutionResumed(reason), cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, m => m.RuntimeStatus != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, m => m.IsCompleted, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return Task.FromResult(Find(instanceId, getInputsAndOutputs));
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new InstancePages(database, filter ?? new OrchestrationQuery(), converter);

    /// <summary>Removes a finished instance; an unfinished one is left alone.</summary>
    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        new(await database.WriteAsync(
            session => DurableSql.Instance(session, instanceId) is { IsFinished: true } ? DurableSql.Remove(session, instanceId) : 0,
            cancellation));

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Valid(string id)
    {
        if (id.Length > LongestId || id[0] == '@' || id.Any(c => c is '/' or '\\' or '?' or '#' || char.IsControl(c)))
            throw new ArgumentException(
                $"'{id}' is not an instance id: at most {LongestId} characters, none of / \\ ? # or control characters, not starting with @.",
                nameof(id));
        return id;
    }

    private OrchestrationMetadata? Find(string id, bool full) =>
        database.Read(session => DurableSql.Instance(session, id))?.ToMetadata(full ? converter : null);

    private Task<OrchestrationMetadata> WaitAsync(
        string id, Func<OrchestrationMetadata, bool> isThere, bool full, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return signals.WaitAsync(id, () => Find(id, full) is { } found && isThere(found) ? found : null, cancellation);
    }

    private async Task TellAsync(string id, HistoryEvent message, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        using var busy = schedule.Busy();
        var now = time.GetUtcNow().UtcTicks;
        await database.WriteAsync(
            session =>
            {
                var instance = DurableSql.Instance(session, id)
                    ?? throw new ArgumentException($"No instance with ID '{id}' was found.", nameof(id));
                if (instance.IsFinished)
                    throw new InvalidOperationException($"The orchestration instance {id} is already in the {instance.Status} state.");
                DurableSql.Send(session, id, null, now, message);
                return true;
            },
            cancellation);
        schedule.Wake(id);
    }
}
