using LiquidityRisk.Domain.Bonds;
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
