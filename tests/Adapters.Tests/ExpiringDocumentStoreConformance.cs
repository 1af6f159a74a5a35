using LiquidityRisk.Flows.Ports;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Adapters.Tests;

/// <summary>What stores do that expire documents by their own clock.</summary>
public abstract class ExpiringDocumentStoreConformance : DocumentStoreConformance
{
    protected ManualTime Clock { get; } = new();

    [Fact]
    public async Task A_document_with_a_lifetime_disappears_when_it_ends()
    {
        var eTag = await CreateForAsync(TimeSpan.FromSeconds(10));
        Clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromMilliseconds(1));
        Assert.NotNull(await Store.ReadAsync<Note>(Key("a"), Stop));
        Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Null(await Store.ReadAsync<Note>(Key("a"), Stop));
        Assert.Empty((await Store.ListAsync<Note>(new(Collections.Bonds, Partition), Stop)).Items);
        Assert.Empty((await Store.ListHeadsAsync<Title>(new(Collections.Bonds, Partition), Stop)).Items);
        Assert.False((await Store.WriteAsync(Key("a"), new Note("late", 2), eTag, Tags(), Stop)).Written);
        Assert.False(await Store.DeleteAsync(Key("a"), eTag, Stop));
    }

    [Fact]
    public async Task An_expired_document_can_be_created_again()
    {
        await CreateForAsync(TimeSpan.FromSeconds(1));
        Clock.Advance(TimeSpan.FromSeconds(1));
        await CreateAsync("a", name: "Again");
        Clock.Advance(TimeSpan.FromDays(10_000));

        Assert.Equal("Again", (await Store.ReadAsync<Note>(Key("a"), Stop))!.Body.Name);
    }

    [Fact]
    public async Task A_write_without_a_lifetime_ends_an_earlier_one()
    {
        var eTag = await CreateForAsync(TimeSpan.FromSeconds(1));
        await Store.WriteAsync(Key("a"), new Note("Beta", 2), eTag, Tags(), Stop);
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(await Store.ReadAsync<Note>(Key("a"), Stop));
    }

    [Fact]
    public async Task A_lifetime_counts_in_whole_seconds_rounded_up()
    {
        await CreateForAsync(TimeSpan.FromMilliseconds(1));
        Clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.NotNull(await Store.ReadAsync<Note>(Key("a"), Stop));
    }

    [Fact]
    public async Task The_lifetime_of_the_collection_holds_when_the_document_names_none()
    {
        var key = Key("a") with { Collection = Collections.DeadLetters };
        await Store.WriteAsync(key, new Note("Alpha", 1), ifMatch: null, Tags(), Stop);
        Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMilliseconds(1));
        Assert.NotNull(await Store.ReadAsync<Note>(key, Stop));
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(await Store.ReadAsync<Note>(key, Stop));
    }

    protected async Task<string> CreateForAsync(TimeSpan lifetime)
    {
        var tags = new DocumentTags(Nine, new Title("head"), lifetime);
        return (await Store.WriteAsync(Key("a"), new Note("Alpha", 1), ifMatch: null, tags, Stop)).ETag;
    }
}
