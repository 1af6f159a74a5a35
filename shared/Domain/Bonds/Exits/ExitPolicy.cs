using System.Collections.Frozen;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Exits;

/// <summary>Largest face amounts per sale.</summary>
/// <param name="MarketMaker">To the market maker.</param>
/// <param name="Auction">In an auction.</param>
/// <param name="Rfq">In a batch of requests for quotes.</param>
public sealed record PathCaps(FaceAmount MarketMaker, FaceAmount Auction, FaceAmount Rfq)
{
    /// <summary>The cap of a path; null when it has none.</summary>
    public FaceAmount? Of(ExitPath path) => path switch
    {
        ExitPath.MarketMaker => MarketMaker,
        ExitPath.Auction => Auction,
        ExitPath.RfqBatch => Rfq,
        _ => null,
    };
}

/// <summary>What the house allows: caps, tenors, cadences and lots. Complete and consistent once constructed.</summary>
public sealed record ExitPolicy
{
    /// <summary>Longest cadence of auctions and of batches.</summary>
    public static readonly TimeSpan MaxCadence = TimeSpan.FromDays(7);

    /// <summary>Takes a policy.</summary>
    /// <param name="version">What to record with every recommendation made under it; not empty.</param>
    /// <param name="ratingCaps">Caps for every rating; a weaker letter never has a higher cap, and unrated none above BBB.</param>
    /// <param name="tenors">Paths allowed for every tenor, at least one each.</param>
    /// <param name="issuerLimits">Caps for every class of issuer.</param>
    /// <param name="auctionCadence">Time from one auction to the next, above 0, at most <see cref="MaxCadence"/>.</param>
    /// <param name="rfqWindow">Time from one batch to the next, above 0, at most <see cref="MaxCadence"/>.</param>
    /// <param name="tokenizedMinLot">Smallest sale as a token, above 0.</param>
    /// <param name="marketMakerMinSpread">A tighter market-maker spread than this is not counted on; not negative.</param>
    /// <exception cref="ArgumentException">Something is missing or inconsistent; the message names every fault.</exception>
    public ExitPolicy(
        string version,
        IReadOnlyDictionary<RatingBand, PathCaps> ratingCaps,
        IReadOnlyDictionary<TenorBucket, IReadOnlyCollection<ExitPath>> tenors,
        IReadOnlyDictionary<IssuerClass, PathCaps> issuerLimits,
        TimeSpan auctionCadence,
        TimeSpan rfqWindow,
        FaceAmount tokenizedMinLot,
        BasisPoints marketMakerMinSpread)
    {
        Version = version;
        RatingCaps = ratingCaps.ToFrozenDictionary();
        Tenors = tenors.ToFrozenDictionary(t => t.Key, t => t.Value.ToFrozenSet());
        IssuerLimits = issuerLimits.ToFrozenDictionary();
        AuctionCadence = auctionCadence;
        RfqWindow = rfqWindow;
        TokenizedMinLot = tokenizedMinLot;
        MarketMakerMinSpread = marketMakerMinSpread;
        var faults = Faults().ToList();
        if (faults.Count > 0) throw new ArgumentException(string.Join(' ', faults), nameof(ratingCaps));
    }

    /// <summary>Recorded with every recommendation made under it.</summary>
    public string Version { get; }

    /// <summary>Caps by rating.</summary>
    public FrozenDictionary<RatingBand, PathCaps> RatingCaps { get; }

    /// <summary>Paths allowed by tenor.</summary>
    public FrozenDictionary<TenorBucket, FrozenSet<ExitPath>> Tenors { get; }

    /// <summary>Caps by class of issuer.</summary>
    public FrozenDictionary<IssuerClass, PathCaps> IssuerLimits { get; }

    /// <summary>Time from one auction to the next.</summary>
    public TimeSpan AuctionCadence { get; }

    /// <summary>Time from one batch of requests for quotes to the next.</summary>
    public TimeSpan RfqWindow { get; }

    /// <summary>Smallest sale as a token.</summary>
    public FaceAmount TokenizedMinLot { get; }

    /// <summary>Tightest market-maker spread that is counted on.</summary>
    public BasisPoints MarketMakerMinSpread { get; }

    private IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Version)) yield return "The policy has no version.";
        foreach (var band in Enum.GetValues<RatingBand>())
            if (!RatingCaps.ContainsKey(band)) yield return $"rating_caps has no row for {band.ToString().ToUpperInvariant()}.";
        foreach (var (stronger, weaker) in NeighbouringBands())
            if (RatingCaps.TryGetValue(stronger, out var above) && RatingCaps.TryGetValue(weaker, out var below) && Exceeds(below, above))
                yield return $"rating_caps of {weaker.ToString().ToUpperInvariant()} exceed those of {stronger.ToString().ToUpperInvariant()}.";
        foreach (var bucket in Enum.GetValues<TenorBucket>())
        {
            if (!Tenors.TryGetValue(bucket, out var paths)) yield return $"tenor_restrictions has no row for {bucket}.";
            else if (paths.Count == 0) yield return $"tenor_restrictions of {bucket} allow no path.";
        }

        foreach (var issuerClass in Enum.GetValues<IssuerClass>())
            if (!IssuerLimits.ContainsKey(issuerClass)) yield return $"issuer_class_limits has no row for {issuerClass}.";
        if (AuctionCadence <= TimeSpan.Zero || AuctionCadence > MaxCadence) yield return "auction_cadence_hours is not within (0, 168].";
        if (RfqWindow <= TimeSpan.Zero || RfqWindow > MaxCadence) yield return "rfq_window_hours is not within (0, 168].";
        if (TokenizedMinLot.IsZero) yield return "tokenized_min_lot is not above 0.";
        if (MarketMakerMinSpread.Value < 0) yield return "mm_min_spread_bps is negative.";
    }

    private static IEnumerable<(RatingBand Stronger, RatingBand Weaker)> NeighbouringBands()
    {
        for (var band = RatingBand.Aaa; band < RatingBand.D; band++) yield return (band, band + 1);
        yield return (RatingBand.Bbb, RatingBand.Nr);
    }

    private static bool Exceeds(PathCaps below, PathCaps above) =>
        below.MarketMaker.Value > above.MarketMaker.Value || below.Auction.Value > above.Auction.Value || below.Rfq.Value > above.Rfq.Value;
}
