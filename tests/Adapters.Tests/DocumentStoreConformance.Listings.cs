using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Adapters.Tests;

public abstract partial class DocumentStoreConformance
{
    [Fact]
    public async Task An_empty_partition_lists_nothing()
    {
        var page = await Store.ListAsync<Note>(new(Collections.Bonds, Partition), Stop);
        Assert.Empty(page.Items);
        Assert.Null(page.Cursor);
    }

    [Theory]
    [InlineData(false, "c a b d")]
    [InlineData(true, "d b a c")]
    public async Task A_listing_is_in_the_order_of_time_and_then_id(bool newestFirst, string expected)
    {
        await CreateAsync("b", Nine.AddMilliseconds(1));
        await CreateAsync("d", Nine.AddMilliseconds(2));
        await CreateAsync("c", Nine);
        await CreateAsync("a", Nine.AddMilliseconds(1));

        Assert.Equal(expected, await IdsAsync(new(Collections.Bonds, Partition, NewestFirst: newestFirst)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_through_equal_times_bring_every_document_once_in_order(bool newestFirst)
    {
        var ids = Enumerable.Range(0, 10).Select(i => $"id-{i}").ToList();
        foreach (var id in ids.OrderBy(i => i.GetHashCode(StringComparison.Ordinal))) await CreateAsync(id);
        await CreateAsync("before", Nine.AddMilliseconds(-1));
        await CreateAsync("later", Nine.AddMilliseconds(1));
        string[] expected = ["before", .. ids, "later"];
        if (newestFirst) Array.Reverse(expected);

        Assert.Equal(
            string.Join(' ', expected),
            await IdsAsync(new(Collections.Bonds, Partition, NewestFirst: newestFirst, Limit: 3), pages: 4));
    }

    [Fact]
    public async Task A_full_last_page_has_no_cursor()
    {
        await CreateAsync("a");
        await CreateAsync("b");
        var page = await Store.ListAsync<Note>(new(Collections.Bonds, Partition, Limit: 2), Stop);
        Assert.Equal(2, page.Items.Count);
        Assert.Null(page.Cursor);
    }

    [Fact]
    public async Task A_document_created_behind_the_cursor_does_not_disturb_the_next_page()
    {
        await CreateAsync("b");
        await CreateAsync("c");
        await CreateAsync("d");
        var first = await Store.ListAsync<Note>(new(Collections.Bonds, Partition, Limit: 2), Stop);
        await CreateAsync("a");
        var second = await Store.ListAsync<Note>(new(Collections.Bonds, Partition, Limit: 2, Cursor: first.Cursor), Stop);

        Assert.Equal(["b", "c"], first.Items.Select(i => i.Id));
        Assert.Equal(["d"], second.Items.Select(i => i.Id));
    }

    [Theory]
    [InlineData(0.0, 3.0, "0 1 2")]
    [InlineData(1.0, 1.0, "")]
    [InlineData(1.0, 2.0, "1")]
    [InlineData(0.4, 2.0, "1")]
    [InlineData(0.0, 1.0001, "0 1")]
    [InlineData(2.0, null, "2 3")]
    [InlineData(null, 2.0, "0 1")]
    [InlineData(null, null, "0 1 2 3")]
    public async Task A_time_range_includes_its_start_and_excludes_its_end_to_the_millisecond(
        double? from, double? to, string expected)
    {
        foreach (var i in new[] { 0, 1, 2, 3 }) await CreateAsync($"{i}", Nine.AddMilliseconds(i));
        var query = new ListQuery(Collections.Bonds, Partition, Time(from), Time(to));

        Assert.Equal(expected, await IdsAsync(query));
        Assert.Equal(Reverse(expected), await IdsAsync(query with { NewestFirst = true }));
        Assert.Equal(expected, await IdsAsync(query with { Limit = 1 }));
        Assert.Equal(Reverse(expected), await IdsAsync(query with { Limit = 1, NewestFirst = true }));

        static DateTimeOffset? Time(double? ms) =>
            ms is { } m ? Nine.AddTicks((long)(m * TimeSpan.TicksPerMillisecond)) : null;
        static string Reverse(string ids) => string.Join(' ', ids.Split(' ').Reverse());
    }

    [Fact]
    public async Task The_first_and_the_last_times_that_exist_are_listed_in_order()
    {
        await CreateAsync("end", DateTimeOffset.MaxValue);
        await CreateAsync("epoch", DateTimeOffset.UnixEpoch);
        await CreateAsync("start", DateTimeOffset.MinValue);
        await CreateAsync("sixties", DateTimeOffset.UnixEpoch.AddMilliseconds(-1));
        var query = new ListQuery(Collections.Bonds, Partition, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, Limit: 3);

        Assert.Equal("start sixties epoch end", await IdsAsync(query));
        Assert.Equal("", await IdsAsync(query with { From = DateTimeOffset.MaxValue }));
    }

    [Fact]
    public async Task Only_one_partition_of_one_collection_is_listed()
    {
        await CreateAsync("mine");
        foreach (var key in new[] { Key("a") with { Partition = Partition + "2" }, Key("b") with { Collection = Collections.DeadLetters } })
            await Store.WriteAsync(key, new Note("other", 1), ifMatch: null, Tags(), Stop);

        Assert.Equal("mine", await IdsAsync(new(Collections.Bonds, Partition)));
    }

    [Fact]
    public async Task A_changed_document_is_listed_once_under_its_new_time_with_its_new_ETag()
    {
        var first = await CreateAsync("a", Nine);
        await CreateAsync("b", Nine.AddMinutes(1));
        var second = await Store.WriteAsync(Key("a"), new Note("Beta", 2), first, Tags(Nine.AddMinutes(2)), Stop);
        var page = await Store.ListAsync<Note>(new(Collections.Bonds, Partition), Stop);

        Assert.Equal(["b", "a"], page.Items.Select(i => i.Id));
        var last = page.Items[1];
        Assert.Equal(("Beta", second.ETag, Nine.AddMinutes(2)), (last.Body.Name, last.ETag, last.At));
    }

    [Fact]
    public async Task Heads_are_listed_without_bodies_and_without_documents_that_have_none()
    {
        var eTag = await CreateAsync("a", head: new Title("Head of a"));
        await CreateAsync("b");
        await CreateAsync("c", Nine.AddSeconds(1), new Title("Head of c"));
        var heads = await Store.ListHeadsAsync<Title>(new(Collections.Bonds, Partition), Stop);

        Assert.Equal(["Head of a", "Head of c"], heads.Items.Select(i => i.Body.Name));
        Assert.Equal(("a", eTag, Nine), (heads.Items[0].Id, heads.Items[0].ETag, heads.Items[0].At));
        var newest = await Store.ListHeadsAsync<Title>(new(Collections.Bonds, Partition, NewestFirst: true, Limit: 1), Stop);
        Assert.Equal("c", Assert.Single(newest.Items).Id);
        Assert.NotNull(newest.Cursor);
    }

    [Fact]
    public async Task A_head_goes_when_the_document_is_written_without_one()
    {
        var eTag = await CreateAsync("a", head: new Title("Head"));
        await Store.WriteAsync(Key("a"), new Note("Alpha", 2), eTag, Tags(), Stop);
        Assert.Empty((await Store.ListHeadsAsync<Title>(new(Collections.Bonds, Partition), Stop)).Items);
    }

    private async Task<string> IdsAsync(ListQuery query, int? pages = null)
    {
        var ids = new List<string>();
        var read = 0;
        string? cursor = null;
        do
        {
            var page = await Store.ListAsync<Note>(query with { Cursor = cursor }, Stop);
            Assert.True(page.Items.Count <= query.Limit);
            ids.AddRange(page.Items.Select(i => i.Id));
            cursor = page.Cursor;
            read++;
        }
        while (cursor is not null);

        if (pages is not null) Assert.Equal(pages, read);
        return string.Join(' ', ids);
    }
}
