using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Units;

namespace LiquidityRisk.TestKit;

/// <summary>Bonds and what is known about them, made through the real constructors.</summary>
public static class SampleBonds
{
    public static DateTimeOffset Now { get; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static CreditRating Rating(string text) =>
        CreditRating.TryParse(text, out var rating) ? rating : throw new ArgumentException($"{text} is no rating.", nameof(text));

    /// <summary>A seven-percent rupee bond, four years to go.</summary>
    public static BondReference Reference(
        string rating = "BBB",
        IssuerClass issuerClass = IssuerClass.Corporate,
        decimal? coupon = 7m,
        double? years = 4,
        DateTimeOffset? rfqWindow = null)
    {
        _ = CurrencyCode.TryParse("INR", out var currency);
        DateOnly? maturity = years is { } y ? DateOnly.FromDateTime(Now.UtcDateTime).AddDays((int)Math.Round(y * 365)) : null;
        return new("Issuer", issuerClass, Rating(rating), coupon, maturity, new FaceAmount(1_000_000_000), currency, rfqWindow);
    }

    /// <summary>The founding document's market maker: online, 25 bp, 45 quotes, up to two million.</summary>
    public static MarketMakerState MarketMaker(
        bool online = true, int quotes = 45, double spread = 25, decimal high = 2_000_000) => new(
        online,
        new InventoryBand(new FaceAmount(high / 4), new FaceAmount(high / 2), new FaceAmount(high)),
        new BasisPoints(10),
        new BasisPoints(spread),
        quotes);

    /// <summary>The founding document's auction: ten lots, eight bids, two demand points, next window in five hours.</summary>
    public static AuctionSignal Auction(int bids = 8, int lots = 10, double? windowInHours = 5, decimal demand = 2_000_000) => new(
        "AUCTION",
        lots,
        bids,
        [new(new BondPrice(100.0m), new FaceAmount(demand)), new(new BondPrice(100.25m), new FaceAmount(demand / 2))],
        new BondPrice(100.25m),
        windowInHours is { } h ? Now.AddHours(h) : null);

    /// <summary>The policy that ships with the app, written out by hand.</summary>
    public static ExitPolicy Policy { get; } = new(
        "sample",
        new Dictionary<RatingBand, PathCaps>
        {
            [RatingBand.Aaa] = Caps(1_000_000, 5_000_000, 2_000_000),
            [RatingBand.Aa] = Caps(800_000, 4_000_000, 1_500_000),
            [RatingBand.A] = Caps(600_000, 3_000_000, 1_000_000),
            [RatingBand.Bbb] = Caps(400_000, 2_000_000, 750_000),
            [RatingBand.Bb] = Caps(250_000, 1_000_000, 500_000),
            [RatingBand.B] = Caps(150_000, 600_000, 300_000),
            [RatingBand.Ccc] = Caps(75_000, 300_000, 150_000),
            [RatingBand.Cc] = Caps(50_000, 150_000, 75_000),
            [RatingBand.C] = Caps(25_000, 100_000, 50_000),
            [RatingBand.D] = Caps(0, 50_000, 0),
            [RatingBand.Nr] = Caps(100_000, 400_000, 200_000),
        },
        new Dictionary<TenorBucket, IReadOnlyCollection<ExitPath>>
        {
            [TenorBucket.UpToOne] = [ExitPath.MarketMaker, ExitPath.Auction, ExitPath.RfqBatch],
            [TenorBucket.OneToThree] = Enum.GetValues<ExitPath>(),
            [TenorBucket.ThreeToFive] = Enum.GetValues<ExitPath>(),
            [TenorBucket.FiveToTen] = Enum.GetValues<ExitPath>(),
            [TenorBucket.TenAndMore] = [ExitPath.Auction, ExitPath.RfqBatch, ExitPath.TokenizedP2p],
        },
        new Dictionary<IssuerClass, PathCaps>
        {
            [IssuerClass.Government] = Caps(5_000_000, 10_000_000, 5_000_000),
            [IssuerClass.Psu] = Caps(3_000_000, 8_000_000, 4_000_000),
            [IssuerClass.Financial] = Caps(2_000_000, 6_000_000, 3_000_000),
            [IssuerClass.Corporate] = Caps(1_500_000, 5_000_000, 2_000_000),
            [IssuerClass.Municipal] = Caps(1_000_000, 4_000_000, 1_500_000),
        },
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(2),
        new FaceAmount(25_000),
        new BasisPoints(5));

    public static PathCaps Caps(decimal marketMaker, decimal auction, decimal rfq) =>
        new(new FaceAmount(marketMaker), new FaceAmount(auction), new FaceAmount(rfq));

    /// <summary>Inputs all stamped now.</summary>
    public static BondInputs Inputs(
        Microstructure? market = null,
        AuctionSignal? auction = null,
        MarketMakerState? marketMaker = null,
        BondReference? reference = null,
        RiskArtifact? risk = null) => new(Stamped(market, "market"), Stamped(auction, "auction"), Stamped(marketMaker, "maker"), Stamped(reference, "reference"), Stamped(risk, "risk"));

    private static Stamped<T>? Stamped<T>(T? value, string source)
        where T : class => value is null ? null : new(value, new EventStamp(Now, 0), source, Now);
}
