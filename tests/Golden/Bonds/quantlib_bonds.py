"""Writes quantlib_bonds.csv: dirty price, accrued interest, durations and convexity of fixed-coupon bonds.

Needs QuantLib with its Python module (Debian: quantlib-python 1.29):  python3 quantlib_bonds.py > quantlib_bonds.csv
Prices per 100 of face. Yields are compounded as often as coupons are paid; coupons are equal (30/360 accrual).
"""

import QuantLib as ql

CONVENTIONS = {
    "30/360": ql.Thirty360(ql.Thirty360.BondBasis),
    "ACT/365F": ql.Actual365Fixed(),
}
CASES = [
    # settlement, maturity, coupon %
    ((5, 1, 2026), (15, 6, 2031), 7.10),
    ((5, 1, 2026), (15, 6, 2026), 7.10),
    ((28, 2, 2024), (10, 9, 2054), 4.25),
    ((29, 2, 2024), (1, 3, 2027), 0.0),
    ((17, 11, 2025), (17, 11, 2035), 5.5),
    ((12, 8, 2025), (20, 1, 2045), 12.375),
    ((3, 4, 2026), (4, 4, 2028), 0.25),
]
YIELDS = [-0.005, 0.0, 0.03, 0.0725, 0.35]


def main():
    print("settlement,maturity,coupon_percent,frequency,day_count,yield,dirty,accrued,macaulay,modified,convexity")
    for settlement, maturity, coupon in CASES:
        for frequency in (1, 2):
            for name, day_count in CONVENTIONS.items():
                for y in YIELDS:
                    print(row(ql.Date(*settlement), ql.Date(*maturity), coupon, frequency, name, day_count, y))


def row(settlement, maturity, coupon, frequency, name, day_count, y):
    ql.Settings.instance().evaluationDate = settlement
    tenor = ql.Period(12 // frequency, ql.Months)
    schedule = ql.Schedule(
        settlement - ql.Period(2, ql.Years), maturity, tenor, ql.NullCalendar(),
        ql.Unadjusted, ql.Unadjusted, ql.DateGeneration.Backward, False)
    bond = ql.FixedRateBond(0, 100.0, schedule, [coupon / 100], ql.Thirty360(ql.Thirty360.BondBasis))
    accrual = ql.FixedRateBond(0, 100.0, schedule, [coupon / 100], day_count)
    rate = ql.InterestRate(y, day_count, ql.Compounded, frequency)
    flows = bond.cashflows()
    dirty = ql.CashFlows.npv(flows, rate, False, settlement, settlement)
    numbers = [
        dirty,
        accrual.accruedAmount(settlement),
        ql.CashFlows.duration(flows, rate, ql.Duration.Macaulay, False, settlement),
        ql.CashFlows.duration(flows, rate, ql.Duration.Modified, False, settlement),
        ql.CashFlows.convexity(flows, rate, False, settlement, settlement),
    ]
    keys = [settlement.ISO(), maturity.ISO(), repr(coupon), str(frequency), name, repr(y)]
    return ",".join(keys + [f"{n:.12g}" for n in numbers])


main()
