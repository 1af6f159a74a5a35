using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Adapters.Tests;

/// <summary>What every document store does; each adapter runs all of it.</summary>
public abstract partial class DocumentStoreConformance
{
    protected static readonly DateTimeOffset Nine = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    protected abstract IDocumentStore Store { get; }

    /// <summary>How often each of 32 tasks counts up in the test of concurrent writers.</summary>
    protected virtual int CountsPerTask => 10;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A partition of its own for every test.</summary>
    protected static string Partition => TestContext.Current.Test!.UniqueID;

    protected static DocumentKey Key(string id) => new(Collections.Bonds, Partition, id);

    protected static DocumentTags Tags(DateTimeOffset? at = null, object? head = null) => new(at ?? Nine, head);

    protected async Task<string> CreateAsync(string id, DateTimeOffset? at = null, object? head = null, string name = "Alpha")
    {
        var result = await Store.WriteAsync(Key(id), new Note(name, 1), ifMatch: null, Tags(at, head), Stop);
        Assert.True(result.Written);
        return result.ETag;
    }

    [Fact]
    public async Task Nothing_was_written_so_nothing_is_read() =>
        Assert.Null(await Store.ReadAsync<Note>(Key("a"), Stop));

    [Fact]
    public async Task A_created_document_is_read_as_it_was_written()
    {
        var note = new Note("Zürich 漢字 \"quoted\" \\ 🙂", 12.340m, ["x", ""]);
        var at = Nine.AddTicks(12_345);
        var written = await Store.WriteAsync(Key("a"), note, ifMatch: null, new(at), Stop);
        var read = await Store.ReadAsync<Note>(Key("a"), Stop);

        Assert.True(written.Written);
        Assert.NotNull(read);
        Assert.Equal(("a", written.ETag, Nine.AddMilliseconds(1)), (read.Id, read.ETag, read.At));
        Assert.Equal(note with { Lines = null }, read.Body with { Lines = null });
        Assert.Equal(note.Lines, read.Body.Lines);
    }

    [Fact]
    public async Task What_a_reader_has_is_given_back_while_it_is_current_and_replaced_when_it_is_not()
    {
        var eTag = await CreateAsync("a");
        var known = (await Store.ReadAsync<Note>(Key("a"), Stop))!;
        var same = await Store.RefreshAsync(Key("a"), known, Stop);
        var written = await Store.WriteAsync(Key("a"), new Note("Beta", 2), eTag, Tags(Nine.AddSeconds(1)), Stop);
        var newer = await Store.RefreshAsync(Key("a"), known, Stop);

        Assert.Same(known, same);
        Assert.Equal(("Beta", written.ETag, Nine.AddSeconds(1)), (newer!.Body.Name, newer.ETag, newer.At));
        Assert.Equal("Beta", (await Store.RefreshAsync(Key("a"), known with { ETag = "elsewhere" }, Stop))!.Body.Name);
        Assert.True(await Store.DeleteAsync(Key("a"), written.ETag, Stop));
        Assert.Null(await Store.RefreshAsync(Key("a"), newer, Stop));
    }

    [Fact]
    public async Task A_body_changed_after_the_write_does_not_change_the_store()
    {
        var note = new Note("Alpha", 1, ["first"]);
        await Store.WriteAsync(Key("a"), note, ifMatch: null, Tags(), Stop);
        note.Lines!.Add("second");
        (await Store.ReadAsync<Note>(Key("a"), Stop))!.Body.Lines!.Add("third");

        Assert.Equal(["first"], (await Store.ReadAsync<Note>(Key("a"), Stop))!.Body.Lines);
    }

    [Fact]
    public async Task Creating_what_exists_is_a_conflict_and_changes_nothing()
    {
        var first = await CreateAsync("a");
        var second = await Store.WriteAsync(Key("a"), new Note("Beta", 2), ifMatch: null, Tags(), Stop);

        Assert.Equal(WriteResult.Conflict, second);
        var read = await Store.ReadAsync<Note>(Key("a"), Stop);
        Assert.Equal(("Alpha", first), (read!.Body.Name, read.ETag));
    }

    [Fact]
    public async Task The_same_id_in_another_partition_or_collection_is_another_document()
    {
        await CreateAsync("a");
        var neighbours = new[]
        {
            Key("a") with { Partition = Partition + "-2" }, Key("a") with { Collection = Collections.DeadLetters },
        };
        foreach (var key in neighbours)
        {
            Assert.Null(await Store.ReadAsync<Note>(key, Stop));
            Assert.True((await Store.WriteAsync(key, new Note(key.Partition, 2), ifMatch: null, Tags(), Stop)).Written);
        }

        Assert.Equal("Alpha", (await Store.ReadAsync<Note>(Key("a"), Stop))!.Body.Name);
    }

    [Fact]
    public async Task A_change_based_on_the_current_version_gets_a_new_ETag()
    {
        var first = await CreateAsync("a");
        var second = await Store.WriteAsync(Key("a"), new Note("Beta", 2), first, Tags(Nine.AddHours(1)), Stop);

        Assert.True(second.Written);
        Assert.NotEqual(first, second.ETag);
        var read = await Store.ReadAsync<Note>(Key("a"), Stop);
        Assert.Equal(("Beta", second.ETag, Nine.AddHours(1)), (read!.Body.Name, read.ETag, read.At));
    }

    [Fact]
    public async Task A_change_based_on_an_old_version_is_a_conflict()
    {
        var first = await CreateAsync("a");
        await Store.WriteAsync(Key("a"), new Note("Beta", 2), first, Tags(), Stop);

        Assert.False((await Store.WriteAsync(Key("a"), new Note("Gamma", 3), first, Tags(), Stop)).Written);
        Assert.Equal("Beta", (await Store.ReadAsync<Note>(Key("a"), Stop))!.Body.Name);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("never given out")]
    [InlineData("\"00000000-0000-0000-0000-000000000000\"")]
    public async Task An_ETag_for_a_document_that_does_not_exist_is_a_conflict(string eTag)
    {
        Assert.False((await Store.WriteAsync(Key("a"), new Note("Alpha", 1), eTag, Tags(), Stop)).Written);
        Assert.False(await Store.DeleteAsync(Key("a"), eTag, Stop));
        Assert.Null(await Store.ReadAsync<Note>(Key("a"), Stop));
    }

    [Fact]
    public async Task A_deleted_document_is_gone_and_its_old_ETag_never_matches_again()
    {
        var first = await CreateAsync("a");
        Assert.True(await Store.DeleteAsync(Key("a"), first, Stop));
        Assert.Null(await Store.ReadAsync<Note>(Key("a"), Stop));
        Assert.False(await Store.DeleteAsync(Key("a"), first, Stop));

        var again = await CreateAsync("a", name: "Again");
        Assert.NotEqual(first, again);
        Assert.False((await Store.WriteAsync(Key("a"), new Note("Late", 1), first, Tags(), Stop)).Written);
        Assert.False(await Store.DeleteAsync(Key("a"), first, Stop));
        Assert.Equal("Again", (await Store.ReadAsync<Note>(Key("a"), Stop))!.Body.Name);
    }

    [Fact]
    public async Task Many_writers_of_one_counter_lose_no_update()
    {
        await Store.WriteAsync(Key("counter"), new Note("count", 0), ifMatch: null, Tags(), Stop);
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(CountAsync)));

        Assert.Equal(32 * CountsPerTask, (await Store.ReadAsync<Note>(Key("counter"), Stop))!.Body.Number);
    }

    [Fact]
    public async Task Of_many_creators_of_one_document_one_succeeds()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(
            () => Store.WriteAsync(Key("a"), new Note($"{i}", i), ifMatch: null, Tags(), Stop).AsTask())));

        var winner = Assert.Single(results, r => r.Written);
        Assert.Equal(winner.ETag, (await Store.ReadAsync<Note>(Key("a"), Stop))!.ETag);
    }

    [Fact]
    public async Task A_cancelled_call_stops()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.ReadAsync<Note>(Key("a"), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.WriteAsync(Key("a"), new Note("Alpha", 1), ifMatch: null, Tags(), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.DeleteAsync(Key("a"), "1", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.ListAsync<Note>(new(Collections.Bonds, Partition), cancelled));
        Assert.Null(await Store.ReadAsync<Note>(Key("a"), Stop));
    }

    [Fact]
    public Task A_store_that_is_there_answers_a_ping() => Store.PingAsync(Stop);

    private async Task CountAsync()
    {
        for (var counted = 0; counted < CountsPerTask;)
        {
            var read = await Store.ReadAsync<Note>(Key("counter"), Stop);
            var next = read!.Body with { Number = read.Body.Number + 1 };
            if ((await Store.WriteAsync(Key("counter"), next, read.ETag, Tags(), Stop)).Written) counted++;
        }
    }

    protected sealed record Note(string Name, decimal Number, List<string>? Lines = null);

    protected sealed record Title(string Name);
}
