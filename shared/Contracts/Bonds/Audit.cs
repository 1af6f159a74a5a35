using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>One record of an append-only chain.</summary>
/// <param name="Subject">What it is about, for example <c>lr.CH0012345678</c>.</param>
/// <param name="Sequence">Counts the subject's records from 1.</param>
/// <param name="At">When it was made.</param>
/// <param name="Kind">translation, alert_acknowledged, feedback …</param>
/// <param name="Actor">Who caused it: a user, or "system".</param>
/// <param name="PreviousHash">Hash of the record before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 over previous hash, subject, sequence, time, kind, actor and content, lower-case hex.</param>
/// <param name="Content">What was recorded.</param>
public sealed record AuditRecordAnswer(
    string Subject, long Sequence, DateTimeOffset At, string Kind, string Actor, string PreviousHash, string Hash, RawJson Content);

/// <summary>Records of one subject, oldest first.</summary>
/// <param name="Items">The records.</param>
/// <param name="NextCursor">Asks for the next page; null on the last.</param>
public sealed record AuditListAnswer(IReadOnlyList<AuditRecordAnswer> Items, string? NextCursor);

/// <summary>Whether a chain is whole.</summary>
/// <param name="Subject">Whose chain.</param>
/// <param name="Intact">Whether every record follows from the one before.</param>
/// <param name="Records">How many were checked.</param>
/// <param name="FirstFault">What is wrong with the first that does not; null when intact.</param>
/// <param name="LastHash">Hash of the last record; null for an empty chain.</param>
public sealed record ChainVerdictAnswer(string Subject, bool Intact, long Records, string? FirstFault, string? LastHash);

/// <summary>Whether a recorded translation comes out the same when it is computed again.</summary>
/// <param name="Subject">Which bond's.</param>
/// <param name="Sequence">Which record.</param>
/// <param name="AsOf">The instant that it speaks for.</param>
/// <param name="Identical">Whether the bits agree; null when it could not be computed again.</param>
/// <param name="RecordedHash">SHA-256 of the recorded output.</param>
/// <param name="RecomputedHash">SHA-256 of the recomputed output; null when it could not be computed.</param>
/// <param name="RecordIntact">Whether the record itself still has its hash.</param>
/// <param name="Reason">Why it could not be computed again, or where the outputs differ.</param>
public sealed record AuditVerdictAnswer(
    string Subject,
    long Sequence,
    DateTimeOffset AsOf,
    bool? Identical,
    string RecordedHash,
    string? RecomputedHash,
    bool RecordIntact,
    string? Reason);
