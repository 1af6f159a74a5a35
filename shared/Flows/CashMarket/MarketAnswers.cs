using System.Collections.Immutable;
using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Domain.CashMarket.Liquidity;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Tape;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>Puts a market into the words of the contract.</summary>
public static class MarketAnswers
{
    /// <summary>Buy or sell as on the wire.</summary>
    public static string Of(OrderSide side) => side == OrderSide.Buy ? "BUY" : "SELL";

    /// <summary>The book.</summary>
    public static BookAnswer Book(CertificateType certificate, MarketTape tape, int depth = int.MaxValue)
    {
        var (bids, asks) = (tape.Book.Bids, tape.Book.Asks);
        var spread = new BookSpread(bids.IsEmpty ? null : bids[0].Price, asks.IsEmpty ? null : asks[0].Price);
        return new(
            certificate.Value,
            tape.Sequence,
            tape.Sequence == 0 ? null : tape.At,
            Levels(bids.Take(depth)),
            Levels(asks.Take(depth)),
            spread.Mid?.Euros,
            spread.Width * Ticks.Euro,
            Rounded(spread.Relative),
            LastPrice(tape));
    }

    /// <summary>What an entry changed of the book.</summary>
    public static BookChangePayload Change(CertificateType certificate, BookDepth before, BookDepth after, decimal? lastPrice)
    {
        var changes = after.ChangesSince(before).ToLookup(c => c.Side, c => c.Level);
        return new(certificate.Value, Levels(changes[OrderSide.Buy]), Levels(changes[OrderSide.Sell]), lastPrice);
    }

    /// <summary>A trade.</summary>
    public static TradeAnswer Trade(CertificateType certificate, in TapeTrade trade) =>
        new(trade.Id.Value, certificate.Value, trade.Price.Euros, trade.Quantity.Value, Of(trade.Aggressor), trade.At);

    /// <summary>The last trades, newest first.</summary>
    public static TradeListAnswer Trades(CertificateType certificate, MarketTape tape, int most) =>
        new(certificate.Value, [.. tape.Trades.Reverse().Take(most).Select(t => Trade(certificate, t))]);

    /// <summary>The figures of 24 hours.</summary>
    public static MarketStatsAnswer Stats(CertificateType certificate, MarketStats stats) => new(
        certificate.Value,
        stats.AsOf,
        stats.Last?.Euros,
        stats.Change * Ticks.Euro,
        stats.RelativeChange is { } change ? Math.Round(change.Value / 100, 4) : null,
        stats.High?.Euros,
        stats.Low?.Euros,
        stats.Volume?.Value ?? 0,
        stats.Turnover?.Amount ?? 0,
        stats.Trades ?? 0,
        stats.Bid?.Euros,
        stats.Ask?.Euros,
        stats.Spread * Ticks.Euro,
        Rounded(stats.RelativeSpread),
        stats.BidDepth?.Amount,
        stats.AskDepth?.Amount);

    /// <summary>Prices over time.</summary>
    public static CandleListAnswer Candles(CertificateType certificate, string interval, ImmutableArray<Candle> candles) =>
        new(certificate.Value, interval, [.. candles.Select(Candle)]);

    /// <summary>Price of the last trade; null before the first.</summary>
    public static decimal? LastPrice(MarketTape tape) => tape.Trades.IsEmpty ? null : tape.Trades[^1].Price.Euros;

    private static CandleAnswer Candle(Candle c) =>
        new(c.Start, c.Open.Euros, c.High.Euros, c.Low.Euros, c.Close.Euros, c.Volume.Value, c.Turnover.Amount, c.Trades);

    private static List<BookLevelAnswer> Levels(IEnumerable<DepthLevel> levels) =>
        [.. levels.Select(l => new BookLevelAnswer(l.Price.Euros, l.Quantity.Value, l.Orders))];

    private static double? Rounded(BasisPoints? value) => value is { } bp ? Math.Round(bp.Value, 2) : null;
}
