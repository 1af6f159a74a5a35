using LiquidityRisk.Quant.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>
/// How a bond's price answers to yields. Coupons are taken as semi-annual and years as ACT/365F, since reference data does not
/// say; another frequency moves duration by less than 2 %.
/// </summary>
/// <param name="YieldPercent">Yield to maturity, percent a year, compounded semi-annually.</param>
/// <param name="ModifiedDuration">Years: percent of price lost per percentage point of yield.</param>
/// <param name="Convexity">Years squared.</param>
/// <param name="AtPar">Whether par stood in for a missing price.</param>
public sealed record RateSensitivity(double YieldPercent, double ModifiedDuration, double Convexity, bool AtPar)
{
    private const int Frequency = 2;

    /// <summary>Years from an instant to a day, ACT/365F; negative when the day is past.</summary>
    public static double YearsUntil(DateOnly day, DateTimeOffset now) =>
        YearFraction.Between(Today(now), day, DayCount.Actual365Fixed);

    /// <summary>
    /// The sensitivity at a price, else at par. Null when the coupon is unknown, floating or above 100 percent, when the bond has
    /// matured, or when a perpetual bond pays nothing.
    /// </summary>
    public static RateSensitivity? Of(BondReference reference, BondPrice? price, DateTimeOffset now)
    {
        if (reference.CouponPercent is not { } coupon || coupon is < 0 or > 100) return null;
        var clean = (double)(price?.PercentOfFace ?? 100m);
        if (reference.Maturity is not { } maturity) return coupon == 0 ? null : Perpetual((double)coupon, clean, price is null);
        if (maturity <= Today(now)) return null;

        var flows = CouponCashFlows.Of(Today(now), maturity, (double)coupon, Frequency, DayCount.Actual365Fixed);
        try
        {
            var yield = YieldToMaturity.Of(flows, clean, Frequency);
            var duration = Quant.Bonds.ModifiedDuration.Of(flows.Times.Span, flows.Amounts.Span, yield, Frequency);
            var convexity = Quant.Bonds.Convexity.Of(flows.Times.Span, flows.Amounts.Span, yield, Frequency);
            return new(yield * 100, duration, convexity, price is null);
        }
        catch (ArithmeticException) // a price days before maturity that no yield explains
        {
            return null;
        }
    }

    /// <summary>P = c/y, hence D* = 1/y and C = 2/y².</summary>
    private static RateSensitivity Perpetual(double coupon, double clean, bool atPar)
    {
        var yield = coupon / clean;
        return new(yield * 100, 1 / yield, 2 / (yield * yield), atPar);
    }

    private static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}
