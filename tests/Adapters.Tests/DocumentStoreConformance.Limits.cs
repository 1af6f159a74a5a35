using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Adapters.Tests;

public abstract partial class DocumentStoreConformance
{
    [Fact]
    public async Task A_document_of_nearly_two_megabytes_is_kept()
    {
        var text = new string('x', 1_900_000);
        await CreateAsync("large", name: text);

        Assert.Equal(text, (await Store.ReadAsync<Note>(Key("large"), Stop))!.Body.Name);
        Assert.Equal(text.Length, Assert.Single((await Store.ListAsync<Note>(new(Collections.Bonds, Partition), Stop)).Items).Body.Name.Length);
    }

    [Fact]
    public async Task A_document_above_two_megabytes_is_refused_with_its_size()
    {
        var refused = await Assert.ThrowsAnyAsync<ArgumentException>(() => CreateAsync("large", name: new string('x', 2_100_000)));
        Assert.Contains("2,100,0", refused.Message, StringComparison.Ordinal);
        var inHead = await Assert.ThrowsAnyAsync<ArgumentException>(
            () => CreateAsync("large", head: new Title(new string('x', 2_100_000))));
        Assert.Contains("2,100,0", inHead.Message, StringComparison.Ordinal);
        Assert.Null(await Store.ReadAsync<Note>(Key("large"), Stop));
    }

    [Theory]
    [InlineData("CH0012345678")]
    [InlineData("with space, comma; and 'quotes' \"")]
    [InlineData("a&b;+=@:,")]
    [InlineData("a$*()[]{}<>^`")]
    [InlineData("100 & more + = @ : | ~ $ * ( ) [ ] { } < > ^ `")]
    [InlineData("Zürich-漢字-🙂-é")]
    [InlineData(".hidden")]
    public async Task An_id_may_hold_any_other_character(string id)
    {
        var eTag = await CreateAsync(id);
        Assert.Equal(id, (await Store.ReadAsync<Note>(Key(id), Stop))!.Id);
        Assert.Equal(id, Assert.Single((await Store.ListAsync<Note>(new(Collections.Bonds, Partition, Limit: 1), Stop)).Items).Id);
        var second = await Store.WriteAsync(Key(id), new Note("Beta", 2), eTag, Tags(), Stop);
        Assert.True(second.Written);
        Assert.True(await Store.DeleteAsync(Key(id), second.ETag, Stop));
        Assert.Null(await Store.ReadAsync<Note>(Key(id), Stop));
    }

    [Fact]
    public async Task Keys_of_two_hundred_characters_work_and_unicode_partitions_too()
    {
        var key = new DocumentKey(Collections.Bonds, "Ω漢🙂/\\?#" + new string('p', 190), new string('é', 200));
        Assert.True((await Store.WriteAsync(key, new Note("Alpha", 1), ifMatch: null, Tags(), Stop)).Written);
        Assert.NotNull(await Store.ReadAsync<Note>(key, Stop));
        Assert.Single((await Store.ListAsync<Note>(new(key.Collection, key.Partition), Stop)).Items);
    }

    [Fact]
    public async Task Ids_with_unicode_page_through_one_millisecond_in_order()
    {
        string[] ids = ["Zürich", "a", "a|b", "z", "é", "漢", "\ud83d\ude42"];
        foreach (var id in ids.Reverse()) await CreateAsync(id);
        Assert.Equal(string.Join(' ', ids), await IdsAsync(new(Collections.Bonds, Partition, Limit: 1), pages: 7));
    }

    [Theory]
    [InlineData("bonds", "p", "", "Id")]
    [InlineData("bonds", "p", null, "Id")]
    [InlineData("bonds", "p", "a/b", "Id")]
    [InlineData("bonds", "p", "a\\b", "Id")]
    [InlineData("bonds", "p", "a?b", "Id")]
    [InlineData("bonds", "p", "a#b", "Id")]
    [InlineData("bonds", "p", "50%", "Id")]
    [InlineData("bonds", "p", "a\nb", "Id")]
    [InlineData("bonds", "p", "a ", "Id")]
    [InlineData("bonds", "p", "..", "Id")]
    [InlineData("bonds", "", "a", "Partition")]
    [InlineData("bonds", null, "a", "Partition")]
    [InlineData("Bonds", "p", "a", "Collection")]
    [InlineData(null, "p", "a", "Collection")]
    public async Task A_key_that_some_adapter_cannot_hold_is_refused_with_the_field_named(
        string? collection, string? partition, string? id, string field)
    {
        var key = new DocumentKey(collection!, partition!, id!);
        await RefusedAsync(field, async () => await Store.ReadAsync<Note>(key, Stop));
        await RefusedAsync(field, async () => await Store.WriteAsync(key, new Note("a", 1), ifMatch: null, Tags(), Stop));
        await RefusedAsync(field, async () => await Store.DeleteAsync(key, "1", Stop));
        if (field != "Id") await RefusedAsync(field, () => Store.ListAsync<Note>(new(collection!, partition!), Stop));
    }

    [Fact]
    public async Task A_key_too_long_or_with_half_a_character_is_refused()
    {
        await RefusedAsync("Id", () => CreateAsync(new string('x', 201)));
        await RefusedAsync("Id", () => CreateAsync("a\ud800b"));
        await RefusedAsync("Partition", async () => await Store.ReadAsync<Note>(Key("a") with { Partition = "\udc00" }, Stop));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_001)]
    public Task A_page_size_out_of_range_is_refused(int limit) =>
        RefusedAsync("Limit", () => Store.ListAsync<Note>(new(Collections.Bonds, Partition, Limit: limit), Stop));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("not base64url!")]
    [InlineData("gICA")] // bytes that are not UTF-8
    [InlineData("MTIz")] // 123
    [InlineData("MTIzfA")] // 123|
    [InlineData("eHxh")] // x|a
    [InlineData("OTIyMzM3MjAzNjg1NDc3NTgwN3xh")] // a time beyond the calendar
    public Task A_malformed_cursor_is_refused_by_name(string cursor) =>
        RefusedAsync("Cursor", () => Store.ListHeadsAsync<Note>(new(Collections.Bonds, Partition, Cursor: cursor), Stop));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public Task A_lifetime_that_is_not_positive_is_refused(int seconds) =>
        RefusedAsync("TimeToLive", async () => await Store.WriteAsync(
            Key("a"), new Note("a", 1), ifMatch: null, new(Nine, TimeToLive: TimeSpan.FromSeconds(seconds)), Stop));

    private static async Task RefusedAsync(string field, Func<Task> act) =>
        Assert.Equal(field, (await Assert.ThrowsAnyAsync<ArgumentException>(act)).ParamName);
}
