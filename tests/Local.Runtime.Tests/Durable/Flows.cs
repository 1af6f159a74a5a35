using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Local.Runtime.Tests.Durable;

public sealed record Order(string Name, int Quantity);

/// <summary>The orchestrations and activities that the tests run.</summary>
public static class Flows
{
    /// <summary>What activities did, by instance id; tests look here for effects.</summary>
    public static ConcurrentDictionary<string, ConcurrentQueue<string>> Effects { get; } = new(StringComparer.Ordinal);

    /// <summary>Lets a test change an orchestrator's behaviour between two replays, by instance id.</summary>
    public static ConcurrentDictionary<string, int> Edition { get; } = new(StringComparer.Ordinal);

    [Function(nameof(FlowGreet))]
    public static string FlowGreet([ActivityTrigger] string name, FunctionContext context, string instanceId)
    {
        Effects.GetOrAdd(instanceId, _ => new()).Enqueue($"{context.FunctionDefinition.Name} {name}");
        return $"Hello {name}";
    }

    [Function(nameof(FlowDouble))]
    public static async Task<Order> FlowDouble([ActivityTrigger] Order order)
    {
        await Task.Yield();
        return order with { Quantity = checked(order.Quantity * 2) };
    }

    [Function(nameof(FlowNothing))]
    public static Task FlowNothing([ActivityTrigger] FunctionContext context) =>
        context.FunctionDefinition.Name == nameof(FlowNothing) ? Task.CompletedTask : throw new InvalidOperationException("Bound to another function.");

    [Function(nameof(FlowFail))]
    public static string FlowFail([ActivityTrigger] int failures, string instanceId)
    {
        var attempts = Effects.GetOrAdd(instanceId, _ => new());
        attempts.Enqueue("attempt");
        return attempts.Count > failures
            ? $"done at attempt {attempts.Count}"
            : throw new InvalidOperationException("Not yet.", new TimeoutException("The venue did not answer."));
    }

    [Function(nameof(FlowSequence))]
    public static async Task<string> FlowSequence([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var first = await context.CallActivityAsync<string>(nameof(FlowGreet), context.GetInput<string>());
        var second = await context.CallActivityAsync<string>(nameof(FlowGreet), first);
        return second;
    }

    [Function(nameof(FlowInput))]
    public static async Task<Order> FlowInput([OrchestrationTrigger] TaskOrchestrationContext context, Order order)
    {
        await context.CallActivityAsync(nameof(FlowNothing));
        return await context.CallActivityAsync<Order>(nameof(FlowDouble), order);
    }

    [Function(nameof(FlowFanOut))]
    public static async Task<int> FlowFanOut([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var orders = Enumerable.Range(1, context.GetInput<int>()).Select(i => new Order($"{i}", i));
        var doubled = await Task.WhenAll(orders.Select(o => context.CallActivityAsync<Order>(nameof(FlowDouble), o)));
        return doubled.Sum(o => o.Quantity);
    }

    [Function(nameof(FlowRetry))]
    public static Task<string> FlowRetry([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var policy = new RetryPolicy(
            maxNumberOfAttempts: 5, firstRetryInterval: TimeSpan.FromSeconds(10), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromSeconds(30));
        return context.CallActivityAsync<string>(nameof(FlowFail), context.GetInput<int>(), TaskOptions.FromRetryPolicy(policy));
    }

    [Function(nameof(FlowRetryUnlessTimeout))]
    public static async Task<string> FlowRetryUnlessTimeout([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var policy = new RetryPolicy(5, TimeSpan.FromSeconds(10)) { HandleFailure = f => !f.IsCausedBy<InvalidOperationException>() };
        try
        {
            return await context.CallActivityAsync<string>(nameof(FlowFail), 9, new TaskOptions(policy));
        }
        catch (TaskFailedException e)
        {
            return $"{e.TaskName}|{e.FailureDetails.ErrorType}|{e.FailureDetails.ErrorMessage}|{e.FailureDetails.InnerFailure?.ErrorType}"
                + $"|{e.FailureDetails.IsCausedBy<SystemException>()}|{e.FailureDetails.IsCausedBy<ArgumentException>()}|{e.FailureDetails.StackTrace is not null}";
        }
    }

    [Function(nameof(FlowRetryHandler))]
    public static Task<string> FlowRetryHandler([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>(nameof(FlowFail), 2, TaskOptions.FromRetryHandler(async retry =>
        {
            await retry.OrchestrationContext.CreateTimer(TimeSpan.FromMinutes(retry.LastAttemptNumber), retry.CancellationToken);
            return retry.LastAttemptNumber < 3;
        }));

    [Function(nameof(FlowTimer))]
    public static async Task<DateTime> FlowTimer([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        return context.CurrentUtcDateTime;
    }

    [Function(nameof(FlowApproval))]
    public static async Task<string> FlowApproval([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus(new Order("waiting", 1));
        try
        {
            var by = await context.WaitForExternalEvent<string>("Approved", TimeSpan.FromHours(1));
            context.SetCustomStatus(new Order("approved", 2));
            return by;
        }
        catch (OperationCanceledException)
        {
            return "too late";
        }
    }

    [Function(nameof(FlowCollect))]
    public static async Task<string[]> FlowCollect([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.WaitForExternalEvent<object>("Go");
        var found = new List<string>();
        for (var i = 0; i < 3; i++) found.Add(await context.WaitForExternalEvent<string>("Item"));
        return [.. found];
    }

    [Function(nameof(FlowRounds))]
    public static async Task<string> FlowRounds([OrchestrationTrigger] TaskOrchestrationContext context, string? sofar)
    {
        var next = await context.WaitForExternalEvent<string>("Next");
        sofar = $"{sofar}{next}";
        if (next == "!") return sofar;
        context.ContinueAsNew(sofar, preserveUnprocessedEvents: true);
        return "";
    }

    [Function(nameof(FlowParent))]
    public static async Task<string> FlowParent([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var mode = context.GetInput<string>()!;
        try
        {
            var options = new TaskOptions().WithInstanceId($"{context.InstanceId}-child");
            return await context.CallSubOrchestratorAsync<string>(nameof(FlowChild), mode, options);
        }
        catch (TaskFailedException e)
        {
            return $"{e.TaskName} failed: {e.FailureDetails.ErrorMessage}";
        }
    }

    [Function(nameof(FlowChild))]
    public static async Task<string> FlowChild([OrchestrationTrigger] TaskOrchestrationContext context, string mode)
    {
        if (mode == "fail") throw new ArgumentException("Bad mode.", nameof(mode));
        if (mode == "wait") await context.WaitForExternalEvent<string>("Never");
        var greeting = await context.CallActivityAsync<string>(nameof(FlowGreet), mode);
        return $"{greeting} from {context.Parent!.InstanceId}";
    }

    [Function(nameof(FlowMessenger))]
    public static async Task FlowMessenger([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var target = context.GetInput<string>()!;
        context.SendEvent(target, "Approved", "a friend");
        await context.CallActivityAsync(nameof(FlowNothing));
    }

    [Function(nameof(FlowGuids))]
    public static async Task<Guid[]> FlowGuids([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var first = context.NewGuid();
        await context.CallActivityAsync(nameof(FlowNothing));
        return [first, context.NewGuid()];
    }

    [Function(nameof(FlowChanging))]
    public static async Task<string> FlowChanging([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var edition = Edition.GetValueOrDefault(context.InstanceId);
        if (edition == 3) await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
        if (edition == 2) await context.CallActivityAsync<Order>(nameof(FlowDouble), new Order("x", 1));
        if (edition == 4) return "early";
        await context.CallActivityAsync<string>(edition == 1 ? nameof(FlowNothing) : nameof(FlowGreet), "first");
        await context.CallActivityAsync<Order>(nameof(FlowDouble), new Order("x", 1));
        await context.WaitForExternalEvent<object>("Continue");
        return "unchanged";
    }

    [Function(nameof(FlowDelays))]
    public static async Task<string> FlowDelays([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var mode = context.GetInput<string>();
        if (mode == "with open task") _ = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
        if (mode == "unbound") await Task.Run(() => Task.CompletedTask.Wait()).ConfigureAwait(false);
        else await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        await context.CallActivityAsync(nameof(FlowNothing));
        return "unreachable";
    }

    [Function(nameof(FlowOpenTimer))]
    public static async Task<string> FlowOpenTimer([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using var stop = new CancellationTokenSource();
        var timer = context.CreateTimer(TimeSpan.FromDays(1), stop.Token);
        await context.CallActivityAsync(nameof(FlowNothing));
#pragma warning disable MA0042 // CancelAsync would leave the orchestrator's thread.
        if (context.GetInput<bool>()) stop.Cancel();
#pragma warning restore MA0042
        return timer.IsCanceled ? "cancelled" : "open";
    }

    [Function(nameof(FlowStarter))]
    public static Task<string> FlowStarter([ActivityTrigger] string name, [DurableClient] DurableTaskClient client) =>
        client.ScheduleNewOrchestrationInstanceAsync(nameof(FlowSequence), name);

    [Function(nameof(FlowStartOther))]
    public static Task<string> FlowStartOther([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>(nameof(FlowStarter), context.GetInput<string>());

    [Function(nameof(FlowUnknown))]
    public static Task FlowUnknown([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("NoSuchActivity");
}
