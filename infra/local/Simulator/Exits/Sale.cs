using LiquidityRisk.Domain.Bonds.Exits;

namespace LiquidityRisk.Local.Simulator.Exits;

/// <summary>A sale that came about.</summary>
/// <param name="Hours">From the order to settlement.</param>
/// <param name="Price">Percent of face.</param>
internal sealed record Sale(double Hours, double Price);

/// <summary>An order to sell all of a size.</summary>
/// <param name="Size">Face amount.</param>
/// <param name="Limit">The lowest price that the seller takes, percent of face.</param>
/// <param name="WindowHours">Until the path's window opens; 0 where there is none.</param>
/// <param name="PatienceHours">When the seller gives up.</param>
internal sealed record SellOrder(double Size, double Limit, double WindowHours, double PatienceHours);

/// <summary>Puts an order to the hidden market: each path by its own mechanism.</summary>
internal static class Sales
{
    private const double HandlingHours = 10 / 60.0;
    private const double AuctionSettlementHours = 2;
    private const double BatchHours = 1;
    private const double WithdrawnBids = 0.1;
    private const double CancelledAuctions = 0.02;

    /// <summary>The sale; null when the order was given up unsold.</summary>
    public static Sale? Try(HiddenMarket market, ExitPath path, SellOrder order, Dice dice)
    {
        var sale = path switch
        {
            ExitPath.MarketMaker => ToMaker(market, order, dice),
            ExitPath.Auction => InAuction(market, order, dice),
            ExitPath.RfqBatch => ToDealers(market, order, dice),
            _ => ToTokenBuyers(market, order, dice),
        };
        return sale?.Hours <= order.PatienceHours ? sale : null;
    }

    /// <summary>The maker answers at its pace, takes no more than it has room for, and bids lower the fuller it is.</summary>
    private static Sale? ToMaker(HiddenMarket market, SellOrder order, Dice dice)
    {
        if (market.Maker is not { Online: true } maker) return null;
        var gone = dice.Wait(maker.LeavesPerHour);
        for (var hours = dice.Wait(maker.AnswersPerHour); hours < Math.Min(gone, order.PatienceHours); hours += dice.Wait(maker.AnswersPerHour))
        {
            var held = (maker.High * maker.Held * Math.Exp(-maker.UnloadsPerHour * hours)) + order.Size;
            if (held > maker.High) continue;
            var bid = Bid(market, hours, 0.7 + (0.9 * held / maker.High), order.Size, dice);
            if (bid >= order.Limit) return new(hours + HandlingHours + dice.Wait(1 / HandlingHours), bid);
        }

        return null;
    }

    /// <summary>Those who have bid and stay, and those who still come, in the order of price: others' lots are served first.</summary>
    private static Sale? InAuction(HiddenMarket market, SellOrder order, Dice dice)
    {
        if (market.Auction is not { } auction || dice.Chance(CancelledAuctions)) return null;
        var fair = market.FairAfter(order.WindowHours, dice);
        var stay = auction.Bids.Where(_ => !dice.Chance(WithdrawnBids)).ToList();
        var come = Enumerable.Range(0, dice.Count(auction.ToCome)).Select(_ => HiddenBid.Draw(dice, auction.HalfSpreadBps));
        var left = (auction.LotsOffered * HiddenAuction.LotFace * (0.5 + (0.5 * dice.Share()))) + order.Size;
        foreach (var bid in stay.Concat(come).OrderBy(b => b.DiscountBps))
        {
            var price = fair * (1 - (bid.DiscountBps / 10_000));
            if (price < order.Limit) return null;
            left -= bid.Face;
            if (left <= 0) return new(order.WindowHours + (AuctionSettlementHours * dice.Factor(0.25)), price);
        }

        return null;
    }

    /// <summary>The batch lasts an hour; the best answer of a dealer who can take all of it wins.</summary>
    private static Sale? ToDealers(HiddenMarket market, SellOrder order, Dice dice)
    {
        Sale? best = null;
        foreach (var dealer in market.Dealers)
        {
            var answered = dice.Wait(dealer.AnswersPerHour);
            if (answered > BatchHours || order.Size > dealer.Capacity) continue;
            var bid = Bid(market, order.WindowHours + answered, 0.9 * dealer.Keenness, order.Size, dice);
            if (bid >= order.Limit && !(bid <= best?.Price))
                best = new(order.WindowHours + (BatchHours * (0.6 + (0.4 * dice.Share()))) + HandlingHours, bid);
        }

        return best;
    }

    /// <summary>Holders look in one after the other and take a piece if the offer is cheap enough for them.</summary>
    private static Sale? ToTokenBuyers(HiddenMarket market, SellOrder order, Dice dice)
    {
        var offer = market.Fair * (1 - (1.2 * market.HalfSpreadBps / 10_000));
        if (offer < order.Limit) return null;
        var left = order.Size;
        for (var hours = dice.Wait(market.TokenBuyersPerHour); hours < order.PatienceHours; hours += dice.Wait(market.TokenBuyersPerHour))
        {
            var wanted = market.HalfSpreadBps * (1 + (0.5 * dice.Normal()));
            var worth = market.FairAfter(hours, dice) * (1 - (wanted / 10_000));
            if (worth < offer) continue;
            left -= 25_000 * dice.Factor(0.7);
            if (left <= 0) return new(hours + HandlingHours, offer);
        }

        return null;
    }

    private static double Bid(HiddenMarket market, double hours, double spreads, double size, Dice dice)
    {
        var discount = market.HalfSpreadBps * (spreads + Math.Pow(size / market.Depth, 0.6) + (0.15 * dice.Normal()));
        return market.FairAfter(hours, dice) * (1 - (Math.Max(0, discount) / 10_000));
    }
}
