using System.Text.Json;
using LiquidityRisk.Flows.Audit;

namespace LiquidityRisk.Tools.VerifyAudit;

/// <summary>
/// Reads audit records as <c>GET /api/v1/audit</c> gives them: pages with <c>items</c>, bare lists or single records, one JSON value
/// per file or per line.
/// </summary>
public static class AuditExport
{
    /// <summary>The records of a file's text, in its order.</summary>
    /// <exception cref="FormatException">It is not an export; the message says where.</exception>
    public static IReadOnlyList<AuditRecord> Read(string text)
    {
        var records = new List<AuditRecord>();
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text), new JsonReaderOptions { AllowMultipleValues = true });
        try
        {
            while (reader.Read())
            {
                using var document = JsonDocument.ParseValue(ref reader);
                Add(document.RootElement, records);
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"After {records.Count} records: {e.Message}", e);
        }

        return records;
    }

    /// <summary>Walks every subject's chain from its first record.</summary>
    /// <returns>One line per subject, and whether all chains are intact.</returns>
    public static (IReadOnlyList<string> Lines, bool Intact) Verify(IEnumerable<AuditRecord> records)
    {
        var lines = new List<string>();
        var intact = true;
        foreach (var subject in records.GroupBy(r => r.Subject, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var (tail, fault) = (AuditTail.Empty, (string?)null);
            foreach (var record in subject.OrderBy(r => r.Sequence))
            {
                fault = record.FaultAfter(tail);
                if (fault is not null) break;
                tail = record.Tail;
            }

            intact &= fault is null;
            lines.Add(fault is null
                ? FormattableString.Invariant($"{subject.Key}: intact, {tail.Sequence} records, last hash {tail.Hash}")
                : $"{subject.Key}: BROKEN. {fault}");
        }

        return (lines, intact);
    }

    private static void Add(JsonElement value, List<AuditRecord> records)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) Add(item, records);
        }
        else if (value.TryGetProperty("items", out var items))
        {
            Add(items, records);
        }
        else
        {
            string Text(string name) => value.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null.");
            records.Add(new AuditRecord(
                Text("subject"),
                value.GetProperty("sequence").GetInt64(),
                value.GetProperty("at").GetDateTimeOffset(),
                Text("kind"),
                Text("actor"),
                Text("previous_hash"),
                Text("hash"),
                value.GetProperty("content").GetRawText()));
        }
    }
}
