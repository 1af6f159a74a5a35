using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>What is looked at.</summary>
public enum ConductRule
{
    /// <summary>An owner's orders would trade with each other: a wash trade (Regulation (EU) 596/2014, article 12).</summary>
    SelfCross,

    /// <summary>Orders per trade minus 1, as the ratio of unexecuted orders in Delegated Regulation (EU) 2017/566.</summary>
    OrderToTrade,

    /// <summary>How much of a side is one owner's orders that wait away from the best price and are not balanced on the other side.</summary>
    Layering,
}

/// <summary>Something to know about a plan.</summary>
/// <param name="Rule">What was looked at.</param>
/// <param name="Owner">Whose orders.</param>
/// <param name="Score">How much: see <see cref="ConductCheck"/>.</param>
/// <param name="Verdict">What it leads to.</param>
public sealed record ConductFinding(ConductRule Rule, OwnerId Owner, double Score, ConductVerdict Verdict);

/// <summary>Looks at planned orders together with what rests in the book, owner by owner. Simple on purpose: a first look, no surveillance.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>self-cross</term><description>the number of ticks by which the owner's best bid is above its lowest ask; 0 is already a cross</description></item>
/// <item><term>order to trade</term><description>(lately placed + planned) / max(1, trades) − 1 over the owner's makers</description></item>
/// <item><term>layering</term><description>the larger of both sides' max(0, A − O) / V: A the owner's value away from the side's best
/// price, O its value on the other side, V the side's value, all in euros with the plan in the book; 0 to 1</description></item>
/// </list>
/// </remarks>
public static class ConductCheck
{
    /// <summary>Findings for the owners in a plan, refusals first.</summary>
    /// <param name="planned">The plan's orders.</param>
    /// <param name="book">What rests.</param>
    /// <param name="makers">All makers.</param>
    /// <param name="limits">What is too much.</param>
    public static ImmutableArray<ConductFinding> Of(
        IReadOnlyCollection<PlannedOrder> planned, BookView book, IReadOnlyList<LiquidityMaker> makers, ConductLimits limits)
    {
        ArgumentNullException.ThrowIfNull(planned);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(makers);
        ArgumentNullException.ThrowIfNull(limits);
        var (bids, asks) = (Side(OrderSide.Buy, planned, book.Bids), Side(OrderSide.Sell, planned, book.Asks));
        var bestBid = bids.Select(q => q.Price).DefaultIfEmpty().Max();
        var bestAsk = asks.Select(q => q.Price).DefaultIfEmpty().Min();
        var findings = new List<ConductFinding>();
        foreach (var owner in planned.Select(o => o.Owner).Distinct().OrderBy(o => o.Value))
        {
            if (SelfCross(owner, bids, asks) is { } ticks) findings.Add(new(ConductRule.SelfCross, owner, ticks, ConductVerdict.Refusal));
            Judge(ConductRule.OrderToTrade, OrderToTrade(owner, planned, makers), limits.OrderToTrade);
            Judge(ConductRule.Layering, Math.Max(Layering(owner, bestBid, bids, asks), Layering(owner, bestAsk, asks, bids)), limits.Layering);

            void Judge(ConductRule rule, double score, ConductLimit limit)
            {
                if (limit.Judge(score) is { } verdict) findings.Add(new(rule, owner, score, verdict));
            }
        }

        return [.. findings.OrderByDescending(f => f.Verdict)];
    }

    private static Quote[] Side(OrderSide side, IEnumerable<PlannedOrder> planned, IEnumerable<RestingOrder> resting) =>
    [
        .. planned.Where(o => o.Side == side).Select(o => new Quote(o.Owner, o.Price, (double)o.Value.Amount)),
        .. resting.Select(o => new Quote(o.Owner, o.Price, (double)o.Price.ValueOf(o.Remaining).Amount)),
    ];

    private static int? SelfCross(OwnerId owner, Quote[] bids, Quote[] asks)
    {
        var bid = bids.Where(q => q.Owner == owner).Select(q => q.Price.Value).DefaultIfEmpty(0).Max();
        var ask = asks.Where(q => q.Owner == owner).Select(q => q.Price.Value).DefaultIfEmpty(int.MaxValue).Min();
        return bid >= ask ? bid - ask : null;
    }

    private static double OrderToTrade(OwnerId owner, IEnumerable<PlannedOrder> planned, IEnumerable<LiquidityMaker> makers)
    {
        var (orders, trades) = (planned.LongCount(o => o.Owner == owner), 0L);
        foreach (var maker in makers.Where(m => m.Owner == owner))
        {
            orders += maker.Activity.Orders;
            trades += maker.Activity.Trades;
        }

        return (orders / (double)Math.Max(1, trades)) - 1;
    }

    private static double Layering(OwnerId owner, Ticks best, Quote[] side, Quote[] other)
    {
        if (side.Length == 0) return 0;
        var away = side.Where(q => q.Owner == owner && q.Price != best).Sum(q => q.Value);
        var balanced = other.Where(q => q.Owner == owner).Sum(q => q.Value);
        return Math.Max(0, away - balanced) / side.Sum(q => q.Value);
    }

    private readonly record struct Quote(OwnerId Owner, Ticks Price, double Value);
}
