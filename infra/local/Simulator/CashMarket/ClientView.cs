using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Tape;
using LiquidityRisk.Flows.CashMarket;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.CashMarket;

/// <summary>What a simulated client goes by in one market. Prices are in ticks.</summary>
/// <param name="Fair">What it thinks a certificate is worth.</param>
/// <param name="Bid">Best price to sell at; null when nobody buys.</param>
/// <param name="Ask">Best price to buy at; null when nobody sells.</param>
/// <param name="Euros">What it can spend.</param>
/// <param name="Certificates">What it can sell.</param>
/// <param name="Own">Its orders that wait in this market, oldest first.</param>
internal sealed record ClientView(double Fair, int? Bid, int? Ask, decimal Euros, decimal Certificates, IReadOnlyList<OrderRecord> Own)
{
    public static ClientView Of(CertificateType certificate, double fair, MarketTape tape, AccountDocument account)
    {
        var (bids, asks) = (tape.Book.Bids, tape.Book.Asks);
        return new(
            fair,
            bids.IsEmpty ? null : bids[0].Price.Value,
            asks.IsEmpty ? null : asks[0].Price.Value,
            account.Account.Holdings.Eur.Available.Value,
            account.Account.Holdings[Assets.Of(certificate)].Available.Value,
            [.. account.Orders.Where(o => o.Certificate == certificate && !o.IsDone)]);
    }

    /// <summary>The best of its own limits on a side; null when it has none there.</summary>
    public int? OwnBest(OrderSide side)
    {
        var limits = Own.Where(o => o.Side == side && o.Limit is not null).Select(o => o.Limit!.Value.Value);
        return side == OrderSide.Buy ? limits.Select(l => (int?)l).Max() : limits.Select(l => (int?)l).Min();
    }
}
