namespace DurableTask.Core.Exceptions;

/// <summary>An unfinished instance already has the wanted id.</summary>
public class OrchestrationAlreadyExistsException(string message) : InvalidOperationException(message);

/// <summary>An orchestrator did something else on replay than its history says it did.</summary>
public class NonDeterministicOrchestrationException(int eventId, string eventDetails)
    : Exception("Non-Deterministic workflow detected: " + eventDetails)
{
    public int EventId { get; } = eventId;
}
