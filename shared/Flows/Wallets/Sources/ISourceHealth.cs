namespace LiquidityRisk.Flows.Wallets.Sources;

/// <summary>Where it is told how the sources have answered of late, without asking them.</summary>
public interface ISourceHealth
{
    /// <summary>Each source once.</summary>
    IReadOnlyList<SourceHealth> List();
}

/// <summary>How a source has answered of late.</summary>
/// <param name="Source">Which source.</param>
/// <param name="IsConfigured">Whether it is set up at all.</param>
/// <param name="LastSuccess">When it last answered usably; null when it has not yet.</param>
/// <param name="LastFailure">How it last failed; null when it has not. Over when <paramref name="LastSuccess"/> is later.</param>
/// <param name="CircuitOpen">Whether it failed so often that it is not asked for the moment.</param>
public sealed record SourceHealth(
    SourceName Source, bool IsConfigured, DateTimeOffset? LastSuccess, SourceFailure? LastFailure, bool CircuitOpen);

/// <summary>How a source failed after all attempts.</summary>
/// <param name="At">When it was given up.</param>
/// <param name="Fault">In what way.</param>
/// <param name="Message">What happened, for people who run the app; without keys and addresses.</param>
public sealed record SourceFailure(DateTimeOffset At, SourceFault Fault, string Message);
