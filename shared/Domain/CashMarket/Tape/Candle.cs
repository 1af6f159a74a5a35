using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>The trades of a stretch of time together. There is none for a stretch without trades. <c>default</c> is no candle.</summary>
/// <param name="Start">When the stretch begins, in UTC; a whole number of intervals after midnight.</param>
/// <param name="Open">Price of the first trade.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Price of the last trade.</param>
/// <param name="Volume">How much was traded; stays at <see cref="Lots.Max"/> when it was more.</param>
/// <param name="Turnover">What was paid, exactly, in EUR.</param>
/// <param name="Trades">How many trades, at least 1.</param>
public readonly record struct Candle(
    DateTimeOffset Start, Ticks Open, Ticks High, Ticks Low, Ticks Close, Lots Volume, Money Turnover, int Trades)
{
    /// <summary>The candle of one trade.</summary>
    internal static Candle Of(in TradeExecuted trade, DateTimeOffset start) =>
        new(start, trade.Price, trade.Price, trade.Price, trade.Price, trade.Quantity, trade.Price.ValueOf(trade.Quantity), 1);

    /// <summary>This candle and the trades of a later one.</summary>
    internal Candle Then(in Candle later) => new(
        Start,
        Open,
        later.High > High ? later.High : High,
        later.Low < Low ? later.Low : Low,
        later.Close,
        CappedLots.Sum(Volume, later.Volume),
        new(Turnover.Amount + later.Turnover.Amount, Turnover.Currency),
        Trades + later.Trades);
}
