using LiquidityRisk.Flows.Ports;
using static LiquidityRisk.Flows.Bonds.Tests.BondFlowFixture;

namespace LiquidityRisk.Flows.Bonds.Tests;

public class TranslateMarketDataTests
{
    private const string Main = "lr.US0378331005";
    private const string Liquidity = Main + ".liquidity";

    private readonly BondFlowFixture _app = new();

    [Fact]
    public async Task A_quote_becomes_a_stored_translation_and_an_announcements_on_their_topics()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));

        var answer = await _app.AnswerAsync(Apple);
        Assert.Equal(85.07, answer!.LiquidityProfile!.LiquidityIndex!.Value.Value);
        Assert.Equal("excellent", answer.LiquidityProfile.LiquidityLevel);
        Assert.Equal(
            [
                Main, Liquidity, // liquidity
                Main, // risk
                Main + "~professional", Main + "~retail", Main + ".exit~professional", Main + ".exit~retail", // ways out
            ],
            _app.Topics.Messages.Select(m => m.Group));
    }

    [Fact]
    public async Task A_batch_is_folded_to_one_write_and_one_announcement_per_bond()
    {
        var outcome = await _app.DeliverAsync(
            _app.Quote(Apple, 1, 99m, 99.5m), _app.Quote(Bae, 1), _app.Quote(Apple, 2, 98m, 98.5m), _app.Quote(Apple, 3, 97m, 97.5m));

        Assert.Equal(new BatchOutcome(4, 2, 0), outcome);
        Assert.Equal(2, _app.Store.WritesTo(Collections.Bonds));
        Assert.Equal([1], _app.Topics.Sequences(Liquidity));
        var answer = await _app.AnswerAsync(Apple);
        Assert.Equal(97m, answer!.LiquidityProfile!.Bid!.Value.PercentOfFace);
    }

    [Fact]
    public async Task Delivered_twice_it_changes_nothing()
    {
        var quote = _app.Quote(Apple, 1);
        await _app.DeliverAsync(quote);
        var again = await _app.DeliverAsync(quote);

        Assert.Equal(0, again.Translated);
        Assert.Equal(1, _app.Store.WritesTo(Collections.Bonds));
        Assert.Equal([1], _app.Topics.Sequences(Liquidity));
    }

    [Fact]
    public async Task Delivered_late_it_changes_nothing()
    {
        var early = _app.Quote(Apple, 1, 90m, 91m);
        _app.Time.Advance(TimeSpan.FromSeconds(1));
        await _app.DeliverAsync(_app.Quote(Apple, 2));

        Assert.Equal(0, (await _app.DeliverAsync(early)).Translated);
    }

    [Fact]
    public async Task Sequence_numbers_have_no_gaps_also_across_a_restart()
    {
        for (var i = 1; i <= 3; i++) await _app.DeliverAsync(_app.Quote(Apple, i, 100m + i, 101m + i));
        var restarted = new BondFlowFixture(_app);
        for (var i = 4; i <= 6; i++) await restarted.DeliverAsync(restarted.Quote(Apple, i, 100m + i, 101m + i));

        var after = restarted.Topics.Sequences(Liquidity);
        Assert.Equal([1, 2, 3], _app.Topics.Sequences(Liquidity));
        Assert.Equal([4, 5, 6], after.SkipWhile(s => s < 4));
    }

    [Fact]
    public async Task Bad_events_are_parked_with_their_reason_and_the_good_ones_go_on()
    {
        var outcome = await _app.DeliverAsync(
            "not json at all", _app.Quote(Apple, 1), "{}", _app.Quote(Bae, 1, 101m, 100m), _app.Quote(Bae, 2));

        Assert.Equal(new BatchOutcome(5, 2, 3), outcome);
        var letters = await _app.DeadLetters.ListAsync(10, null, CancellationToken.None);
        Assert.Equal(
            [("malformed_json", null), ("missing_field", "type"), ("crossed_market", "payload.bid")],
            letters.Items.OrderBy(l => l.Origin, StringComparer.Ordinal).Select(l => (l.Code, l.Field)));
    }

    [Fact]
    public async Task A_bad_event_delivered_twice_is_parked_once()
    {
        await _app.DeliverAsync("nonsense");
        await _app.DeliverAsync("nonsense");

        Assert.Single((await _app.DeadLetters.ListAsync(10, null, CancellationToken.None)).Items);
    }

    [Fact]
    public async Task A_conflict_is_decided_again_on_what_is_there()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        _app.Store.ConflictOnNextWrites(3);

        Assert.Equal(1, (await _app.DeliverAsync(_app.Quote(Apple, 2, 99m, 99.5m))).Translated);
        Assert.Equal([1, 2], _app.Topics.Sequences(Liquidity));
    }

    [Fact]
    public async Task Two_processes_on_one_bond_lose_nothing()
    {
        var other = new BondFlowFixture(_app);
        for (var i = 1; i <= 10; i++)
        {
            await _app.DeliverAsync(_app.Quote(Apple, 2 * i, 90m + i, 91m + i));
            await other.DeliverAsync(_app.Quote(Apple, (2 * i) + 1, 80m + i, 81m + i));
        }

        var all = _app.Topics.Sequences(Liquidity).Concat(other.Topics.Sequences(Liquidity)).Distinct().Order();
        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), all);
    }

    [Fact]
    public async Task An_unavailable_store_fails_the_batch_so_that_it_is_delivered_again()
    {
        _app.Store.IsUnavailable = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _app.DeliverAsync(_app.Quote(Apple, 1)));
        _app.Store.IsUnavailable = false;

        Assert.Equal(1, (await _app.DeliverAsync(_app.Quote(Apple, 1))).Translated);
    }

    [Fact]
    public async Task News_that_could_not_be_published_is_swept_up_later_in_order()
    {
        _app.Topics.IsDown = true;
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        await _app.DeliverAsync(_app.Quote(Apple, 2, 99m, 99.5m));
        _app.Topics.IsDown = false;
        _app.Time.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(1, await _app.Announce.SweepAsync(CancellationToken.None));
        Assert.Equal([1, 2], _app.Topics.Sequences(Liquidity));
        Assert.Equal(0, await _app.Announce.SweepAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_a_dead_process_saved_but_did_not_publish_is_published_by_the_next_one()
    {
        _app.Topics.IsDown = true;
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        var restarted = new BondFlowFixture(_app);
        _app.Time.Advance(TimeSpan.FromSeconds(11));

        await restarted.Announce.SweepAsync(CancellationToken.None);

        Assert.Equal([1], restarted.Topics.Sequences(Liquidity));
    }

    [Fact]
    public async Task The_sweep_does_not_repeat_what_is_known_to_be_published()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        _app.Time.Advance(TimeSpan.FromSeconds(11));

        await _app.Announce.SweepAsync(CancellationToken.None);

        Assert.Equal([1], _app.Topics.Sequences(Liquidity));
        Assert.Empty((await _app.Book.ReadAsync(Apple, CancellationToken.None))!.Body.Outbox);
    }

    [Fact]
    public async Task An_outbox_stays_bounded_while_nothing_can_be_published()
    {
        _app.Topics.IsDown = true;
        for (var i = 1; i <= 50; i++) await _app.DeliverAsync(_app.Quote(Apple, i, 50m + i, 51m + i));

        Assert.Equal(20, (await _app.Book.ReadAsync(Apple, CancellationToken.None))!.Body.Outbox.Count);
    }
}
