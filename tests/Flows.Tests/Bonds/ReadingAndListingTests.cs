using System.Text.Json;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Realtime;
using LiquidityRisk.Flows.Realtime;
using LiquidityRisk.Units;
using static LiquidityRisk.Flows.Bonds.Tests.BondFlowFixture;

namespace LiquidityRisk.Flows.Bonds.Tests;

public class ReadingAndListingTests
{
    private static readonly RealtimeUser Reader = new("ana", Audience.Professional);

    private readonly BondFlowFixture _app = new();

    [Fact]
    public async Task Fast_serves_what_is_stored_within_its_lifetime_and_computes_afterwards()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        var computedAt = _app.Time.GetUtcNow();

        _app.Time.Advance(TimeSpan.FromMinutes(4.9));
        var stored = await _app.AnswerAsync(Apple);
        _app.Time.Advance(TimeSpan.FromMinutes(0.1));
        var expired = await _app.AnswerAsync(Apple);

        Assert.Equal((computedAt, "recent"), (stored!.AsOf, stored.DataFreshness));
        Assert.Equal((_app.Time.GetUtcNow(), "delayed"), (expired!.AsOf, expired.DataFreshness));
        Assert.Equal(stored.InputsHash, expired.InputsHash);
    }

    [Fact]
    public async Task An_unknown_bond_has_no_translation() =>
        Assert.Null(await _app.AnswerAsync(Apple));

    [Fact]
    public async Task Other_inputs_have_another_hash()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        var before = await _app.AnswerAsync(Apple, accurate: true);
        await _app.DeliverAsync(_app.Quote(Apple, 2, 100.51m));
        var after = await _app.AnswerAsync(Apple, accurate: true);

        Assert.NotEqual(before!.InputsHash, after!.InputsHash);
        Assert.Matches("^[0-9a-f]{64}$", after.InputsHash);
    }

    [Fact]
    public async Task A_list_is_ranked_filtered_and_paged()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1, 100m, 100.05m), _app.Quote(Bae, 1, 90m, 95m), _app.Quote(Isin.Parse("AU0000XVGZA3"), 1, 99m, 99.2m));

        var first = await _app.List.ListAsync(new BondListQuery(Limit: 2), CancellationToken.None);
        var rest = await _app.List.ListAsync(new BondListQuery(Limit: 2, Offset: 2), CancellationToken.None);
        var tight = await _app.List.ListAsync(new BondListQuery(BondSort.Spread, Descending: false), CancellationToken.None);
        var found = await _app.List.ListAsync(new BondListQuery(Search: "gb00"), CancellationToken.None);
        var excellent = await _app.List.ListAsync(new BondListQuery(Level: "excellent"), CancellationToken.None);

        Assert.Equal([Apple.Value, "AU0000XVGZA3"], first.Items.Select(i => i.Isin.Value));
        Assert.Equal((3, "2"), (first.Total, first.NextCursor));
        Assert.Equal((Bae, null), (rest.Items.Single().Isin, rest.NextCursor));
        Assert.Equal(first.Items[0].Isin, tight.Items[0].Isin);
        Assert.Equal(Bae, found.Items.Single().Isin);
        Assert.Equal(excellent.Total, first.Levels["excellent"]);
    }

    [Fact]
    public async Task Dead_letters_come_in_pages_newest_first_over_several_days()
    {
        for (var day = 0; day < 3; day++)
        {
            for (var i = 0; i < 3; i++)
            {
                await _app.DeliverAsync((10 * day) + i, FormattableString.Invariant($"nonsense {day}.{i}"));
                _app.Time.Advance(TimeSpan.FromSeconds(1));
            }

            _app.Time.Advance(TimeSpan.FromDays(1));
        }

        var bodies = new List<string>();
        string? cursor = null;
        do
        {
            var page = await _app.DeadLetters.ListAsync(2, cursor, CancellationToken.None);
            bodies.AddRange(page.Items.Select(i => i.Body));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(["2.2", "2.1", "2.0", "1.2", "1.1", "1.0", "0.2", "0.1", "0.0"], bodies.Select(b => b["nonsense ".Length..]));
        await Assert.ThrowsAsync<ArgumentException>(() => _app.DeadLetters.ListAsync(2, "elsewhere", CancellationToken.None));
    }

    [Fact]
    public async Task Submitting_judges_each_event_and_publishes_the_good_ones_under_their_isin()
    {
        var events = JsonDocument.Parse($"[{_app.Quote(Apple, 1)},{{\"type\":\"microstructure\"}},5]").RootElement.EnumerateArray().ToList();

        var answer = await _app.Submit.SubmitAsync(events, CancellationToken.None);

        Assert.Equal((1, 2), (answer.Accepted, answer.Rejected));
        Assert.Equal([null, "invalid_field", "malformed_json"], answer.Results.Select(r => r.Code));
        Assert.Equal(("market-data", Apple.Value), (_app.Hubs.Events.Single().Hub, _app.Hubs.Events.Single().Event.PartitionKey));
    }

    [Fact]
    public async Task Subscribing_joins_first_and_answers_with_a_snapshot_at_the_topics_place()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        await _app.DeliverAsync(_app.Quote(Apple, 2, 99m, 99.5m));

        await _app.Subscribe.SubscribeAsync("c1", Reader, new TopicRequest("lr.US0378331005", null), CancellationToken.None);

        Assert.Equal([("c1", "lr.US0378331005"), ("c1", "lr.US0378331005~professional")], _app.Connections.Joined);
        var snapshot = _app.Connections.Sent.Single().Message;
        Assert.Equal(("snapshot", _app.Topics.Messages.Count(m => m.Group is "lr.US0378331005" or "lr.US0378331005~retail")), (snapshot.GetProperty("type").GetString(), snapshot.GetProperty("seq").GetInt32()));
        Assert.Equal(99m, snapshot.GetProperty("payload").GetProperty("liquidity_profile").GetProperty("bid").GetDecimal());
    }

    [Theory]
    [InlineData("weather.today", "unknown_topic")]
    [InlineData("lr.GB0002634946", "unknown_bond")]
    [InlineData("lr.", "unknown_topic")]
    public async Task A_topic_that_cannot_be_had_is_answered_with_an_error(string topic, string code)
    {
        await _app.Subscribe.SubscribeAsync("c1", Reader, new TopicRequest(topic, null), CancellationToken.None);

        Assert.Empty(_app.Connections.Joined);
        Assert.Equal(code, _app.Connections.Sent.Single().Message.GetProperty("payload").GetProperty("code").GetString());
    }
}
