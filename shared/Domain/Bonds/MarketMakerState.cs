using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>What a bond's market maker is ready to do.</summary>
/// <param name="IsOnline">Whether it quotes at all.</param>
/// <param name="InventoryBand">Low, usual and high face amount it is ready to hold; not shown to retail readers.</param>
/// <param name="MinSpread">The tightest spread it quotes; null when not known.</param>
/// <param name="LastQuoteSpread">The spread of its last quote; null when not known.</param>
/// <param name="QuotesLast24Hours">How often it quoted in the last 24 hours.</param>
public sealed record MarketMakerState(
    bool IsOnline,
    InventoryBand? InventoryBand,
    BasisPoints? MinSpread,
    BasisPoints? LastQuoteSpread,
    int QuotesLast24Hours)
{
    /// <summary>How tight its last quote was: tight up to 20 bp, normal up to 60 bp, wide beyond.</summary>
    public QuoteQuality Quality => LastQuoteSpread?.Value switch
    {
        null => QuoteQuality.Unknown,
        <= 20 => QuoteQuality.Tight,
        <= 60 => QuoteQuality.Normal,
        _ => QuoteQuality.Wide,
    };
}

/// <summary>How tight a market maker quotes.</summary>
public enum QuoteQuality
{
    /// <summary>Its last spread is not known.</summary>
    Unknown,

    /// <summary>Up to 20 bp.</summary>
    Tight,

    /// <summary>Up to 60 bp.</summary>
    Normal,

    /// <summary>Beyond 60 bp.</summary>
    Wide,
}

/// <summary>Face amounts that a market maker is ready to hold, in rising order.</summary>
/// <param name="Low">Comfortable.</param>
/// <param name="Target">Usual.</param>
/// <param name="High">The most.</param>
public sealed record InventoryBand(FaceAmount Low, FaceAmount Target, FaceAmount High);
