namespace LiquidityRisk.Adapters.Sqlite;

/// <summary>The four listings: bodies or heads, oldest or newest first. Row values let one index serve order, range and cursor.</summary>
internal static class SqliteListings
{
    public const string OldestBodies = $"SELECT id, version, at, body {Range} ORDER BY at, id LIMIT $3";
    public const string NewestBodies = $"SELECT id, version, at, body {Range} ORDER BY at DESC, id DESC LIMIT $3";
    public const string OldestHeads = $"SELECT id, version, at, head {Range} {HasHead} ORDER BY at, id LIMIT $3";
    public const string NewestHeads = $"SELECT id, version, at, head {Range} {HasHead} ORDER BY at DESC, id DESC LIMIT $3";

    private const string Range = """
        FROM documents WHERE collection = $1 AND partition = $2 AND (expires IS NULL OR expires > $4)
        AND (at, id) > ($5, $6) AND (at, id) < ($7, $8)
        """;

    private const string HasHead = "AND head IS NOT NULL";
}
