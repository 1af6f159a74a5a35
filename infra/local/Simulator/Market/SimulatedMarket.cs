using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Local.Simulator.Exits;

namespace LiquidityRisk.Local.Simulator.Market;

/// <summary>
/// A seeded market of fictional bonds whose spreads, sizes and trading look like the real ones they were fitted to. Of fifty events
/// about forty-six are quotes, two market makers' states and two auctions; windows and reviews are announced when they are due.
/// </summary>
internal sealed class SimulatedMarket
{
    private const string Source = "simulator";
    private const int Round = 50;
    private const int ReviewEvery = 10_000;

    private readonly Random _random;
    private readonly List<SimulatedBond> _bonds = [];
    private readonly List<SimulatedBond> _made;
    private readonly List<SimulatedBond> _auctioned;
    private readonly List<(IssuerReview Review, List<SimulatedBond> Bonds)> _reviewed;
    private readonly double[] _cumulativeActivity;
    private readonly Queue<OutgoingEvent> _due = new();
    private long _sequence;
    private long _told;

    public SimulatedMarket(int seed, int bonds, DateTimeOffset start)
    {
        _random = new Random(seed);
        var dice = new Dice(seed ^ 0x2C1B3C6D); // of its own, so that prices do not depend on what else is simulated
        for (var i = 0; i < bonds; i++)
        {
            var segment = Segment.All[i % Segment.All.Count];
            var reference = InventedBonds.Next(_random, segment, start);
            _bonds.Add(new SimulatedBond(i + 1, segment, reference, new Random(_random.Next()), new Dice(dice.Seed()), start));
        }

        _made = _bonds.FindAll(b => b.HasMaker);
        _auctioned = _bonds.FindAll(b => b.HasAuction);
        _reviewed = [.. _bonds.GroupBy(b => b.Reference.Issuer, StringComparer.Ordinal)
            .Where(_ => dice.Chance(1 / 3.0))
            .Select(g => (new IssuerReview(new Dice(dice.Seed())), g.ToList()))];
        var sum = 0.0;
        _cumulativeActivity = [.. _bonds.Select(b => sum += b.Activity)];
        _sequence = start.ToUnixTimeMilliseconds();
    }

    /// <summary>The first events: everything there is to say about every bond.</summary>
    public IEnumerable<OutgoingEvent> Open(DateTimeOffset at) =>
    [
        .. _bonds.SelectMany(b => new[] { Reference(b, at), Quote(b, at) }),
        .. _made.Select(b => Maker(b, at)),
        .. _auctioned.Select(b => Auction(b, at)),
        .. _reviewed.SelectMany(r => Review(r.Review, r.Bonds, at)),
    ];

    /// <summary>The next event.</summary>
    public OutgoingEvent Next(DateTimeOffset at)
    {
        if (_due.TryDequeue(out var due)) return due;
        var turn = _told++;
        if (turn % ReviewEvery == ReviewEvery - 1 && _reviewed.Count > 0) RenewOne(turn / ReviewEvery, at);
        var pair = 2 * (turn / Round);
        return (turn % Round) switch
        {
            5 or 30 when _made.Count > 0 => Maker(_made[Turn(pair, turn % Round > 25, _made)], at),
            15 or 40 when _auctioned.Count > 0 => Auction(_auctioned[Turn(pair, turn % Round > 25, _auctioned)], at),
            20 when _bonds.Find(b => b.IsWindowPast(at)) is { } late => Reference(late, at),
            _ => Quote(Drawn(), at),
        };
    }

    private static int Turn(long pair, bool second, List<SimulatedBond> among) => (int)((pair + (second ? 1 : 0)) % among.Count);

    private void RenewOne(long turn, DateTimeOffset at)
    {
        var (review, bonds) = _reviewed[(int)(turn % _reviewed.Count)];
        review.Renew();
        foreach (var e in Review(review, bonds, at)) _due.Enqueue(e);
    }

    private SimulatedBond Drawn()
    {
        var index = Array.BinarySearch(_cumulativeActivity, _random.NextDouble() * _cumulativeActivity[^1]);
        return _bonds[Math.Min(index < 0 ? ~index : index, _bonds.Count - 1)];
    }

    private OutgoingEvent Quote(SimulatedBond b, DateTimeOffset at) => MarketEvents.Quote(b.Isin, Source, _sequence++, at, b.Observe(at));

    private OutgoingEvent Reference(SimulatedBond b, DateTimeOffset at) =>
        MarketEvents.Reference(b.Isin, Source, _sequence++, at, b.ObserveReference(at));

    private OutgoingEvent Maker(SimulatedBond b, DateTimeOffset at) =>
        MarketEvents.MarketMaker(b.Isin, Source, _sequence++, at, b.ObserveMaker(at));

    private OutgoingEvent Auction(SimulatedBond b, DateTimeOffset at) =>
        MarketEvents.Auction(b.Isin, Source, _sequence++, at, b.ObserveAuction(at));

    private IEnumerable<OutgoingEvent> Review(IssuerReview review, List<SimulatedBond> bonds, DateTimeOffset at) =>
        bonds.Select(b => MarketEvents.RiskArtifact(b.Isin, Source, _sequence++, at, review.Write(at)));
}
