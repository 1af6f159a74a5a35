using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Exits;

/// <summary>The ways to sell a bond before it falls due.</summary>
public enum ExitPath
{
    /// <summary>To the bond's market maker.</summary>
    MarketMaker,

    /// <summary>In the next fractional auction.</summary>
    Auction,

    /// <summary>In the next batch of requests for quotes.</summary>
    RfqBatch,

    /// <summary>To another holder, as a token.</summary>
    TokenizedP2p,
}

/// <summary>Times to maturity that the exit policy tells apart; each begins at its lower bound.</summary>
public enum TenorBucket
{
    /// <summary>Up to a year.</summary>
    UpToOne,

    /// <summary>One to three years.</summary>
    OneToThree,

    /// <summary>Three to five years.</summary>
    ThreeToFive,

    /// <summary>Five to ten years.</summary>
    FiveToTen,

    /// <summary>Ten years and more, and perpetual bonds.</summary>
    TenAndMore,
}

/// <summary>Letter ratings without + and −, strongest first; unrated stands last and outside of their order.</summary>
public enum RatingBand
{
    /// <summary>AAA.</summary>
    Aaa,

    /// <summary>AA+, AA, AA−.</summary>
    Aa,

    /// <summary>A+, A, A−.</summary>
    A,

    /// <summary>BBB+, BBB, BBB−.</summary>
    Bbb,

    /// <summary>BB+, BB, BB−.</summary>
    Bb,

    /// <summary>B+, B, B−.</summary>
    B,

    /// <summary>CCC+, CCC, CCC−.</summary>
    Ccc,

    /// <summary>CC.</summary>
    Cc,

    /// <summary>C.</summary>
    C,

    /// <summary>In default.</summary>
    D,

    /// <summary>Not rated.</summary>
    Nr,
}

/// <summary>Finds the rows of the exit policy that a bond falls under.</summary>
public static class PolicyRows
{
    /// <summary>The row of a rating.</summary>
    public static RatingBand BandOf(CreditRating rating) => rating.Notch switch
    {
        null => RatingBand.Nr,
        0 => RatingBand.Aaa,
        <= 3 => RatingBand.Aa,
        <= 6 => RatingBand.A,
        <= 9 => RatingBand.Bbb,
        <= 12 => RatingBand.Bb,
        <= 15 => RatingBand.B,
        <= 18 => RatingBand.Ccc,
        19 => RatingBand.Cc,
        20 => RatingBand.C,
        _ => RatingBand.D,
    };

    /// <summary>The row of a time to maturity in years; null is perpetual.</summary>
    public static TenorBucket BucketOf(double? years) => years switch
    {
        < 1 => TenorBucket.UpToOne,
        < 3 => TenorBucket.OneToThree,
        < 5 => TenorBucket.ThreeToFive,
        < 10 => TenorBucket.FiveToTen,
        _ => TenorBucket.TenAndMore,
    };
}
