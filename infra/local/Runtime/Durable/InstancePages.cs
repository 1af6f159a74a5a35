using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Local.Runtime.Durable;

/// <summary>Instances in the order of their ids; the continuation token is the last id of the page.</summary>
internal sealed class InstancePages(RuntimeDatabase database, OrchestrationQuery query, DataConverter converter)
    : AsyncPageable<OrchestrationMetadata>
{
    public override async IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(
        string? continuationToken = null, int? pageSizeHint = null)
    {
        var after = continuationToken ?? query.ContinuationToken;
        var size = pageSizeHint ?? query.PageSize;
        do
        {
            var rows = Read(after ?? "", size);
            after = rows.Count == size ? rows[^1].Id : null;
            yield return new Page<OrchestrationMetadata>(
                [.. rows.Select(r => r.ToMetadata(query.FetchInputsAndOutputs ? converter : null))], after);
            await Task.CompletedTask;
        }
        while (after is not null);
    }

    private List<InstanceRow> Read(string after, int size)
    {
        var statuses = query.Statuses is null ? null : string.Join(',', query.Statuses.Select(s => $"<{s:D}>"));
        return database.Read(session => session.Query(
            $"""
            SELECT {InstanceRow.Columns} FROM durable_instances
            WHERE id > $1 AND created >= $2 AND created <= $3
              AND substr(id, 1, length($4)) = $4
              AND ($5 IS NULL OR instr($5, '<' || status || '>') > 0)
            ORDER BY id LIMIT $6
            """,
            InstanceRow.Read,
            after,
            query.CreatedFrom?.UtcTicks ?? long.MinValue,
            query.CreatedTo?.UtcTicks ?? long.MaxValue,
            query.InstanceIdPrefix ?? "",
            statuses,
            size));
    }
}
