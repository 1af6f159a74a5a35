using System.Text.Json;
using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>Who reads what is audited is itself on record, in the reader's own chain.</summary>
internal static class ReadingRecords
{
    /// <summary>Kind of such a record.</summary>
    public const string Kind = "read";

    private const string Prefix = "access.";
    private const int MaxSubject = 200;

    /// <summary>The subject under which a user's own reading is recorded.</summary>
    public static string Subject(string userId) => Prefix + userId[..Math.Min(userId.Length, MaxSubject - Prefix.Length)];

    /// <summary>What was read, and how.</summary>
    public static string Content(string subject, string path) =>
        $$"""{"subject":{{Text(subject)}},"path":{{Text(path)}}}""";

    private static string Text(string value) => JsonSerializer.Serialize(value, ContractsJson.Default.String);
}
