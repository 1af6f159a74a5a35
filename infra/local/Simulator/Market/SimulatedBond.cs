using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Market;

/// <summary>
/// One bond of the simulated market. Its mid follows an Ornstein-Uhlenbeck process around a slowly wandering fair price
/// (typical daily move 0.24 %, the median absolute daily return of 500 Moscow Exchange bonds in summer 2026), the logarithm
/// of its spread reverts to its segment's, sides appear and vanish, and trades arrive by chance.
/// </summary>
internal sealed class SimulatedBond
{
    private const double DailyMove = 0.0024;
    private const double SecondsPerDay = 86_400;
    private const double SpreadReversionPerDay = 40;
    private const int TradesPerDay = 8;
    private const double TradeImpact = 0.1;
    private const decimal Tick = 0.01m;

    private readonly Random _random;
    private readonly Segment _segment;
    private readonly double _logSpreadHome;
    private double _fair;
    private double _mid;
    private double _logSpread;
    private double _session;
    private int _trades;
    private DateTimeOffset _lastTrade;
    private DateTimeOffset _now;
    private bool _makerOnline = true;
    private bool _bidThere;
    private bool _askThere;

    public SimulatedBond(int number, Segment segment, BondReferencePayload reference, Random random, DateTimeOffset start)
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
        Activity = 0.2 + segment.TradedShare + (_bidThere && _askThere ? 1 : 0);
    }

    public Isin Isin { get; }

    public BondReferencePayload Reference { get; }

    /// <summary>How often it ticks, relative to others.</summary>
    public double Activity { get; }

    /// <summary>Moves on to an instant and shows the market as it is then.</summary>
    public MicrostructurePayload Observe(DateTimeOffset now)
    {
        Advance(Math.Max(1e-3, (now - _now).TotalSeconds));
        _now = now;
        var half = _mid * Math.Exp(_logSpread) / 20_000;
        var bid = Round(_mid - half, Math.Floor);
        var ask = Math.Max(Round(_mid + half, Math.Ceiling), bid + Tick);
        var (bidSize, askSize) = (Lots(QuoteFace()), Lots(QuoteFace()));
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

    /// <summary>The market maker's state, which changes now and then.</summary>
    public MarketMakerPayload ObserveMaker()
    {
        if (_random.NextDouble() < 0.1) _makerOnline = !_makerOnline;
        var size = Lots(QuoteFace());
        return new MarketMakerPayload(
            _makerOnline,
            [new FaceAmount(size), new FaceAmount(2 * size), new FaceAmount(4 * size)],
            new BasisPoints(Math.Round(_segment.SpreadBps / 4, 1)),
            new BasisPoints(Math.Round(Math.Exp(_logSpread), 1)),
            _random.Next(120),
            Isin: null);
    }

    private void Advance(double seconds)
    {
        var days = seconds / SecondsPerDay;
        _fair *= Math.Exp(DailyMove * Math.Sqrt(days) * Normal());
        _mid += ((_fair - _mid) * (1 - Math.Exp(-20 * days))) + (_mid * DailyMove * 0.5 * Math.Sqrt(days) * Normal());
        _mid = Math.Clamp(_mid, 5, 200);
        var pull = Math.Exp(-SpreadReversionPerDay * days);
        _logSpread = _logSpreadHome + ((_logSpread - _logSpreadHome) * pull)
            + (_segment.SpreadLogSd * 0.4 * Math.Sqrt(1 - (pull * pull)) * Normal());
        if (_random.NextDouble() < 0.004) _bidThere = _random.NextDouble() < Math.Sqrt(_segment.TwoSided);
        if (_random.NextDouble() < 0.004) _askThere = _random.NextDouble() < Math.Sqrt(_segment.TwoSided);
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
