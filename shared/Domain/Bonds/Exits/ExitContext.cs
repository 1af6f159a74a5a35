using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Exits;

/// <summary>What the four paths share: inputs read once, and the rows of the policy that apply.</summary>
internal sealed class ExitContext
{
    public ExitContext(BondInputs inputs, LiquidityIndex? index, ExitPolicy policy, DateTimeOffset now)
    {
        Policy = policy;
        Now = now;
        Index = index?.Value?.Value;
        Market = inputs.Market?.Value;
        Auction = inputs.Auction?.Value;
        MarketMaker = inputs.MarketMaker?.Value;
        Reference = inputs.Reference?.Value;
        Price = ReferencePrice.Of(inputs);
        Rating = Reference?.Rating ?? CreditRating.NotRated;
        RatingCaps = policy.RatingCaps[PolicyRows.BandOf(Rating)];
        IssuerLimits = Reference is { } r ? policy.IssuerLimits[r.IssuerClass] : Strictest(policy);
        Years = Reference?.Maturity is { } maturity ? RateSensitivity.YearsUntil(maturity, now) : null;
        var bid = Market?.DepthFace is { } depth ? depth.Value / 2 : Market?.BidSize?.Value;
        BidDepth = bid is { } b ? (double)b : null;
    }

    public ExitPolicy Policy { get; }

    public DateTimeOffset Now { get; }

    public double? Index { get; }

    public Microstructure? Market { get; }

    public AuctionSignal? Auction { get; }

    public MarketMakerState? MarketMaker { get; }

    public BondReference? Reference { get; }

    public ReferencePrice? Price { get; }

    public CreditRating Rating { get; }

    public PathCaps RatingCaps { get; }

    public PathCaps IssuerLimits { get; }

    /// <summary>Years to maturity; null for perpetual and unknown bonds.</summary>
    public double? Years { get; }

    /// <summary>Face amount that the bid side shows: half of both sides' depth, else the size at the best bid; null when not observed.</summary>
    public double? BidDepth { get; }

    public bool HasDealer => MarketMaker is { IsOnline: true };

    public CurrencyCode Currency => Reference?.Currency ?? default;

    /// <summary>The lower of a path's two caps; null when it has none.</summary>
    public FaceAmount? CapOf(ExitPath path) =>
        RatingCaps.Of(path) is { } rating && IssuerLimits.Of(path) is { } issuer
            ? new FaceAmount(Math.Min(rating.Value, issuer.Value))
            : null;

    public IReadOnlyList<ExitAssumption> Assumptions()
    {
        var assumptions = new List<ExitAssumption>(4);
        if (Reference is null)
            assumptions.AddRange([ExitAssumption.TreatedAsUnrated, ExitAssumption.StrictestIssuerLimit, ExitAssumption.TenorNotChecked]);
        if (BidDepth is null) assumptions.Add(ExitAssumption.NoPriceImpact);
        return assumptions;
    }

    private static PathCaps Strictest(ExitPolicy policy)
    {
        var all = policy.IssuerLimits.Values;
        return new(
            new FaceAmount(all.Min(c => c.MarketMaker.Value)),
            new FaceAmount(all.Min(c => c.Auction.Value)),
            new FaceAmount(all.Min(c => c.Rfq.Value)));
    }
}
