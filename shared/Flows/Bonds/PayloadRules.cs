using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>A payload turned into a domain input, or the reason why not.</summary>
internal readonly record struct PayloadReading(object? Value, EventRefusal? Refusal)
{
    public static implicit operator PayloadReading(EventRefusal refusal) => new(null, refusal);
}

/// <summary>What each payload must hold beyond its JSON shape.</summary>
internal static class PayloadRules
{
    private const int MaxListed = 1_000;
    private const double MaxSecondsSinceTrade = 100 * 365.25 * 86_400;

    public static PayloadReading Microstructure(MicrostructurePayload p)
    {
        if (p.L2Levels is < 0 or > MaxListed) return Invalid("l2_levels", "0 to 1,000 levels are expected.");
        if (p.TradesCount < 0) return Negative("trades_count");
        if (p.TimeSinceLastTradeS is < 0 or > MaxSecondsSinceTrade)
            return Invalid("time_since_last_trade_s", "Seconds from 0 to a hundred years are expected.");
        if (p is { Bid: { } bid, Ask: { } ask } && bid > ask && p.Crossed is not true)
        {
            return new EventRefusal(
                RefusalCodes.CrossedMarket,
                "payload.bid",
                "The bid is above the ask; a venue that means this sends \"crossed\": true.");
        }

        return Ok(new Microstructure(
            p.Bid,
            p.Ask,
            p.BidSize,
            p.AskSize,
            p.L2DepthQty,
            p.L2Levels,
            p.TradesCount,
            p.Vwap,
            p.VolumeFace,
            p.TimeSinceLastTradeS is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            p.Crossed is true));
    }

    public static PayloadReading Auction(AuctionPayload p)
    {
        if (p.AuctionId is not { Length: >= 1 and <= 200 }) return Invalid("auction_id", "1 to 200 characters are expected.");
        if (p.LotsOffered is not >= 0) return Negative("lots_offered");
        if (p.BidsCount is not >= 0) return Negative("bids_count");
        var points = p.DemandCurvePoints ?? [];
        if (points.Count > MaxListed) return Invalid("demand_curve_points", "At most 1,000 points are expected.");
        var demand = new List<DemandPoint>(points.Count);
        foreach (var point in points)
        {
            if (point is not [> 0 and <= BondPrice.Max, >= 0 and <= FaceAmount.Max])
                return Invalid("demand_curve_points", "Pairs of a price (percent of face) and a face amount are expected.");
            demand.Add(new DemandPoint(new BondPrice(point[0]), new FaceAmount(point[1])));
        }

        return Ok(new AuctionSignal(
            p.AuctionId, p.LotsOffered.Value, p.BidsCount.Value, demand, p.ClearingPriceEstimate, p.NextWindow?.ToUniversalTime()));
    }

    public static PayloadReading MarketMaker(MarketMakerPayload p)
    {
        if (p.MmOnline is not { } online) return Invalid("mm_online", "true or false is expected.");
        if (p.MmMinSpreadBps is { Value: < 0 }) return Negative("mm_min_spread_bps");
        if (p.LastQuoteSpreadBps is { Value: < 0 }) return Negative("last_quote_spread_bps");
        if (p.QuotesLast24H < 0) return Negative("quotes_last_24h");
        InventoryBand? band = null;
        if (p.MmInventoryBand is { } amounts)
        {
            if (amounts is not [var low, var usual, var high] || low.Value > usual.Value || usual.Value > high.Value)
                return Invalid("mm_inventory_band", "Three rising face amounts are expected.");
            band = new InventoryBand(low, usual, high);
        }

        return Ok(new MarketMakerState(online, band, p.MmMinSpreadBps, p.LastQuoteSpreadBps, p.QuotesLast24H ?? 0));
    }

    public static PayloadReading Reference(BondReferencePayload p)
    {
        if (p.Issuer is not { Length: >= 1 and <= 200 }) return Invalid("issuer", "1 to 200 characters are expected.");
        if (!SnakeCase.TryParse<IssuerClass>(p.IssuerClass, out var issuerClass))
            return Invalid("issuer_class", $"One of {SnakeCase.Choices<IssuerClass>()} is expected.");
        if (p.CouponPercent is < -5 or > 100) return Invalid("coupon_percent", "−5 to 100 percent is expected.");
        if (p.Currency is not { } currency) return Invalid("currency", "A currency code of three upper-case letters is expected.");
        return Ok(new BondReference(
            p.Issuer,
            issuerClass,
            p.Rating ?? CreditRating.NotRated,
            p.CouponPercent,
            p.Maturity,
            p.IssueSizeFace,
            currency,
            p.NextRfqWindow?.ToUniversalTime()));
    }

    public static PayloadReading RiskArtifact(RiskArtifactPayload p, DateTimeOffset at)
    {
        if (p.RiskSummary is not { } summary) return Invalid("risk_summary", "An object is expected.");
        var categories = summary.Categories ?? [];
        if (categories.Count > 100) return Invalid("risk_summary.categories", "At most 100 categories are expected.");
        var read = new List<RiskArtifactCategory>(categories.Count);
        foreach (var category in categories)
        {
            if (category?.Name is not { Length: >= 1 and <= 100 })
                return Invalid("risk_summary.categories.name", "1 to 100 characters are expected.");
            if (category.Score0100 is not { } score)
                return Invalid("risk_summary.categories.score_0_100", "A number from 0 to 100 is expected.");
            read.Add(new RiskArtifactCategory(category.Name, score, category.ProbabilityNote, category.Citations ?? []));
        }

        return Ok(new RiskArtifact(
            (summary.AsOf ?? at).ToUniversalTime(), read, summary.OverallScore, summary.Confidence ?? new Probability(1)));
    }

    private static PayloadReading Ok(object value) => new(value, null);

    private static EventRefusal Negative(string field) => Invalid(field, "A number of 0 or more is expected.");

    private static EventRefusal Invalid(string field, string message) => new(RefusalCodes.InvalidField, "payload." + field, message);
}
