using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Market;

/// <summary>Makes up issuers and the terms of their bonds.</summary>
internal static class InventedBonds
{
    private static readonly string[] Places = ["Alder", "Birken", "Corvin", "Dorne", "Elmstadt", "Farrow", "Gallen", "Hallwyl", "Isenthal", "Jura", "Kestrel", "Lindau"];

    private static readonly (string Suffix, string IssuerClass)[] Kinds =
    [
        ("Republic", "government"), ("Canton", "municipal"), ("City", "municipal"), ("Railways", "psu"), ("Mortgage Bank", "financial"),
        ("Cantonal Bank", "financial"), ("Insurance", "financial"), ("Power", "corporate"), ("Pharma", "corporate"), ("Real Estate", "corporate"),
    ];

    /// <summary>A bond of a segment, without a window for requests.</summary>
    public static BondReferencePayload Next(Random random, Segment segment, DateTimeOffset start)
    {
        var (suffix, issuerClass) = Kinds[random.Next(Kinds.Length)];
        var issuer = $"{Places[random.Next(Places.Length)]} {suffix}";
        var years = 1 + random.Next(15);
        var coupon = Math.Round((decimal)((0.3 + (4.5 * random.NextDouble())) * 8)) / 8;
        // Median 250 million and log-standard deviation 1.3: the 2,933 bonds listed at SIX in 2023, here cut at two.
        var size = Math.Round(250m * (decimal)Math.Exp(1.3 * ((2 * random.NextDouble()) - 1))) * 1_000_000m;
        return new BondReferencePayload(
            issuer,
            issuerClass,
            segment.Rating,
            coupon,
            DateOnly.FromDateTime(start.UtcDateTime).AddYears(years).AddDays(random.Next(365)),
            new FaceAmount(size),
            CurrencyCode.TryParse("CHF", out var francs) ? francs : default,
            NextRfqWindow: null,
            Isin: null);
    }
}
