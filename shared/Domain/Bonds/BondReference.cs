using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>What is fixed about a bond.</summary>
/// <param name="Issuer">Name of the issuer.</param>
/// <param name="IssuerClass">What kind of issuer it is.</param>
/// <param name="Rating">Credit rating, or not rated.</param>
/// <param name="CouponPercent">Annual coupon in percent of face; null for floating or unknown.</param>
/// <param name="Maturity">Day of repayment; null for perpetual bonds.</param>
/// <param name="IssueSize">Face amount issued; null when unknown.</param>
/// <param name="Currency">Currency of face, coupon and repayment.</param>
/// <param name="NextRfqWindow">When requests for quotes are next batched; null when not announced.</param>
public sealed record BondReference(
    string Issuer,
    IssuerClass IssuerClass,
    CreditRating Rating,
    decimal? CouponPercent,
    DateOnly? Maturity,
    FaceAmount? IssueSize,
    CurrencyCode Currency,
    DateTimeOffset? NextRfqWindow);

/// <summary>Kinds of issuers that the exit policy tells apart.</summary>
public enum IssuerClass
{
    /// <summary>A sovereign.</summary>
    Government,

    /// <summary>A public-sector undertaking or agency.</summary>
    Psu,

    /// <summary>A bank, insurer or other financial company.</summary>
    Financial,

    /// <summary>Any other company.</summary>
    Corporate,

    /// <summary>A city, canton, state or other local authority.</summary>
    Municipal,
}
