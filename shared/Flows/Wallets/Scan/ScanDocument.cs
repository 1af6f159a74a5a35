using LiquidityRisk.Domain.Wallets.Assessment;

namespace LiquidityRisk.Flows.Wallets.Scan;

/// <summary>One scan over all watched wallets, as stored.</summary>
/// <param name="Id">Which scan.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="SeenAt">When it last made progress: one that makes none for long is taken to be dead.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
/// <param name="MarketId">By which market it judges; null until that is read.</param>
/// <param name="Shards">Parts that are done.</param>
public sealed record ScanDocument(
    string Id,
    ScanState State,
    DateTimeOffset StartedAt,
    DateTimeOffset SeenAt,
    DateTimeOffset? FinishedAt,
    string? MarketId,
    IReadOnlyList<ScannedShard> Shards)
{
    /// <summary>A scan that begins.</summary>
    public static ScanDocument Begin(string id, DateTimeOffset now) => new(id, ScanState.Running, now, now, null, null, []);

    /// <summary>With one more part, unless it is there already.</summary>
    public ScanDocument With(ScannedShard shard, DateTimeOffset now) => Shards.Any(s => s.Shard == shard.Shard)
        ? this
        : this with { Shards = [.. Shards, shard], SeenAt = now };
}

/// <summary>Where a scan stands.</summary>
public enum ScanState
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It has looked at every wallet.</summary>
    Completed,

    /// <summary>It ended before that; the next scan looks at all wallets again.</summary>
    Failed,
}

/// <summary>What became of one part of a scan.</summary>
/// <param name="Shard">Which part.</param>
/// <param name="Wallets">How many wallets were looked at.</param>
/// <param name="Failed">Of how many something could not be read, judged or saved.</param>
/// <param name="Raised">Alerts raised.</param>
/// <param name="Resolved">Alerts closed.</param>
/// <param name="Open">Alerts open.</param>
/// <param name="Levels">How many wallets are in which band.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="SourceSeconds">How long of that sources took.</param>
public sealed record ScannedShard(
    int Shard,
    int Wallets,
    int Failed,
    int Raised,
    int Resolved,
    int Open,
    IReadOnlyDictionary<WalletRiskLevel, int> Levels,
    double Seconds,
    double SourceSeconds);
