using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Market;

/// <summary>A seeded market of fictional bonds whose spreads, sizes and trading look like the real ones they were fitted to.</summary>
internal sealed class SimulatedMarket
{
    private const string Source = "simulator";
    private const int MakerEvery = 50;

    private static readonly string[] Places = ["Alder", "Birken", "Corvin", "Dorne", "Elmstadt", "Farrow", "Gallen", "Hallwyl", "Isenthal", "Jura", "Kestrel", "Lindau"];

    private static readonly (string Suffix, string IssuerClass)[] Kinds =
    [
        ("Republic", "government"), ("Canton", "municipal"), ("City", "municipal"), ("Railways", "psu"), ("Mortgage Bank", "financial"),
        ("Cantonal Bank", "financial"), ("Insurance", "financial"), ("Power", "corporate"), ("Pharma", "corporate"), ("Real Estate", "corporate"),
    ];

    private readonly Random _random;
    private readonly List<SimulatedBond> _bonds = [];
    private readonly double[] _cumulativeActivity;
    private long _sequence;

    public SimulatedMarket(int seed, int bonds, DateTimeOffset start)
    {
        _random = new Random(seed);
        for (var i = 0; i < bonds; i++)
        {
            var segment = Segment.All[i % Segment.All.Count];
            _bonds.Add(new SimulatedBond(i + 1, segment, Invent(segment, start), new Random(_random.Next()), start));
        }

        var sum = 0.0;
        _cumulativeActivity = [.. _bonds.Select(b => sum += b.Activity)];
        _sequence = start.ToUnixTimeMilliseconds();
    }

    /// <summary>The first events: reference data and a quote for every bond.</summary>
    public IEnumerable<OutgoingEvent> Open(DateTimeOffset at) => _bonds.SelectMany(b => new[]
    {
        MarketEvents.Reference(b.Isin, Source, _sequence++, at, b.Reference),
        MarketEvents.Quote(b.Isin, Source, _sequence++, at, b.Observe(at)),
    });

    /// <summary>The next event, of a bond drawn by activity.</summary>
    public OutgoingEvent Next(DateTimeOffset at)
    {
        var index = Array.BinarySearch(_cumulativeActivity, _random.NextDouble() * _cumulativeActivity[^1]);
        var bond = _bonds[Math.Min(index < 0 ? ~index : index, _bonds.Count - 1)];
        return _sequence % MakerEvery == 0
            ? MarketEvents.MarketMaker(bond.Isin, Source, _sequence++, at, bond.ObserveMaker())
            : MarketEvents.Quote(bond.Isin, Source, _sequence++, at, bond.Observe(at));
    }

    private BondReferencePayload Invent(Segment segment, DateTimeOffset start)
    {
        var (suffix, issuerClass) = Kinds[_random.Next(Kinds.Length)];
        var issuer = $"{Places[_random.Next(Places.Length)]} {suffix}";
        var years = 1 + _random.Next(15);
        var coupon = Math.Round((decimal)((0.3 + (4.5 * _random.NextDouble())) * 8)) / 8;
        // Median 250 million and log-standard deviation 1.3: the 2,933 bonds listed at SIX in 2023, here cut at two.
        var size = Math.Round(250m * (decimal)Math.Exp(1.3 * ((2 * _random.NextDouble()) - 1))) * 1_000_000m;
        return new BondReferencePayload(
            issuer,
            issuerClass,
            segment.Rating,
            coupon,
            DateOnly.FromDateTime(start.UtcDateTime).AddYears(years).AddDays(_random.Next(365)),
            new FaceAmount(size),
            CurrencyCode.TryParse("CHF", out var francs) ? francs : default,
            NextRfqWindow: null,
            Isin: null);
    }
}
