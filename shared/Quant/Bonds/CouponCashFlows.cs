namespace LiquidityRisk.Quant.Bonds;

/// <summary>What a holder of 100 of face is still paid, and what the seller has earned of the running coupon.</summary>
/// <param name="Times">Years from settlement to each payment, rising, above 0.</param>
/// <param name="Amounts">Payments per 100 of face, as many as times.</param>
/// <param name="Accrued">Accrued interest per 100 of face; clean price + accrued = dirty price.</param>
public sealed record BondCashFlows(ReadOnlyMemory<double> Times, ReadOnlyMemory<double> Amounts, double Accrued);

/// <summary>
/// The remaining payments of a bullet bond with a fixed coupon.
/// <code>
/// dates      maturity, maturity − 12/f months, …     unadjusted, counted back from maturity; no stub
/// amounts    c/f at each, + 100 at maturity
/// tₖ         ACT/365F: days/365;   30/360: year fraction to the next coupon + (k − 1)/f
/// accrued    c · year fraction from the previous coupon date to settlement (30/360: at most c/f)
/// </code>
/// c: annual coupon in percent of face; f: coupons a year. A payment on the settlement day itself belongs to the seller.
/// Source: ICMA rule 251 and the street convention (yields and times counted in coupon periods from settlement).
/// Valid for fixed coupons without ex-dividend period, first coupon period regular.
/// </summary>
public static class CouponCashFlows
{
    /// <summary>Lists the payments after settlement.</summary>
    /// <param name="settlement">When money and bond change hands.</param>
    /// <param name="maturity">Last payment; later than settlement.</param>
    /// <param name="couponPercent">Annual coupon in percent of face, 0 to 100.</param>
    /// <param name="frequency">Coupons a year: 1 or 2.</param>
    /// <param name="dayCount">Day count of times and accrued interest.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside of its range.</exception>
    public static BondCashFlows Of(
        DateOnly settlement, DateOnly maturity, double couponPercent, int frequency, DayCount dayCount)
    {
        if (maturity <= settlement)
            throw new ArgumentOutOfRangeException(nameof(maturity), maturity, "Maturity is later than settlement.");
        if (!(couponPercent is >= 0 and <= 100))
            throw new ArgumentOutOfRangeException(nameof(couponPercent), couponPercent, "A coupon is between 0 and 100 percent.");
        DiscountFactors.CheckFrequency(frequency);

        var months = 12 / frequency;
        var count = 1;
        while (maturity.AddMonths(-months * count) > settlement) count++;
        var previous = maturity.AddMonths(-months * count);
        var next = maturity.AddMonths(-months * (count - 1));
        var (times, amounts) = (new double[count], new double[count]);
        var first = YearFraction.Between(settlement, next, dayCount);
        for (var k = 0; k < count; k++)
        {
            times[k] = dayCount == DayCount.Thirty360
                ? first + ((double)k / frequency)
                : YearFraction.Between(settlement, maturity.AddMonths(-months * (count - 1 - k)), dayCount);
            amounts[k] = couponPercent / frequency;
        }

        if (times[0] <= 0) // 30/360 sees no day between the 30th and the 31st
            throw new ArgumentOutOfRangeException(nameof(settlement), settlement, "The day count sees no time before the next payment.");
        amounts[^1] += 100;
        return new BondCashFlows(times, amounts, couponPercent * YearFraction.Between(previous, settlement, dayCount));
    }
}
