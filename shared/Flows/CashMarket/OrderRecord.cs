using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>An order of a client as the client sees it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Certificate">In which market.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="IsMarket">Whether it took any price.</param>
/// <param name="Limit">Its limit; null for a market order to sell.</param>
/// <param name="Filled">What has traded.</param>
/// <param name="Paid">Ticks × lots of its trades.</param>
/// <param name="Remaining">What waits.</param>
/// <param name="TimeInForce">How long it may wait.</param>
/// <param name="PostOnly">Whether it may only rest.</param>
/// <param name="Cancelled">Why the rest is gone; null when it is not or has traded.</param>
/// <param name="PlacedAt">When it was taken in.</param>
/// <param name="UpdatedAt">When it last changed.</param>
public sealed record OrderRecord(
    OrderId Id,
    CertificateType Certificate,
    OrderSide Side,
    bool IsMarket,
    Ticks? Limit,
    Lots Filled,
    decimal Paid,
    Lots Remaining,
    TimeInForce TimeInForce,
    bool PostOnly,
    CancelReason? Cancelled,
    DateTimeOffset PlacedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>How many orders that are done an account keeps.</summary>
    public const int MaxDone = 20;

    /// <summary>Whether nothing more can happen to it.</summary>
    public bool IsDone => Remaining.IsZero || Cancelled is not null;

    /// <summary>An account's orders after an entry of a market's journal.</summary>
    public static ImmutableArray<OrderRecord> After(
        ImmutableArray<OrderRecord> orders, AccountId account, CertificateType certificate, JournalDocument entry)
    {
        var all = orders.ToBuilder();
        foreach (var happened in entry.Events) Note(all, account, certificate, entry, happened);
        for (var done = all.Count(o => o.IsDone); done > MaxDone; done--) all.Remove(all.First(o => o.IsDone));
        return all.ToImmutable();
    }

    private static void Note(
        ImmutableArray<OrderRecord>.Builder all, AccountId account, CertificateType certificate, JournalDocument entry, IMarketEvent happened)
    {
        switch (happened)
        {
            case OrderAccepted { Order: var o } when o.Account == account:
                var isMarket = o.Limit is null || MarketOrders.IsMarket(entry.Source);
                all.Add(new(
                    o.Id, certificate, o.Side, isMarket, o.Limit, default, 0, o.Quantity, o.TimeInForce, o.PostOnly, null, entry.At, entry.At));
                break;
            case TradeExecuted e:
                if (e.MakerAccount == account) Change(e.Maker, o => o.Traded(e));
                if (e.TakerAccount == account) Change(e.Taker, o => o.Traded(e));
                break;
            case OrderReduced e when e.Account == account:
                Change(e.Order, o => o with { Remaining = e.Remaining });
                break;
            case OrderReplaced e when e.Before.Account == account:
                Change(e.Before.Id, o => o with { Limit = e.Price, Remaining = e.Remaining });
                break;
            case OrderCancelled e when e.Account == account:
                Change(e.Order, o => o with { Cancelled = e.Reason });
                break;
        }

        void Change(OrderId id, Func<OrderRecord, OrderRecord> change)
        {
            for (var i = all.Count - 1; i >= 0; i--)
            {
                if (all[i].Id != id || all[i].Certificate != certificate) continue;
                all[i] = change(all[i]) with { UpdatedAt = entry.At };
                return;
            }
        }
    }

    private OrderRecord Traded(in TradeExecuted trade) => this with
    {
        Filled = Filled + trade.Quantity,
        Remaining = Remaining - trade.Quantity,
        Paid = Paid + ((decimal)trade.Price.Value * trade.Quantity.Value),
    };
}

/// <summary>Market orders to buy reach the market with their worst price as a limit; this tells them apart.</summary>
public static class MarketOrders
{
    private const string Suffix = " market order";

    /// <summary>The source of a client's market order.</summary>
    public const string Source = MarketSources.Client + Suffix;

    /// <summary>Whether a command came from a market order.</summary>
    public static bool IsMarket(string source) => source.EndsWith(Suffix, StringComparison.Ordinal);
}
