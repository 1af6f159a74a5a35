using System.Globalization;

namespace LiquidityRisk.Flows.CashMarket.Liquidity.Tests;

public sealed class TicketNumbersTests : IDisposable
{
    private readonly Flows.CashMarket.Tests.CashMarketFixture _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task They_count_by_day_and_all_together()
    {
        Assert.Equal(("LIQ-20260105-0001", 1), await NextAsync("a"));
        Assert.Equal(("LIQ-20260105-0002", 2), await NextAsync("b"));
        _app.Time.AdvanceTo(new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(("LIQ-20260106-0001", 3), await NextAsync("c"));
        Assert.Equal(("LIQ-20260105-0002", 2), await NextAsync("b"));
    }

    [Fact]
    public async Task After_9999_on_a_day_they_go_on()
    {
        for (var i = 0; i < 3; i++) await NextAsync($"{i}");
        var key = new Ports.DocumentKey(Ports.Collections.Liquidity, "numbers", "tickets");
        var stored = await _app.Documents.ReadAsync<TicketCounter>(key, CancellationToken.None);
        await _app.Documents.WriteAsync(key, stored!.Body with { OfDay = 9_999 }, stored.ETag, new(_app.Time.GetUtcNow()), CancellationToken.None);

        Assert.Equal("LIQ-20260105-10000", (await NextAsync("next")).TicketId);
    }

    [Fact]
    public async Task Many_at_once_on_two_instances_get_each_their_own_without_a_gap()
    {
        using var other = new Flows.CashMarket.Tests.CashMarketFixture(_app);
        var given = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(
            () => (i % 2 == 0 ? _app : other).Tickets.NextAsync(i.ToString(CultureInfo.InvariantCulture), CancellationToken.None))));

        Assert.Equal(Enumerable.Range(1, 60).Select(n => (long)n), given.Select(g => g.Number).Order());
    }

    [Fact]
    public async Task One_whose_write_was_not_heard_of_is_found_again()
    {
        _app.Store.Arm(1, TestKit.FaultPoint.After, isLasting: false);
        await Assert.ThrowsAsync<Ports.StoreUnavailableException>(() => NextAsync("a"));

        Assert.Equal(1, (await NextAsync("a")).Number);
    }

    private Task<(string TicketId, long Number)> NextAsync(string purpose) => _app.Tickets.NextAsync(purpose, CancellationToken.None);
}
