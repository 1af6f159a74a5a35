using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>
/// The story of a client's order: reserve what it needs, append it to the journal, settle, announce. The reservation comes first, so that no
/// two orders count on the same assets; a crash in between leaves a reservation that <see cref="ReconcileMarkets"/> gives back.
/// </summary>
public sealed class TradeCertificates(
    ClientAccounts clients, AccountBook accounts, Markets markets, SettleAccounts settle, AnnounceMarkets announce, TimeProvider time)
{
    /// <summary>Places an order.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="certificate">In which market.</param>
    /// <param name="request">The order.</param>
    /// <param name="command">What it is known by; the same when it is sent again.</param>
    /// <param name="cancellationToken">Stops waiting; the order may still be placed.</param>
    /// <exception cref="CashMarketRefusedException">The order cannot be placed; nothing has changed.</exception>
    public async Task<OrderAnswer> PlaceAsync(
        string userId, CertificateType certificate, OrderRequest request, CommandId command, CancellationToken cancellationToken)
    {
        var wish = OrderWish.Read(request);
        var (account, owner) = (await clients.OpenAsync(userId, cancellationToken), DerivedIds.Client(userId));
        NewOrder Order(long sequence) => wish.Order(OrderNumbers.At(sequence, 0), account, owner);
        await RequireNoneOfOwnAsync(certificate, account, owner, wish.Side, wish.Limit, wish.Quantity, null, cancellationToken);
        await ReserveAsync(account, command, "quantity", a => Placing.Check(a, certificate, Order(1)), cancellationToken);
        var source = wish.IsMarket ? MarketOrders.Source : MarketSources.Client;
        var entry = await AppendAsync(certificate, account, command, source, r => new PlaceOrder(command, Order(r.Position + 1)), cancellationToken);
        return await AnswerAsync(certificate, account, entry, OrderNumbers.At(entry.Sequence, 0), cancellationToken);
    }

    /// <summary>Gives an order another price or size.</summary>
    /// <exception cref="CashMarketRefusedException">It cannot be replaced; nothing has changed.</exception>
    public async Task<OrderAnswer> ReplaceAsync(
        string userId, CertificateType certificate, OrderId id, ReplaceOrderRequest request, CommandId command, CancellationToken cancellationToken)
    {
        var (account, owner) = (await clients.OpenAsync(userId, cancellationToken), DerivedIds.Client(userId));
        var order = await RestingAsync(certificate, account, id, cancellationToken);
        var (price, remaining) = (OrderWish.ReadPrice(request.Price) ?? order.Price, OrderWish.ReadQuantity("quantity", request.Quantity) ?? order.Remaining);
        var believed = OrderWish.ReadQuantity("if_remaining", request.IfRemaining) ?? order.Remaining;
        await RequireNoneOfOwnAsync(certificate, account, owner, order.Side, price, remaining, id, cancellationToken);
        await ReserveAsync(
            account, command, "quantity", a => Placing.CheckReplacement(a, certificate, order, price, remaining), cancellationToken);
        var replace = new ReplaceOrder(command, id, account, price, remaining, believed);
        var entry = await AppendAsync(certificate, account, command, MarketSources.Client, _ => replace, cancellationToken);
        return await AnswerAsync(certificate, account, entry, id, cancellationToken);
    }

    /// <summary>Cancels an order.</summary>
    /// <exception cref="CashMarketRefusedException">It does not wait; nothing has changed.</exception>
    public async Task<OrderAnswer> CancelAsync(
        string userId, CertificateType certificate, OrderId id, CommandId command, CancellationToken cancellationToken)
    {
        var account = await clients.OpenAsync(userId, cancellationToken);
        await RestingAsync(certificate, account, id, cancellationToken);
        var entry = await AppendAsync(
            certificate, account, command, MarketSources.Client, _ => new CancelOrder(command, id, account), cancellationToken);
        return await AnswerAsync(certificate, account, entry, id, cancellationToken);
    }

    private async Task<RestingOrder> RestingAsync(CertificateType certificate, AccountId account, OrderId id, CancellationToken cancellationToken) =>
        await markets[certificate].PeekAsync(r => r.Find(id), cancellationToken) is { } order && order.Account == account
            ? order
            : throw Refusals.Of(RejectReason.UnknownOrder);

    private async Task RequireNoneOfOwnAsync(
        CertificateType certificate, AccountId account, OwnerId owner, OrderSide side, Ticks? limit, Lots quantity, OrderId? replaced, CancellationToken cancellationToken)
    {
        // Only whoever has orders on the other side has to wait for a look at the whole book.
        var opposite = side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
        var orders = (await accounts.ReadAsync(account, cancellationToken))?.Orders ?? [];
        if (!orders.Any(o => !o.IsDone && o.Certificate == certificate && o.Side == opposite && o.Id != replaced)) return;
        var own = await markets[certificate].PeekAsync(
            r => OwnOrders.Met(owner, side, limit, quantity, r.Orders(opposite).Where(o => o.Id != replaced)), cancellationToken);
        if (own is { } met)
            throw Refusals.Impossible("self_trade", "price", $"The order would meet your own order {met.Id} at EUR {met.Price}.");
    }

    private async Task ReserveAsync(
        AccountId id, CommandId command, string field, Func<Account, PlacingDecision> check, CancellationToken cancellationToken)
    {
        AccountRefusal? refusal = null;
        await accounts.ChangeAsync(id, document =>
        {
            refusal = null;
            var account = document.Account;
            // Sent again: what the first attempt reserved still holds, or was used or given back.
            if (account.ReservationOf(command) is not null || account.Finished.Contains(command)) return new((AccountDocument?)null);
            var decision = check(account);
            refusal = decision.Refusal;
            if (refusal is not null || decision.Lock.IsNone) return new((AccountDocument?)null);
            var now = time.GetUtcNow();
            return new(document.With(Reserving.Reserve(account, command, decision.Lock, now), now));
        }, cancellationToken);
        if (refusal is not null) throw Refusals.Of(refusal, field);
    }

    private async Task<JournalDocument> AppendAsync(
        CertificateType certificate, AccountId account, CommandId command, string source, Func<MarketReplica, IMarketCommand> ask, CancellationToken cancellationToken)
    {
        var entry = await markets[certificate].AppendAsync(command, source, since: null, ask, cancellationToken);
        if (entry.Rejection is not { } rejected) return entry;
        // A refused command has no entry that ends its reservation for an account that it does not concern; settling does.
        await settle.SettleAsync([account], cancellationToken);
        throw Refusals.Of(rejected.Reason);
    }

    private async Task<OrderAnswer> AnswerAsync(
        CertificateType certificate, AccountId account, JournalDocument entry, OrderId id, CancellationToken cancellationToken)
    {
        var settling = settle.SettleAsync([account], cancellationToken);
        await Task.WhenAll(settling, announce.PublishAsync(certificate, entry.Sequence, cancellationToken));
        var order = (await settling)[0].Orders.LastOrDefault(o => o.Id == id && o.Certificate == certificate)
            ?? OrderRecord.After([], account, certificate, entry).LastOrDefault() // done, and many others after it
            ?? throw Refusals.NotFound("The order is done and no longer among your latest ones.");
        return AccountAnswers.Order(order);
    }
}

/// <summary>Numbers of orders, which follow from where their command is in the journal.</summary>
public static class OrderNumbers
{
    /// <summary>Most orders that one command places.</summary>
    public const int MostInCommand = 2_000;

    private const long Stride = 65_536;

    /// <summary>The number of an order of the command that becomes an entry.</summary>
    /// <param name="sequence">The entry's sequence.</param>
    /// <param name="index">Which of the command's orders, from 0.</param>
    public static OrderId At(long sequence, int index) => new((sequence * Stride) + index + 1);
}
