using LiquidityRisk.Flows.Wallets.Sources;

namespace LiquidityRisk.Adapters.Wallets.Http;

/// <summary>One attempt failed. Its message names neither keys nor addresses.</summary>
internal sealed class AttemptFailedException(SourceFault fault, string message, Exception? inner = null, TimeSpan? retryAfter = null)
    : Exception(message, inner)
{
    /// <summary>In what way.</summary>
    public SourceFault Fault { get; } = fault;

    /// <summary>How long the source wants to be left alone.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Whether the app itself did not let it through: the source knows nothing of it.</summary>
    public bool IsOurs { get; private init; }

    /// <summary>Whether the source may do better a little later.</summary>
    public bool MayPass => IsOutage || Fault is SourceFault.Unusable;

    /// <summary>Whether it says something of the source as a whole rather than of one question.</summary>
    public bool IsOutage => !IsOurs && Fault is (SourceFault.Down or SourceFault.Slow or SourceFault.Throttled);

    /// <summary>Too many requests wait for their turn.</summary>
    public static AttemptFailedException QueueFull() =>
        new(SourceFault.Throttled, "too many requests to it are waiting already") { IsOurs = true };

    /// <summary>The answer cannot be used.</summary>
    public static AttemptFailedException Unusable(string message, Exception? inner = null) => new(SourceFault.Unusable, message, inner);
}
