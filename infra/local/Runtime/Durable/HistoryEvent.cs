using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.DurableTask;

namespace LiquidityRisk.Local.Runtime.Durable;

/// <summary>One line of an execution's history, or of the inbox from which it will be taken.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(StepStarted), "step_started")]
[JsonDerivedType(typeof(ExecutionStarted), "execution_started")]
[JsonDerivedType(typeof(ExecutionSuspended), "execution_suspended")]
[JsonDerivedType(typeof(ExecutionResumed), "execution_resumed")]
[JsonDerivedType(typeof(ExecutionTerminated), "execution_terminated")]
[JsonDerivedType(typeof(ExecutionBroken), "execution_broken")]
[JsonDerivedType(typeof(ActivityScheduled), "activity_scheduled")]
[JsonDerivedType(typeof(SubOrchestrationScheduled), "sub_orchestration_scheduled")]
[JsonDerivedType(typeof(TimerCreated), "timer_created")]
[JsonDerivedType(typeof(EventSent), "event_sent")]
[JsonDerivedType(typeof(TaskCompleted), "task_completed")]
[JsonDerivedType(typeof(TaskFailed), "task_failed")]
[JsonDerivedType(typeof(TimerFired), "timer_fired")]
[JsonDerivedType(typeof(EventRaised), "event_raised")]
internal abstract record HistoryEvent
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static HistoryEvent FromJson(string json) => JsonSerializer.Deserialize<HistoryEvent>(json)!;
}

/// <summary>The orchestrator was run at this time; its clock shows it until the next step.</summary>
internal sealed record StepStarted(DateTime At) : HistoryEvent;

/// <summary>An execution begins, with the events that the previous one left when it continued as new.</summary>
internal sealed record ExecutionStarted(string Name, string? Input, ParentLink? Parent, IReadOnlyList<EventRaised>? Carried = null)
    : HistoryEvent;

internal sealed record ExecutionSuspended(string? Reason) : HistoryEvent;

internal sealed record ExecutionResumed(string? Reason) : HistoryEvent;

internal sealed record ExecutionTerminated(string? Output) : HistoryEvent;

/// <summary>The runtime found after a step that the orchestrator had broken its rules.</summary>
internal sealed record ExecutionBroken(TaskFailureDetails Failure) : HistoryEvent;

/// <summary>Something that the orchestrator asked for, numbered in the order of asking.</summary>
internal abstract record Scheduled(int Id) : HistoryEvent;

internal sealed record ActivityScheduled(int Id, string Name, string? Input) : Scheduled(Id)
{
    public override string ToString() => $"activity '{Name}'";
}

internal sealed record SubOrchestrationScheduled(int Id, string Name, string InstanceId, string? Input) : Scheduled(Id)
{
    public override string ToString() => $"sub-orchestration '{Name}'";
}

internal sealed record TimerCreated(int Id, DateTime FireAt) : Scheduled(Id)
{
    public override string ToString() => "timer";
}

internal sealed record EventSent(int Id, string InstanceId, string Name, string? Input) : Scheduled(Id)
{
    public override string ToString() => $"sending of event '{Name}'";
}

internal sealed record TaskCompleted(int Id, string? Result) : HistoryEvent;

internal sealed record TaskFailed(int Id, TaskFailureDetails Failure) : HistoryEvent;

internal sealed record TimerFired(int Id) : HistoryEvent;

internal sealed record EventRaised(string Name, string? Input) : HistoryEvent;

/// <summary>Whom a sub-orchestration answers.</summary>
internal sealed record ParentLink(string InstanceId, string Name, long Execution, int TaskId);
