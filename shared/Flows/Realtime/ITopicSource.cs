namespace LiquidityRisk.Flows.Realtime;

/// <summary>A family of topics: says who may have them and where they stand.</summary>
public interface ITopicSource
{
    /// <summary>Whether a topic's name belongs to this family.</summary>
    bool Knows(string topic);

    /// <summary>The groups of connections in which a topic's news reach a user; also to leave them again.</summary>
    IReadOnlyList<string> Groups(string topic, RealtimeUser user);

    /// <summary>Why a user cannot have a topic; null when he can.</summary>
    ValueTask<TopicRefusal?> RefusalAsync(string topic, RealtimeUser user, CancellationToken cancellationToken);

    /// <summary>Where a topic stands, as a message for its subscriber; null when there is nothing to tell yet.</summary>
    Task<byte[]?> SnapshotAsync(string topic, RealtimeUser user, CancellationToken cancellationToken);
}

/// <summary>Why a topic cannot be had.</summary>
/// <param name="Code">Stable name of the reason.</param>
/// <param name="Message">The same in words.</param>
public sealed record TopicRefusal(string Code, string Message);
