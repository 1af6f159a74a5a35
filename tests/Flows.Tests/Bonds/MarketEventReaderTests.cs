using System.Text;
using FsCheck;
using FsCheck.Fluent;
using static LiquidityRisk.Flows.Bonds.Tests.BondFlowFixture;

namespace LiquidityRisk.Flows.Bonds.Tests;

public class MarketEventReaderTests
{
    private static readonly MarketEventReader Reader = new(MarketEventRules.Standard);
    private readonly BondFlowFixture _app = new();

    private EventReading Read(string body) => Reader.Read(Encoding.UTF8.GetBytes(body), _app.Time.GetUtcNow());

    private string With(string field, string json) => _app.Quote(Apple, 1).Replace(field, json, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"bid\":100.50", "\"bid\":-1", "payload.bid")]
    [InlineData("\"bid\":100.50", "\"bid\":\"100\"", "payload.bid")]
    [InlineData("\"bid\":100.50", "\"bid\":1e40", "payload.bid")]
    [InlineData("\"bid_size\":1000000", "\"bid_size\":-5", "payload.bid_size")]
    [InlineData("\"l2_levels\":5", "\"l2_levels\":5000", "payload.l2_levels")]
    [InlineData("\"l2_levels\":5", "\"l2_levels\":1.5", "payload.l2_levels")]
    [InlineData("\"trades_count\":25", "\"trades_count\":-1", "payload.trades_count")]
    [InlineData("\"time_since_last_trade_s\":300", "\"time_since_last_trade_s\":-1", "payload.time_since_last_trade_s")]
    [InlineData("\"source\":\"test\"", "\"source\":\"\"", "source")]
    [InlineData("\"sequence\":1", "\"sequence\":-1", "sequence")]
    [InlineData("\"sequence\":1", "\"sequence\":\"one\"", "sequence")]
    public void A_value_of_the_wrong_type_or_range_is_named(string from, string to, string field)
    {
        var (_, refusal) = Read(With(from, to));

        Assert.Equal(("invalid_field", field), (refusal?.Code, refusal?.Field));
    }

    [Theory]
    [InlineData("\"type\":\"microstructure\"", "\"type\":\"weather\"", "unknown_type", "type")]
    [InlineData("\"isin\":\"US0378331005\"", "\"isin\":\"apple\"", "invalid_isin", "isin")]
    [InlineData("\"bid\":100.50", "\"bid\":101", "crossed_market", "payload.bid")]
    [InlineData("\"l2_levels\":5", "\"isin\":\"GB0002634946\"", "isin_mismatch", "payload.isin")]
    [InlineData("\"bid\":100.50", "\"bid\":NaN", "malformed_json", null)]
    public void Other_faults_have_names_of_their_own(string from, string to, string code, string? field)
    {
        var (_, refusal) = Read(With(from, to));

        Assert.Equal(code, refusal?.Code);
        if (field is not null) Assert.Equal(field, refusal?.Field);
    }

    [Fact]
    public void A_flagged_crossed_market_is_taken() =>
        Assert.NotNull(Read(_app.Quote(Apple, 1, 101m, 100m, ",\"crossed\":true")).Event);

    [Fact]
    public void The_future_is_refused_beyond_the_skew()
    {
        var quote = _app.Quote(Apple, 1);

        Assert.Null(Reader.Read(Encoding.UTF8.GetBytes(quote), _app.Time.GetUtcNow().AddSeconds(-5)).Refusal);
        Assert.Equal("future_timestamp", Reader.Read(Encoding.UTF8.GetBytes(quote), _app.Time.GetUtcNow().AddSeconds(-5.1)).Refusal?.Code);
    }

    [Fact]
    public void A_huge_event_is_refused_before_it_is_parsed() =>
        Assert.Equal("too_large", Read(new string(' ', MarketEventReader.MaxBytes + 1)).Refusal?.Code);

    [Fact]
    public void A_wrong_check_digit_is_refused_only_when_configured()
    {
        var body = Encoding.UTF8.GetBytes(With("\"isin\":\"US0378331005\"", "\"isin\":\"IN0012345678\""));
        var strict = new MarketEventReader(MarketEventRules.Standard with { RequireIsinCheckDigit = true });

        Assert.NotNull(Reader.Read(body, _app.Time.GetUtcNow()).Event);
        Assert.Equal("invalid_isin", strict.Read(body, _app.Time.GetUtcNow()).Refusal?.Code);
    }

    [Theory]
    [InlineData("auction", """{"auction_id":"A1","lots_offered":10,"bids_count":8,"demand_curve_points":[[100.0,1000000],[100.25,2000000]],"clearing_price_estimate":100.25,"next_window":"2026-01-05T14:00:00Z"}""", null)]
    [InlineData("auction", """{"auction_id":"A1","lots_offered":10,"bids_count":8,"demand_curve_points":[[100.0]]}""", "payload.demand_curve_points")]
    [InlineData("mm_state", """{"mm_online":true,"mm_inventory_band":[500000,1000000,2000000],"mm_min_spread_bps":10.0,"last_quote_spread_bps":25.0,"quotes_last_24h":45}""", null)]
    [InlineData("mm_state", """{"mm_online":true,"mm_inventory_band":[5,4,3]}""", "payload.mm_inventory_band")]
    [InlineData("mm_state", """{"mm_inventory_band":[1,2,3]}""", "payload.mm_online")]
    [InlineData("bond_reference", """{"issuer":"X","issuer_class":"corporate","rating":"BBB+","coupon_percent":2.5,"maturity":"2031-05-01","issue_size_face":1e8,"currency":"CHF"}""", null)]
    [InlineData("bond_reference", """{"issuer":"X","issuer_class":"zoo","currency":"CHF"}""", "payload.issuer_class")]
    [InlineData("bond_reference", """{"issuer":"X","issuer_class":"psu","rating":"Baa1","currency":"CHF"}""", "payload.rating")]
    [InlineData("risk_artifact", """{"risk_summary":{"as_of":"2024-12-01T10:00:00Z","categories":[{"name":"Liquidity Risk","score_0_100":35.0,"level":"low","citations":["x"]}],"overall_score":42.5,"confidence":0.85}}""", null)]
    [InlineData("risk_artifact", """{"risk_summary":{"categories":[{"name":"Liquidity Risk","score_0_100":135.0}]}}""", "payload.risk_summary.categories[0].score_0_100")]
    public void Each_type_has_its_payload(string type, string payload, string? fault)
    {
        var (e, refusal) = Read($$"""{"type":"{{type}}","source":"t","sequence":1,"isin":"US0378331005","timestamp":"2026-01-05T09:00:00Z","payload":{{payload}} }""");

        Assert.Equal(fault, refusal?.Field);
        Assert.Equal(fault is null, e is not null);
    }

    [Fact]
    public void Random_bytes_are_refused_and_never_throw() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000), Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(), bytes => Reader.Read(bytes, _app.Time.GetUtcNow()).Refusal is not null));

    [Fact]
    public void A_good_event_with_a_random_wound_is_refused_or_read_but_never_throws()
    {
        var good = Encoding.UTF8.GetBytes(_app.Quote(Apple, 1));
        var wounds = Gen.Choose(0, good.Length - 1).SelectMany(at => Gen.Choose(0, 255).Select(b => (At: at, Byte: (byte)b))).ListOf(3);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000), Prop.ForAll(wounds.ToArbitrary(), list =>
        {
            var wounded = good.ToArray();
            foreach (var (at, b) in list) wounded[at] = b;
            var (e, refusal) = Reader.Read(wounded, _app.Time.GetUtcNow());
            return e is null != refusal is null;
        }));
    }

    [Fact]
    public void Among_random_bytes_no_good_event_is_lost() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ArbMap.Default.ArbFor<byte[][]>(), noise =>
        {
            var app = new BondFlowFixture();
            var bodies = noise.Select(n => new ReadOnlyMemory<byte>(n))
                .Append(Encoding.UTF8.GetBytes(app.Quote(Apple, 1)))
                .Concat(noise.Reverse().Select(n => new ReadOnlyMemory<byte>(n)))
                .Select((b, i) => new IncomingEvent(b, FormattableString.Invariant($"hub-{i}")))
                .ToList();
            var outcome = app.Translate.HandleAsync(bodies, CancellationToken.None).GetAwaiter().GetResult();
            return outcome.Translated == 1 && outcome.Parked == bodies.Count - 1;
        }));
}
