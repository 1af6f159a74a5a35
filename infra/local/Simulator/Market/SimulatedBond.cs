using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Local.Simulator.Exits;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Market;

/// <summary>
/// One bond of the simulated market. Its mid follows an Ornstein-Uhlenbeck process around a slowly wandering fair price
/// (typical daily move 0.24 %, the median absolute daily return of 500 Moscow Exchange bonds in summer 2026), the logarithm
/// of its spread reverts to its segment's, sides appear and vanish, and trades arrive by chance. Now and then a shock triples its
/// spread and takes three quarters of its depth for ten to twenty minutes, from which it recovers over five.
/// </summary>
internal sealed class SimulatedBond
{
    private const double DailyMove = 0.0024;
    private const double SecondsPerDay = 86_400;
    private const double SpreadReversionPerDay = 40;
    private const double SideChangesPerDay = 48;
    private const int TradesPerDay = 8;
    private const double TradeImpact = 0.1;
    private const decimal Tick = 0.01m;
    private const double ShockSpread = 3;
    private const double ShockDepth = 0.25;
    private static readonly TimeSpan RfqCadence = TimeSpan.FromHours(2);
    private static readonly TimeSpan MeanCalm = TimeSpan.FromHours(5);
    private static readonly TimeSpan ShortestShock = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestShock = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(5);

    private readonly Random _random;
    private readonly Segment _segment;
    private readonly double _logSpreadHome;
    private readonly SimulatedMaker? _maker;
    private readonly SimulatedAuction? _auction;
    private readonly bool _announcesRfq;
    private readonly Episodes _shocks;
    private double _fair;
    private double _mid;
    private double _logSpread;
    private double _session;
    private int _trades;
    private DateTimeOffset _lastTrade;
    private DateTimeOffset _now;
    private DateTimeOffset? _rfqWindow;
    private bool _bidThere;
    private bool _askThere;

    public SimulatedBond(int number, Segment segment, BondReferencePayload reference, Random random, Dice dice, DateTimeOffset start)
    {
        _random = random;
        _segment = segment;
        Isin = FictionalIsin(number);
        Reference = reference;
        _fair = _mid = 80 + (30 * random.NextDouble());
        _logSpreadHome = _logSpread = Math.Log(segment.SpreadBps) + (segment.SpreadLogSd * Normal());
        _bidThere = random.NextDouble() < Math.Sqrt(segment.TwoSided);
        _askThere = _bidThere ? random.NextDouble() < Math.Sqrt(segment.TwoSided) : random.NextDouble() < 0.05;
        var tradesToday = random.NextDouble() < segment.TradedShare;
        _session = tradesToday ? DayFace() : 0;
        _trades = tradesToday ? 1 + random.Next(TradesPerDay) : 0;
        var days = tradesToday ? random.NextDouble() * 0.3 : segment.MedianDaysSinceTrade * Math.Exp(Normal());
        _lastTrade = start.AddDays(-days);
        _now = start;
        var appetite = Math.Exp((0.5 * dice.Normal()) - (0.06 * (segment.Rating.Notch ?? 12)));
        _maker = dice.Chance(0.75) ? new SimulatedMaker(segment, appetite, dice, start) : null;
        _auction = dice.Chance(1 / 3.0) ? new SimulatedAuction(Isin, appetite, dice) : null;
        _announcesRfq = dice.Chance(0.8);
        _shocks = new Episodes(dice, start, MeanCalm, ShortestShock, LongestShock);
        Activity = 0.2 + segment.TradedShare + (_bidThere && _askThere ? 1 : 0);
    }

    public Isin Isin { get; }

    public BondReferencePayload Reference { get; }

    /// <summary>How often it ticks, relative to others.</summary>
    public double Activity { get; }

    public bool HasMaker => _maker is not null;

    public bool HasAuction => _auction is not null;

    /// <summary>Moves on to an instant and shows the market as it is then.</summary>
    public MicrostructurePayload Observe(DateTimeOffset now)
    {
        Advance(Math.Max(1e-3, (now - _now).TotalSeconds));
        _now = now;
        var half = _mid * SpreadBps(now) / 20_000;
        var shrunk = Math.Pow(ShockDepth, _shocks.Strength(now, Recovery));
        var bid = Round(_mid - half, Math.Floor);
        var ask = Math.Max(Round(_mid + half, Math.Ceiling), bid + Tick);
        var (bidSize, askSize) = (Lots(shrunk * QuoteFace()), Lots(shrunk * QuoteFace()));
        var levels = 1 + _random.Next(5);
        var depth = (_bidThere ? bidSize : 0) + (_askThere ? askSize : 0);
        return new MicrostructurePayload(
            _bidThere ? new BondPrice(bid) : null,
            _askThere ? new BondPrice(ask) : null,
            _bidThere ? new FaceAmount(bidSize) : null,
            _askThere ? new FaceAmount(askSize) : null,
            new FaceAmount(depth * levels),
            levels,
            _trades,
            _trades > 0 ? new BondPrice(Round(_mid, Math.Round)) : null,
            new FaceAmount(Lots(_session)),
            Math.Round((now - _lastTrade).TotalSeconds),
            Crossed: null,
            Isin: null);
    }

    /// <summary>What is fixed about it, with the window that is announced now.</summary>
    public BondReferencePayload ObserveReference(DateTimeOffset now)
    {
        _rfqWindow = _announcesRfq ? WindowGrid.After(now, RfqCadence) : null;
        return Reference with { NextRfqWindow = _rfqWindow };
    }

    /// <summary>Whether the window announced last has passed.</summary>
    public bool IsWindowPast(DateTimeOffset now) => now >= _rfqWindow;

    /// <summary>Its market maker's state; only where it has one.</summary>
    public MarketMakerPayload ObserveMaker(DateTimeOffset now) => _maker!.Observe(now, SpreadBps(now));

    /// <summary>Its auction's state; only where it has one.</summary>
    public AuctionPayload ObserveAuction(DateTimeOffset now) => _auction!.Observe(now, _mid, SpreadBps(now) / 2);

    private double SpreadBps(DateTimeOffset now) => Math.Exp(_logSpread) * Math.Pow(ShockSpread, _shocks.Strength(now, Recovery));

    private void Advance(double seconds)
    {
        var days = seconds / SecondsPerDay;
        _fair *= Math.Exp(DailyMove * Math.Sqrt(days) * Normal());
        _mid += ((_fair - _mid) * (1 - Math.Exp(-20 * days))) + (_mid * DailyMove * 0.5 * Math.Sqrt(days) * Normal());
        _mid = Math.Clamp(_mid, 5, 200);
        var pull = Math.Exp(-SpreadReversionPerDay * days);
        _logSpread = _logSpreadHome + ((_logSpread - _logSpreadHome) * pull)
            + (_segment.SpreadLogSd * 0.4 * Math.Sqrt(1 - (pull * pull)) * Normal());
        var reconsidered = 1 - Math.Exp(-SideChangesPerDay * days);
        if (_random.NextDouble() < reconsidered) _bidThere = _random.NextDouble() < Math.Sqrt(_segment.TwoSided);
        if (_random.NextDouble() < reconsidered) _askThere = _random.NextDouble() < Math.Sqrt(_segment.TwoSided);
        if (_random.NextDouble() < 1 - Math.Exp(-TradesPerDay * _segment.TradedShare * days)) Trade(seconds);
    }

    private void Trade(double seconds)
    {
        _trades++;
        _session += DayFace() / TradesPerDay;
        _lastTrade = _now.AddSeconds(seconds * _random.NextDouble());
        _fair *= 1 + ((_random.NextDouble() - 0.5) * TradeImpact * Math.Exp(_logSpread) / 10_000);
    }

    private double QuoteFace() => _segment.QuoteFace * Math.Exp(_segment.QuoteLogSd * Normal());

    private double DayFace() => _segment.DayFace * Math.Exp(_segment.DayLogSd * Normal());

    private static decimal Round(double price, Func<double, double> direction) => (decimal)direction(price * 100) * Tick;

    private static decimal Lots(double face) => Math.Round((decimal)Math.Clamp(face, 0, 1e12) / 1_000m) * 1_000m;

    // Box-Muller; the second normal is thrown away so that one call always takes two draws.
    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    // ZZ is reserved for private use in ISO 3166, so no real bond has such a number. The last digit is found by trying.
    private static Isin FictionalIsin(int number) => Enumerable.Range(0, 10)
        .Select(digit => Units.Isin.Parse(FormattableString.Invariant($"ZZ{number:000000000}{digit}")))
        .Single(isin => isin.HasValidCheckDigit);
}
