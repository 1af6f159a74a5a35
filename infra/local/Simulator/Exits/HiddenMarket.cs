using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Local.Simulator.Market;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Exits;

/// <summary>
/// What is true about one bond's market and nobody is told: who would buy, how much, at what price and how soon. Levels follow the
/// bond's <see cref="Segment"/>; one hidden liquidity factor moves all of them together, and appetite falls with credit quality.
/// </summary>
/// <param name="Reference">What is fixed about the bond; the one part that is public.</param>
/// <param name="Fair">Fair price in percent of face.</param>
/// <param name="HalfSpreadBps">Half-spread of a small sale, basis points.</param>
/// <param name="Depth">Face amount that is sold at twice the half-spread.</param>
/// <param name="TradesPerDay">Mean number of trades.</param>
/// <param name="TradeFace">Median face amount of a trade.</param>
/// <param name="TwoSided">Probability that both sides are quoted.</param>
/// <param name="Maker">Its market maker; null when it has none.</param>
/// <param name="Dealers">Who may answer a request for quotes.</param>
/// <param name="Auction">Its auction; null when it has none.</param>
/// <param name="TokenBuyersPerHour">How many token holders look at an offer.</param>
internal sealed record HiddenMarket(
    BondReference Reference,
    double Fair,
    double HalfSpreadBps,
    double Depth,
    double TradesPerDay,
    double TradeFace,
    double TwoSided,
    HiddenMaker? Maker,
    IReadOnlyList<HiddenDealer> Dealers,
    HiddenAuction? Auction,
    double TokenBuyersPerHour)
{
    private const double DailyMove = 0.0024; // as in SimulatedBond

    private static readonly IssuerClass[] Classes = Enum.GetValues<IssuerClass>();

    public static HiddenMarket Draw(Dice dice, DateTimeOffset now)
    {
        var segment = dice.OneOf(Segment.All);
        var notches = dice.Count(0.8);
        var rating = segment.Rating.Downgrade(notches);
        var liquidity = dice.Normal();
        var appetite = Math.Exp((0.8 * liquidity) - (0.06 * (rating.Notch ?? 12)));
        var half = 0.5 * segment.SpreadBps * Math.Exp(-0.7 * segment.SpreadLogSd * liquidity) * dice.Factor(0.3);
        var maker = dice.Chance(0.75) ? HiddenMaker.Draw(dice, segment, appetite) : null;
        var dealers = dice.Count((maker is { Online: true } ? 4.5 : 0.3) * appetite);
        _ = CurrencyCode.TryParse("CHF", out var francs);
        var maturity = DateOnly.FromDateTime(now.UtcDateTime).AddDays(60 + (int)(dice.Share() * 365 * 14));
        return new(
            new BondReference("Issuer", dice.OneOf(Classes), rating, 2m, maturity, new FaceAmount(250_000_000), francs, null),
            85 + (20 * dice.Share()),
            half,
            4 * segment.QuoteFace * Math.Exp(0.8 * liquidity) * dice.Factor(0.5),
            8 * segment.TradedShare * Math.Exp(liquidity),
            segment.DayFace / 2,
            segment.TwoSided,
            maker,
            [.. Enumerable.Range(0, dealers).Select(_ => HiddenDealer.Draw(dice, segment))],
            dice.Chance(0.6) ? HiddenAuction.Draw(dice, appetite, half) : null,
            1.0 * appetite * dice.Factor(0.3));
    }

    /// <summary>The fair price after some hours: a random walk.</summary>
    public double FairAfter(double hours, Dice dice) => Fair * Math.Exp(DailyMove * Math.Sqrt(hours / 24) * dice.Normal());
}

/// <summary>The bond's market maker as it is.</summary>
/// <param name="Online">Whether it quotes now.</param>
/// <param name="AnswersPerHour">How often it answers.</param>
/// <param name="LeavesPerHour">How often it goes offline.</param>
/// <param name="High">The most it holds, face amount.</param>
/// <param name="Held">Share of that it holds already.</param>
/// <param name="UnloadsPerHour">Share of what it holds that it sells on per hour.</param>
internal sealed record HiddenMaker(
    bool Online, double AnswersPerHour, double LeavesPerHour, double High, double Held, double UnloadsPerHour)
{
    public static HiddenMaker Draw(Dice dice, Segment segment, double appetite) => new(
        dice.Chance(0.85),
        2.6 * appetite * dice.Factor(0.3),
        0.04,
        10 * segment.QuoteFace * appetite * dice.Factor(0.5),
        0.9 * dice.Share(),
        0.1);
}

/// <summary>A dealer who may answer a request for quotes.</summary>
/// <param name="AnswersPerHour">How fast it answers.</param>
/// <param name="Capacity">The most it takes, face amount.</param>
/// <param name="Keenness">Its half-spread over the market's.</param>
internal sealed record HiddenDealer(double AnswersPerHour, double Capacity, double Keenness)
{
    public static HiddenDealer Draw(Dice dice, Segment segment) =>
        new(0.9 * dice.Factor(0.5), 4 * segment.QuoteFace * dice.Factor(0.9), dice.Factor(0.25));
}

/// <summary>The bond's auction as it will be.</summary>
/// <param name="HoursToWindow">Until it opens.</param>
/// <param name="Bids">Those who have bid so far.</param>
/// <param name="ToCome">Mean number of those who will still bid.</param>
/// <param name="LotsOffered">Lots that others sell.</param>
/// <param name="HalfSpreadBps">What bidders want off the fair price is spread around this.</param>
internal sealed record HiddenAuction(
    double HoursToWindow, IReadOnlyList<HiddenBid> Bids, double ToCome, int LotsOffered, double HalfSpreadBps)
{
    public const double LotFace = 50_000;

    private const double HoursOpen = 6;

    public static HiddenAuction Draw(Dice dice, double appetite, double half)
    {
        var hours = 4 * dice.Share();
        var bidders = 11 * appetite * dice.Factor(0.4);
        var arrived = 1 - (hours / HoursOpen);
        return new(
            hours,
            [.. Enumerable.Range(0, dice.Count(bidders * arrived)).Select(_ => HiddenBid.Draw(dice, half))],
            bidders * (1 - arrived),
            1 + dice.Count(4),
            half);
    }
}

/// <summary>A bid in an auction.</summary>
/// <param name="DiscountBps">How far below the fair price.</param>
/// <param name="Face">Face amount.</param>
internal sealed record HiddenBid(double DiscountBps, double Face)
{
    public static HiddenBid Draw(Dice dice, double half) =>
        new((0.7 * half) + (0.8 * half * dice.Normal()), 70_000 * dice.Factor(0.7));
}
