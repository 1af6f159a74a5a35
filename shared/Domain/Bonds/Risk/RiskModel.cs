using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Risk;

/// <summary>
/// Model <c>risk-score-1</c>: the formulas and constants behind computed risk scores. 0 = no risk, 100 = worst. The shapes follow
/// the field (default rates bend upwards down the ladder; a rate shock hurts by duration); the constants are judgement, chosen so
/// that the bands mean what readers expect: investment grade is low, BB moderate, B high, CCC- and weaker critical.
/// </summary>
public static class RiskModel
{
    /// <summary>Name and version, as reported with every result.</summary>
    public const string Version = "risk-score-1";

    /// <summary>
    /// Below this share of assessed weight there is no overall score: what is hard to sell and long-dated would else be called critical
    /// although nothing is known about its issuer.
    /// </summary>
    public const double MinAssessedWeight = 0.5;

    /// <summary>The rate shock, as a fraction: two percentage points, as in the regulators' standard outlier test.</summary>
    public const double RateShock = 0.02;

    /// <summary>Yield over coupon that general rates alone can explain, basis points; what is beyond counts as credit.</summary>
    public const double ExplainedYieldRiseBps = 500;

    /// <summary>Smallest coupon, in percent, against which a yield says something about credit; a zero bond's yield does not.</summary>
    public const decimal MinTellingCouponPercent = 1;

    /// <summary>After this many days a risk artifact carries half the confidence it had.</summary>
    public const double ArtifactHalfLifeDays = 90;

    /// <summary>Confidence in a credit score read off a rating.</summary>
    public const double RatingConfidence = 0.8;

    /// <summary>Confidence in a credit score read off the market's yield alone.</summary>
    public const double MarketYieldConfidence = 0.4;

    /// <summary>Confidence in a rate-risk score at a market price.</summary>
    public const double RateConfidence = 0.95;

    /// <summary>Confidence in a rate-risk score at par.</summary>
    public const double RateAtParConfidence = 0.7;

    /// <summary>Confidence in a refinancing score, a proxy without the issuer's maturity profile.</summary>
    public const double RefinancingConfidence = 0.6;

    private const double LastNotch = 21;
    private const double ShockLossScale = 0.15;
    private const double ExcessYieldScaleBps = 700;
    private const double AccessFloor = 0.4;
    private const double RefinancingHalfLifeYears = 3;

    /// <summary>2 + 98·(n/21)^1.2 for a rating n notches below AAA: convex in n, 2 for AAA, 100 for D.</summary>
    public static double CreditLadder(int notch) => 2 + (98 * Math.Pow(notch / LastNotch, 1.2));

    /// <summary>100·(1 − e^(−x/700)) for an excess yield of x basis points, not negative.</summary>
    public static double ExcessYield(BasisPoints excess) => 100 * (1 - Math.Exp(-excess.Value / ExcessYieldScaleBps));

    /// <summary>
    /// The fraction of price lost when yields rise by <see cref="RateShock"/>: 1 − e^(−D*·Δ + ½·(C − D*²)·Δ²), the second-order
    /// expansion of the price's logarithm, which bends far less than the price itself. Where its parabola would turn back up
    /// (Δ beyond D*/(C − D*²)), Δ stops.
    /// </summary>
    public static double ShockLoss(RateSensitivity sensitivity)
    {
        var duration = sensitivity.ModifiedDuration;
        var bend = sensitivity.Convexity - (duration * duration);
        var shock = bend > 0 ? Math.Min(RateShock, duration / bend) : RateShock;
        return 1 - Math.Exp((-duration * shock) + (0.5 * bend * shock * shock));
    }

    /// <summary>100·(1 − e^(−L/0.15)) for a shock loss L (a fraction).</summary>
    public static double InterestRate(double shockLoss) => 100 * (1 - Math.Exp(-shockLoss / ShockLossScale));

    /// <summary>
    /// ladder(n)·(0.4 + 0.6·2^(−T/3)) for T years to maturity: worst when a weak issuer must borrow again soon; a perpetual bond
    /// (null) is never refinanced, yet its issuer's access still counts.
    /// </summary>
    public static double Refinancing(int notch, double? yearsToMaturity) => CreditLadder(notch)
        * (AccessFloor + ((1 - AccessFloor) * (yearsToMaturity is { } t ? Math.Pow(2, -t / RefinancingHalfLifeYears) : 0)));
}
