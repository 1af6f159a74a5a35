namespace LiquidityRisk.Contracts.Wallets;

/// <summary>A training that has been taken on.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="StatusUrl">Where to ask how far it is, relative to the service.</param>
public sealed record ModelTrainingAcceptedAnswer(string Id, string StatusUrl);

/// <summary>How far a training is, and what came of it.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Status">running; promoted (the version is in force); rejected (kept, but not in force); refused (nothing could be learned); busy (another one ran); failed.</param>
/// <param name="Message">The same in words; null while it runs, or when it failed.</param>
/// <param name="Version">What was trained; null for nothing.</param>
/// <param name="StartedAt">When it was asked for.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
public sealed record ModelTrainingAnswer(
    string Id, string Status, string? Message, string? Version, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt);
