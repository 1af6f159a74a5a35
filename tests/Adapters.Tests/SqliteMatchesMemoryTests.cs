using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Adapters.Sqlite;
using LiquidityRisk.Adapters.Tests.Sqlite;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Adapters.Tests;

/// <summary>Any sequence of operations has the same outcome on SQLite and in memory.</summary>
public sealed class SqliteMatchesMemoryTests : IAsyncDisposable
{
    private static readonly string[] Ids = ["a", "b", "é", "\ud83d\ude42", "\uff5e"];

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();
    private readonly SqliteDocumentStore _sqlite;
    private readonly MemoryDocumentStore _memory;
    private int _sequences;

    public SqliteMatchesMemoryTests()
    {
        _sqlite = new SqliteDocumentStore(_folder.File("documents.db"), StoreJson.Default.Options, _time);
        _memory = new MemoryDocumentStore(_time, StoreJson.Default.Options);
    }

    public async ValueTask DisposeAsync()
    {
        await _sqlite.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void Any_sequence_of_operations_has_the_same_outcome() =>
        Prop.ForAll<Step[]>(AreEqualAfter).Check(Config.QuickThrowOnFailure.WithMaxTest(600).WithEndSize(60));

    private bool AreEqualAfter(Step[] steps)
    {
        var partition = $"{_sequences++}";
        var sqlite = new Player(_sqlite, partition);
        var memory = new Player(_memory, partition);
        foreach (var step in steps)
        {
            if (step.Kind % 8 == 7) _time.Advance(TimeSpan.FromMilliseconds(step.Number % 8 * 500));
            var expected = memory.PlayAsync(step).GetAwaiter().GetResult();
            var actual = sqlite.PlayAsync(step).GetAwaiter().GetResult();
            if (expected != actual) throw new InvalidOperationException($"{step}: memory says {expected}, SQLite says {actual}");
        }

        return true;
    }

    public sealed record Step(byte Kind, byte Id, byte ETag, byte Time, byte Number);

    private sealed record Body(int Number);

    private sealed record Head(string Text);

    /// <summary>Plays steps on one store and says in words what came of them; ETags appear by the order of their first sight.</summary>
    private sealed class Player(IDocumentStore store, string partition)
    {
        private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

        private readonly List<string> _eTags = ["never given out"];

        public async Task<string> PlayAsync(Step step) => (step.Kind % 8) switch
        {
            0 or 1 or 2 => await WriteAsync(step),
            3 => $"deleted {await store.DeleteAsync(Key(step), ETag(step) ?? "x", default)}",
            4 => await store.ReadAsync<Body>(Key(step), default) is { } read ? Say(read) : "nothing",
            5 => await ListAsync<Body>(step, store.ListAsync<Body>),
            6 => await ListAsync<Head>(step, store.ListHeadsAsync<Head>),
            _ => "time passed",
        };

        private async Task<string> WriteAsync(Step step)
        {
            var tags = new DocumentTags(
                Start.AddMilliseconds(step.Time % 4),
                step.Number % 2 == 0 ? new Head($"head {step.Number}") : null,
                step.Number % 3 == 0 ? TimeSpan.FromSeconds(1 + (step.Number % 5)) : null);
            var written = await store.WriteAsync(Key(step), new Body(step.Number), ETag(step), tags, default);
            return written.Written ? $"written {Number(written.ETag)}" : "conflict";
        }

        private async Task<string> ListAsync<T>(Step step, Func<ListQuery, CancellationToken, Task<DocumentPage<T>>> list)
        {
            var query = new ListQuery(
                Collections.Bonds, partition,
                step.Id % 3 == 0 ? Start.AddMilliseconds(step.Id % 5) : null,
                step.ETag % 3 == 0 ? Start.AddMilliseconds(step.ETag % 5) : null,
                NewestFirst: step.Time % 2 == 0,
                Limit: 1 + (step.Number % 4));
            var said = new List<string>();
            do
            {
                var page = await list(query, default);
                said.Add(string.Join(", ", page.Items.Select(Say)));
                query = query with { Cursor = page.Cursor };
            }
            while (query.Cursor is not null);
            return string.Join(" | ", said);
        }

        private DocumentKey Key(Step step) => new(Collections.Bonds, partition, Ids[step.Id % Ids.Length]);

        // Mostly a recent version, sometimes an old one, sometimes none.
        private string? ETag(Step step) => step.ETag % 4 == 0 ? null : _eTags[^(1 + (step.ETag % Math.Min(4, _eTags.Count)))];

        private string Say<T>(StoredDocument<T> document) =>
            $"{document.Id} {document.Body} {Number(document.ETag)} {document.At:O}";

        private int Number(string eTag)
        {
            if (!_eTags.Contains(eTag, StringComparer.Ordinal)) _eTags.Add(eTag);
            return _eTags.IndexOf(eTag);
        }
    }
}
