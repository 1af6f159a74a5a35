namespace LiquidityRisk.Domain.Bonds.Exits;

/// <summary>
/// Every constant of model <c>exit-paths-3</c> that is judgement. Probabilities are logistic in the sum of factors (log-odds): 0.5 more lifts an even
/// chance to 0.62, 2 more to 0.88. The signs follow the market; the sizes are judgement, which
/// <see cref="ExitCalibration"/> corrects by what was realised.
/// </summary>
public static class ExitModel
{
    /// <summary>Name and version, as reported with every result.</summary>
    public const string Version = "exit-paths-3";

    /// <summary>Share of utility that a sale earns by happening at all.</summary>
    public const double FillWeight = 0.5;

    /// <summary>Share of utility that a sale earns by its price: full at the reference price, e⁻¹ of it at <see cref="CostScaleBps"/>.</summary>
    public const double PriceWeight = 0.3;

    /// <summary>Share of utility that a sale earns by its speed: full at once, half after <see cref="TimeHalfHours"/>.</summary>
    public const double TimeWeight = 0.2;

    /// <summary>Cost at which the price share falls to e⁻¹, basis points.</summary>
    public const double CostScaleBps = 50;

    /// <summary>Time after which the time share is half, hours.</summary>
    public const double TimeHalfHours = 6;

    /// <summary>A window further away than this is not a plan.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromDays(7);

    /// <summary>Market maker: shortest time.</summary>
    public static readonly TimeSpan MarketMakerFastest = TimeSpan.FromMinutes(15);

    /// <summary>Market maker: longest time.</summary>
    public static readonly TimeSpan MarketMakerSlowest = TimeSpan.FromMinutes(60);

    /// <summary>Auction: from its window to settlement.</summary>
    public static readonly TimeSpan AuctionSettlement = TimeSpan.FromHours(2);

    /// <summary>Requests for quotes: from their window to the end of the batch.</summary>
    public static readonly TimeSpan RfqProcessing = TimeSpan.FromHours(1);

    /// <summary>Token: time to find a buyer. Also how long a path without windows rests before it is used again.</summary>
    public static readonly TimeSpan TokenMatching = TimeSpan.FromHours(4);

    /// <summary>Share of the market maker's time that trade size decides; the liquidity index decides the rest.</summary>
    public const double SizeShareOfTime = 0.6;

    internal const double MarketMakerBase = -1.5;
    internal const double AuctionBase = -0.6;
    internal const double RfqBase = 0.2;
    internal const double TokenBase = -0.4;

    internal const double QuoteActivity = 2.0;
    internal const double RfqQuoteActivity = 0.8;
    internal const double HalfActiveQuotes = 12;

    internal const double TightestQuote = 1.2;
    internal const double LoosestQuote = -1.8;
    internal const double PerQuoteBp = -0.03;

    internal const double RatingTop = 0.6;
    internal const double RatingRange = -1.6;
    internal const int LastNotch = 21;
    internal const int UnratedNotch = 15;

    internal const double MarketMakerLiquidity = 0.8;
    internal const double OtherLiquidity = 0.4;

    internal const double SizeToDepth = -0.8;
    internal const double SizeToDepthFloor = -3;
    internal const double SizeToCap = -1.5;
    internal const double SizeToLots = -0.7;
    internal const double LotsOfReference = 20;
    internal const double NoDealer = -2.5;

    internal const double BidCover = 2.0;
    internal const double DemandCover = 1.2;
    internal const double DemandSlope = -0.6;
    internal const double HalfSlopeBps = 25;

    /// <summary>Square-root impact: share of the spread added when the size equals the bid side's depth.</summary>
    internal const double ImpactShare = 0.5;
    internal const double RfqSpreadFactor = 0.9;
    internal const double RfqSpreadFactorWithoutDealer = 1.5;
    internal const double TokenSpreadFactor = 1.2;
    internal const double MaxCostBps = 5_000;
}
