using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LiquidityRisk.Flows.Audit;

/// <summary>One record of a subject's append-only chain.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Sequence">Counts the subject's records from 1.</param>
/// <param name="At">When it was made.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Actor">Who caused it.</param>
/// <param name="PreviousHash">Hash of the record before; <see cref="AuditTail.NoHash"/> for the first.</param>
/// <param name="Hash">See <see cref="HashOf"/>.</param>
/// <param name="Content">What was recorded: JSON, kept as text so that no store can rewrite a number in it.</param>
public sealed record AuditRecord(
    string Subject, long Sequence, DateTimeOffset At, string Kind, string Actor, string PreviousHash, string Hash, string Content)
{
    /// <summary>The record that follows a chain's tail.</summary>
    public static AuditRecord After(AuditTail tail, string subject, DateTimeOffset at, string kind, string actor, string content)
    {
        var open = new AuditRecord(subject, tail.Sequence + 1, at, kind, actor, tail.Hash, "", content);
        return open with { Hash = open.HashOf() };
    }

    /// <summary>The tail of a chain that ends with this record.</summary>
    public AuditTail Tail => new(Sequence, Hash);

    /// <summary>
    /// SHA-256, lower-case hex, over previous hash, subject, sequence, time in UTC (round-trip format), kind and actor, each followed by
    /// a line feed, and then the content's bytes.
    /// </summary>
    public string HashOf()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{PreviousHash}\n{Subject}\n{Sequence}\n{At.UtcDateTime:O}\n{Kind}\n{Actor}\n")));
        hash.AppendData(Encoding.UTF8.GetBytes(Content));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What is wrong with this record after the one before; null when nothing is.</summary>
    public string? FaultAfter(AuditTail before) => this switch
    {
        _ when Sequence != before.Sequence + 1 => string.Create(
            CultureInfo.InvariantCulture, $"Record {before.Sequence + 1} is missing; {Sequence} follows {before.Sequence}."),
        _ when !string.Equals(PreviousHash, before.Hash, StringComparison.Ordinal) => string.Create(
            CultureInfo.InvariantCulture, $"Record {Sequence} does not follow from the record before."),
        _ when !string.Equals(Hash, HashOf(), StringComparison.Ordinal) => string.Create(
            CultureInfo.InvariantCulture, $"Record {Sequence} was altered."),
        _ => null,
    };
}

/// <summary>Where a chain ends.</summary>
/// <param name="Sequence">Number of its last record; 0 for an empty chain.</param>
/// <param name="Hash">Hash of its last record.</param>
public sealed record AuditTail(long Sequence, string Hash)
{
    /// <summary>Stands for the hash of the record before the first: 64 zeros.</summary>
    public const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>An empty chain.</summary>
    public static AuditTail Empty { get; } = new(0, NoHash);
}
