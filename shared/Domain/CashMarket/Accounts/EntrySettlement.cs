using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>Books the events of one journal entry that concern one account.</summary>
internal sealed class EntrySettlement(Posting posting, CertificateType certificate)
{
    private readonly Dictionary<OrderId, Ticks?> _arrived = [];

    /// <summary>An order that took part in a trade without having arrived; null when there is none.</summary>
    public OrderId? Unsound { get; private set; }

    /// <summary>Whether the account placed or replaced an order, so that nothing may be reserved for the command any more.</summary>
    public bool HasArrivals => _arrived.Count > 0;

    private AccountId Account => posting.Account.Id;

    /// <summary>Books an event; one that does not concern the account changes nothing.</summary>
    /// <exception cref="ArgumentException">The event is of no known kind.</exception>
    public void Book(IMarketEvent happened)
    {
        switch (happened)
        {
            case OrderAccepted { Order: var order } when order.Account == Account:
                _arrived[order.Id] = order.Limit;
                Bind(order.Id, OrderLock.Of(certificate, order.Side, order.Limit, order.Quantity));
                break;
            case OrderReplaced { Before: var before } replaced when before.Account == Account:
                _arrived[before.Id] = replaced.Price;
                Bind(before.Id, OrderLock.Of(certificate, before.Side, replaced.Price, replaced.Remaining) - OrderLock.Of(certificate, before));
                break;
            case OrderReduced reduced when reduced.Account == Account:
                Bind(reduced.Order, -OrderLock.Of(certificate, reduced.Side, reduced.Limit, reduced.By));
                break;
            case OrderCancelled cancelled when cancelled.Account == Account:
                Bind(cancelled.Order, -OrderLock.Of(certificate, cancelled.Side, cancelled.Limit, cancelled.Quantity));
                break;
            case TradeExecuted trade when trade.MakerAccount == Account:
                Trade(trade, trade.Maker, trade.TakerSide == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy, trade.Price);
                break;
            case TradeExecuted trade when trade.TakerAccount == Account:
                if (_arrived.TryGetValue(trade.Taker, out var limit)) Trade(trade, trade.Taker, trade.TakerSide, limit);
                else Unsound ??= trade.Taker;
                break;
            case OrderAccepted or OrderReplaced or OrderReduced or OrderCancelled or TradeExecuted or OrderRested or CommandRejected:
                break;
            default:
                throw new ArgumentException("No such event.", nameof(happened));
        }
    }

    private void Bind(OrderId order, AssetAmount amount) =>
        posting.Lock(amount, amount.IsNegative ? TransactionReason.Unlock : TransactionReason.Lock, new OrderReference(certificate, order));

    private void Trade(in TradeExecuted trade, OrderId order, OrderSide side, Ticks? limit)
    {
        var reference = new TradeReference(certificate, trade.Trade);
        var (cost, certificates) = (AssetAmount.Cost(trade.Price, trade.Quantity), AssetAmount.Of(certificate, trade.Quantity));
        if (side == OrderSide.Sell)
        {
            posting.Spend(certificates, TransactionReason.Trade, reference);
            posting.Pay(cost, TransactionReason.Trade, reference);
            return;
        }

        if (limit is { } worst)
        {
            Bind(order, cost - AssetAmount.Cost(worst, trade.Quantity)); // zero or negative: a trade is never worse than the limit
            posting.Spend(cost, TransactionReason.Trade, reference);
        }
        else posting.Pay(-cost, TransactionReason.Trade, reference);

        posting.Pay(certificates, TransactionReason.Trade, reference);
    }
}
