using LiquidityRisk.Adapters.Sqlite;
using LiquidityRisk.Local.Runtime.Hosting;

namespace LiquidityRisk.Local.Runtime.EventHubs;

/// <summary>Event hubs on disk: segments of events and how far each consumer has come.</summary>
internal sealed class EventHubStore(RuntimeDatabase database)
{
    public static readonly RuntimeSchema Schema = new(
        """
        CREATE TABLE IF NOT EXISTS event_hubs (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, partitions INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS event_segments (
            hub INTEGER NOT NULL, partition INTEGER NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL, at INTEGER NOT NULL, data BLOB NOT NULL,
            PRIMARY KEY (hub, partition, first));
        CREATE TABLE IF NOT EXISTS event_checkpoints (
            hub INTEGER NOT NULL, partition INTEGER NOT NULL, consumer TEXT NOT NULL, next INTEGER NOT NULL,
            PRIMARY KEY (hub, partition, consumer)) WITHOUT ROWID;
        """);

    private const int ReadBytes = 1024 * 1024;

    /// <summary>Opens a hub, creating it with the given number of partitions when it is new.</summary>
    public Task<(long Id, long[] Ends)> OpenAsync(string name, int partitions, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session =>
            {
                session.Execute("INSERT INTO event_hubs (name, partitions) VALUES ($1, $2) ON CONFLICT DO NOTHING", name, partitions);
                var (id, count) = session.First(
                    "SELECT id, partitions FROM event_hubs WHERE name = $1", row => (row.GetInt64(0), row.GetInt32(1)), name);
                return (id, Enumerable.Range(0, count).Select(partition => End(session, id, partition)).ToArray());
            },
            cancellationToken);

    public long Checkpoint(long hub, int partition, string consumer) => database.Read(session => session.First(
        "SELECT next FROM event_checkpoints WHERE hub = $1 AND partition = $2 AND consumer = $3", row => row.GetInt64(0), hub, partition, consumer));

    public Task AppendAsync(EventHub hub, IReadOnlyList<EventSegment> segments, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session =>
            {
                foreach (var segment in segments) Append(session, hub, segment);
                return 0;
            },
            cancellationToken);

    /// <summary>Remembers that everything below <paramref name="next"/> has been handled.</summary>
    public Task SaveCheckpointAsync(EventHub hub, EventPartition partition, string consumer, long next) =>
        database.WriteAsync(session =>
        {
            session.Execute(
                "INSERT INTO event_checkpoints VALUES ($1, $2, $3, $4) ON CONFLICT DO UPDATE SET next = excluded.next",
                hub.Id, partition.Index, consumer, next);
            Trim(session, hub, partition);
            return 0;
        });

    /// <summary>Reads about a megabyte of segments from the one that holds <paramref name="from"/>, up to <paramref name="before"/>.</summary>
    public List<EventSegment> Read(long hub, int partition, long from, long before) => database.Read(session =>
    {
        var start = session.First(
            "SELECT first FROM event_segments WHERE hub = $1 AND partition = $2 AND first <= $3 ORDER BY first DESC LIMIT 1",
            row => row.GetInt64(0), hub, partition, from);
        var sizes = session.Query(
            "SELECT first, length(data) FROM event_segments WHERE hub = $1 AND partition = $2 AND first >= $3 AND first < $4 "
                + "ORDER BY first LIMIT 1000",
            row => (First: row.GetInt64(0), Bytes: row.GetInt64(1)), hub, partition, start, before);
        if (sizes.Count == 0) return [];
        var last = 0;
        for (var bytes = sizes[0].Bytes; last + 1 < sizes.Count && bytes < ReadBytes; bytes += sizes[last].Bytes) last++;
        var segments = session.Query(
            "SELECT first, count, at, data FROM event_segments WHERE hub = $1 AND partition = $2 AND first BETWEEN $3 AND $4 ORDER BY first",
            row => new EventSegment(partition, row.GetInt32(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3))
            {
                First = row.GetInt64(0),
                State = SegmentState.Committed,
            },
            hub, partition, sizes[0].First, sizes[last].First);
        segments.RemoveAll(segment => segment.End <= from);
        return segments;
    });

    private static void Append(SqliteSession session, EventHub hub, EventSegment segment)
    {
        var partition = hub.Partitions[segment.Partition];
        segment.First = partition.Number(segment.Count);
        session.Execute(
            "INSERT INTO event_segments VALUES ($1, $2, $3, $4, $5, $6)",
            hub.Id, segment.Partition, segment.First, segment.Count, segment.At, segment.Data);
        partition.Offer(segment);
        Trim(session, hub, partition);
    }

    private static void Trim(SqliteSession session, EventHub hub, EventPartition partition)
    {
        if (partition.Trimmable() is not { } below) return;
        session.Execute(
            "DELETE FROM event_segments WHERE hub = $1 AND partition = $2 AND first < $3 AND first + count <= $3", hub.Id, partition.Index, below);
    }

    private static long End(SqliteSession session, long hub, int partition) => Math.Max(
        session.First(
            "SELECT first + count FROM event_segments WHERE hub = $1 AND partition = $2 ORDER BY first DESC LIMIT 1",
            row => row.GetInt64(0), hub, partition),
        session.First(
            "SELECT COALESCE(MAX(next), 0) FROM event_checkpoints WHERE hub = $1 AND partition = $2", row => row.GetInt64(0), hub, partition));
}
