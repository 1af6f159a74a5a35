using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Local.Simulator.Exits;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Market;

/// <summary>
/// The market maker of one bond. What it holds and how often it quotes are its own and lasting; now and then it is offline for some
/// minutes, more often than a real one so that it is seen.
/// </summary>
internal sealed class SimulatedMaker
{
    private static readonly TimeSpan MeanOnline = TimeSpan.FromHours(4);
    private static readonly TimeSpan ShortestBreak = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestBreak = TimeSpan.FromMinutes(15);

    private readonly Dice _dice;
    private readonly Episodes _breaks;
    private readonly decimal _low;
    private readonly double _minSpread;
    private int _quotes;

    public SimulatedMaker(Segment segment, double appetite, Dice dice, DateTimeOffset start)
    {
        _dice = dice;
        _breaks = new Episodes(dice, start, MeanOnline, ShortestBreak, LongestBreak);
        _low = Math.Max(1, Math.Round((decimal)(2.5 * segment.QuoteFace * appetite * dice.Factor(0.5)) / 1_000m)) * 1_000m;
        _minSpread = Math.Round(segment.SpreadBps / 4, 1);
        _quotes = dice.Count(40 * appetite);
    }

    /// <summary>Its state, given the market's spread.</summary>
    public MarketMakerPayload Observe(DateTimeOffset now, double spreadBps)
    {
        var online = !_breaks.IsOn(now);
        _quotes = Math.Max(0, _quotes + (online && _dice.Chance(0.5) ? 1 : -1));
        return new MarketMakerPayload(
            online,
            [new FaceAmount(_low), new FaceAmount(2 * _low), new FaceAmount(4 * _low)],
            new BasisPoints(_minSpread),
            new BasisPoints(Math.Round(Math.Max(_minSpread, spreadBps), 1)),
            _quotes,
            Isin: null);
    }
}
