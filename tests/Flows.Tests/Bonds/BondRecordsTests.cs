using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Ports;
using static LiquidityRisk.Flows.Bonds.Tests.BondFlowFixture;

namespace LiquidityRisk.Flows.Bonds.Tests;

/// <summary>What was said is kept in an unbroken chain, and comes out the same when it is computed again.</summary>
public class BondRecordsTests
{
    private const string Subject = "lr.US0378331005";

    private readonly BondFlowFixture _app = new();

    [Fact]
    public async Task A_recorded_translation_comes_out_again_to_the_same_bits()
    {
        await _app.DeliverAsync(
            _app.Quote(Apple, 1),
            _app.Event(Apple, "bond_reference", 1, """{"issuer":"Apple","issuer_class":"corporate","rating":"AA+","coupon_percent":3.35,"maturity":"2031-02-09","issue_size_face":1000000000,"currency":"USD"}"""),
            _app.Event(Apple, "mm_state", 1, """{"mm_online":true,"mm_inventory_band":[500000,1000000,2000000],"quotes_last_24h":45,"last_quote_spread_bps":25.0}"""),
            _app.Event(Apple, "auction", 1, """{"auction_id":"A","lots_offered":10,"bids_count":8,"demand_curve_points":[[100.0,1000000],[100.25,2000000]],"clearing_price_estimate":100.25,"next_window":"2026-01-05T14:00:00Z"}"""));

        var verdict = await _app.Records.VerifyAsync(Apple, null, CancellationToken.None);

        Assert.Equal((true, true, null), (verdict!.Identical, verdict.RecordIntact, verdict.Reason));
        Assert.Equal(verdict.RecordedHash, verdict.RecomputedHash);
    }

    [Fact]
    public async Task Records_are_chained_without_gaps_also_across_a_restart()
    {
        for (var i = 1; i <= 3; i++) await DeliverAsync(_app, i);
        var restarted = new BondFlowFixture(_app);
        for (var i = 4; i <= 6; i++) await DeliverAsync(restarted, i);

        var verdict = await _app.Trail.VerifyAsync(Subject, CancellationToken.None);
        var page = await _app.Trail.ListAsync(Subject, null, null, 100, null, CancellationToken.None);

        Assert.True(verdict.Intact, verdict.FirstFault);
        Assert.Equal(Enumerable.Range(1, page.Items.Count).Select(i => (long)i), page.Items.Select(r => r.Sequence));
        Assert.True(page.Items.Count(r => r.Kind == BondAudit.Translation) >= 6);
    }

    [Theory]
    [InlineData("content", "Record 2 was altered.")]
    [InlineData("hash", "Record 2 was altered.")]
    [InlineData("previous", "Record 2 does not follow from the record before.")]
    [InlineData("removed", "Record 2 is missing; 3 follows 1.")]
    public async Task A_chain_that_was_tampered_with_says_where(string what, string fault)
    {
        for (var i = 1; i <= 3; i++) await DeliverAsync(_app, i);
        var key = new DocumentKey(Collections.Audit, Subject, "000000000002");
        var stored = (await _app.Store.ReadAsync<AuditRecord>(key, CancellationToken.None))!;
        var altered = what switch
        {
            "content" => stored.Body with { Content = stored.Body.Content.Replace("100.", "101.", StringComparison.Ordinal) },
            "hash" => stored.Body with { Hash = new string('f', 64) },
            _ => stored.Body with { PreviousHash = new string('f', 64) },
        };
        if (what == "removed") await _app.Store.DeleteAsync(key, stored.ETag, CancellationToken.None);
        else await _app.Store.WriteAsync(key, altered, stored.ETag, new DocumentTags(stored.At), CancellationToken.None);

        var verdict = await _app.Trail.VerifyAsync(Subject, CancellationToken.None);

        Assert.Equal((false, fault), (verdict.Intact, verdict.FirstFault));
    }

    [Fact]
    public async Task Gradual_news_are_recorded_once_a_minute_and_decisive_ones_at_once()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        var first = await CountAsync();
        for (var i = 2; i <= 5; i++) await _app.DeliverAsync(_app.Quote(Apple, i, 100.50m + (0.01m * i), 100.75m + (0.01m * i)));
        var gradual = await CountAsync();
        await _app.DeliverAsync(_app.Quote(Apple, 6, 90m, 99m));
        var decisive = await CountAsync();

        Assert.Equal(first, gradual);
        Assert.True(decisive > gradual);
    }

    [Fact]
    public async Task A_record_that_could_not_be_filed_waits_in_the_document()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        _app.Time.Advance(TimeSpan.FromMinutes(2));
        _app.Store.ConflictOnNextWrites(0);
        var before = await CountAsync();
        _app.Topics.IsDown = true;
        await _app.DeliverAsync(_app.Quote(Apple, 2, 90m, 99m));
        _app.Topics.IsDown = false;

        Assert.True(await CountAsync() > before);
        Assert.True((await _app.Trail.VerifyAsync(Subject, CancellationToken.None)).Intact);
    }

    [Fact]
    public async Task History_tells_how_a_bond_developed_and_as_of_finds_what_was_said_then()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        var early = _app.Time.GetUtcNow();
        _app.Time.Advance(TimeSpan.FromMinutes(10));
        await _app.DeliverAsync(_app.Quote(Apple, 2, 99m, 99.5m));

        var history = await _app.Records.HistoryAsync(Apple, null, null, 100, null, CancellationToken.None);
        var then = await _app.Records.FindAsync(Apple, early.AddMinutes(5), CancellationToken.None);

        Assert.Equal([100.625m, 99.25m], history.Points.Select(p => p.Mid!.Value.PercentOfFace));
        Assert.Equal(early, then!.At);
        Assert.Null(await _app.Records.FindAsync(Apple, early.AddMinutes(-1), CancellationToken.None));
    }

    [Fact]
    public async Task Several_who_append_at_once_make_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => _app.Trail.AppendAsync("access.ana", "read", "ana", $"{i}", CancellationToken.None)));

        var verdict = await _app.Trail.VerifyAsync("access.ana", CancellationToken.None);

        Assert.Equal((true, 10), (verdict.Intact, verdict.Records));
    }

    private static Task DeliverAsync(BondFlowFixture app, int i)
    {
        app.Time.Advance(TimeSpan.FromMinutes(2));
        return app.DeliverAsync(app.Quote(Apple, i, 100m + i, 101m + i));
    }

    private async Task<int> CountAsync() =>
        (await _app.Trail.ListAsync(Subject, null, null, 500, null, CancellationToken.None)).Items.Count;
}
