using System.Text.Json;
using LiquidityRisk.Contracts.Realtime;
using LiquidityRisk.Flows.Realtime;
using static LiquidityRisk.Flows.Bonds.Tests.BondFlowFixture;

namespace LiquidityRisk.Flows.Bonds.Tests;

public class BondAlertBookTests
{
    private const string Topic = "lr.US0378331005.alerts";

    private readonly BondFlowFixture _app = new();

    [Fact]
    public async Task A_market_maker_that_goes_offline_raises_an_alert_that_is_told_stored_listed_and_recorded()
    {
        await MarketMakerAsync(1, online: true);
        await MarketMakerAsync(2, online: false);

        var listed = await _app.Alerts.ListAsync(null, Apple, 0, 10, CancellationToken.None);
        var told = _app.Topics.Messages.Where(m => m.Group == Topic).Select(m => JsonDocument.Parse(m.Json).RootElement).ToList();

        var offline = Assert.Single(listed.Items, a => a.AlertType == "market_maker_offline");
        Assert.Equal(("warning", "active"), (offline.Severity, offline.State));
        Assert.Equal(Enumerable.Range(1, told.Count), told.Select(m => m.GetProperty("seq").GetInt32()));
        Assert.Contains(told, m => m.GetProperty("payload").GetProperty("alert_type").GetString() == "market_maker_offline");
        Assert.Contains(
            (await _app.Trail.ListAsync("lr.US0378331005", null, null, 100, null, CancellationToken.None)).Items, r => r.Kind == "alert_raised");
    }

    [Fact]
    public async Task Taking_note_is_told_and_recorded_with_the_name_and_done_twice_changes_nothing()
    {
        await MarketMakerAsync(1, online: false);
        var id = (await _app.Alerts.ListAsync(null, Apple, 0, 10, CancellationToken.None)).Items.Single(a => a.AlertType == "market_maker_offline").Id;

        var noted = await _app.Alerts.AcknowledgeAsync(Apple, id, "ana", CancellationToken.None);
        var writes = _app.Store.Writes;
        var again = await _app.Alerts.AcknowledgeAsync(Apple, id, "ben", CancellationToken.None);

        Assert.Equal(("acknowledged", "ana"), (noted!.State, noted.AcknowledgedBy));
        Assert.Equal((noted.AcknowledgedAt, "ana", writes), (again!.AcknowledgedAt, again.AcknowledgedBy, _app.Store.Writes));
        Assert.Null(await _app.Alerts.AcknowledgeAsync(Apple, "nothing", "ana", CancellationToken.None));
        Assert.Null(await _app.Alerts.AcknowledgeAsync(Bae, id, "ana", CancellationToken.None));
    }

    [Fact]
    public async Task An_alert_resolves_when_its_condition_has_been_gone_for_a_while_although_nothing_arrives()
    {
        await MarketMakerAsync(1, online: false);
        await MarketMakerAsync(2, online: true);
        _app.Time.Advance(TimeSpan.FromMinutes(3));

        await _app.Alerts.WatchAsync(CancellationToken.None);

        var all = await _app.Alerts.OfBondAsync(Apple, CancellationToken.None);
        Assert.Equal("resolved", all!.Items.Single(a => a.AlertType == "market_maker_offline").State);
    }

    [Fact]
    public async Task Data_that_grows_old_is_noticed_once_although_nothing_arrives()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        _app.Time.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal(1, await _app.Alerts.WatchAsync(CancellationToken.None));
        Assert.Equal(0, await _app.Alerts.WatchAsync(CancellationToken.None));
        Assert.Contains((await _app.Alerts.ListAsync(null, null, 0, 10, CancellationToken.None)).Items, a => a.AlertType == "stale_data");
    }

    [Fact]
    public async Task Retail_readers_are_not_told_of_the_market_makers_inventory()
    {
        await MarketMakerAsync(1, online: true);
        await _app.Subscribe.SubscribeAsync("r", new RealtimeUser("eve", Audience.Retail), new TopicRequest("lr.US0378331005.exit", null), CancellationToken.None);

        string Payloads(string group) =>
            string.Concat(_app.Topics.Messages.Where(m => m.Group.EndsWith(group, StringComparison.Ordinal)).Select(m => System.Text.Encoding.UTF8.GetString(m.Json.Span)));
        Assert.Contains("inventory_room", Payloads("~professional"), StringComparison.Ordinal);
        Assert.DoesNotContain("inventory_room", Payloads("~retail"), StringComparison.Ordinal);
        Assert.DoesNotContain("inventory_room", _app.Connections.Sent.Single().Message.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(("r", "lr.US0378331005.exit~retail"), _app.Connections.Joined);
        Assert.DoesNotContain(_app.Connections.Joined, j => j.Group.EndsWith("~professional", StringComparison.Ordinal));
    }

    private async Task MarketMakerAsync(int sequence, bool online)
    {
        await _app.DeliverAsync(
            _app.Quote(Apple, sequence),
            _app.Event(Apple, "mm_state", sequence, $$"""{"mm_online":{{(online ? "true" : "false")}},"mm_inventory_band":[500000,1000000,2000000],"quotes_last_24h":45}"""));
        _app.Time.Advance(TimeSpan.FromSeconds(10));
    }
}
