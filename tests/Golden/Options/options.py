"""Writes options.csv: QuantLib 1.29 (AnalyticEuropeanEngine) for price and first Greeks, mpmath 1.2 with 60 digits for the price again
and, by numerical differentiation, for vanna, volga and charm: implementations apart from the product's.
Writes implied.csv: prices of 60 digits rounded to a double far in the wings, with the volatility that made them.

Debian: apt-get install python3-mpmath python3-quantlib (or any QuantLib 1.29);  /usr/bin/python3 options.py  (in this folder)
"""

from itertools import product

import mpmath as mp
import QuantLib as ql

mp.mp.dps = 60
TODAY = ql.Date(5, 1, 2026)
ql.Settings.instance().evaluationDate = TODAY


def price(sign, spot, strike, years, vol, r, q):
    spot, strike, years, vol, r, q = map(mp.mpf, (spot, strike, years, vol, r, q))
    s = vol * mp.sqrt(years)
    d1 = (mp.log(spot / strike) + (r - q) * years) / s + s / 2
    a, b = spot * mp.exp(-q * years), strike * mp.exp(-r * years)
    return sign * (a * mp.ncdf(sign * d1) - b * mp.ncdf(sign * (d1 - s)))


def quantlib(sign, spot, strike, days, vol, r, q):
    counter = ql.Actual365Fixed()
    curve = lambda rate: ql.YieldTermStructureHandle(ql.FlatForward(TODAY, rate, counter))
    process = ql.BlackScholesMertonProcess(
        ql.QuoteHandle(ql.SimpleQuote(spot)), curve(q), curve(r),
        ql.BlackVolTermStructureHandle(ql.BlackConstantVol(TODAY, ql.NullCalendar(), vol, counter)))
    option = ql.EuropeanOption(
        ql.PlainVanillaPayoff(ql.Option.Call if sign > 0 else ql.Option.Put, strike), ql.EuropeanExercise(TODAY + days))
    option.setPricingEngine(ql.AnalyticEuropeanEngine(process))
    return [option.NPV(), option.delta(), option.gamma(), option.vega(), option.theta(), option.rho(), option.dividendRho()]


def main():
    grid = list(product(
        (0.2, 0.5, 0.8, 0.95, 1.0, 1.05, 1.25, 2.0, 5.0), (1, 7, 30, 182, 365, 1825), (0.01, 0.1, 0.3, 1.0, 3.0),
        ((-0.02, 0.0), (0.05, 0.05), (0.03, 0.01), (0.15, 0.0), (0.01, 0.08)), (1, -1)))
    with open("options.csv", "w") as out:
        print("type,spot,strike,years,vol,rate,yield,price,delta,gamma,vega,theta,rho,dividendRho,price60,vanna,volga,charm", file=out)
        for ratio, days, vol, (r, q), sign in grid[::9]:
            strike, years = 100 * ratio, days / 365
            at = (sign, 100.0, strike, years, vol, r, q)
            f = lambda spot, sigma, t: price(sign, spot, strike, t, sigma, r, q)
            here = tuple(map(mp.mpf, (100, vol, years)))
            more = [mp.diff(f, here, order) for order in ((1, 1, 0), (0, 2, 0), (1, 0, 1))]
            more[2] = -more[2]
            numbers = [*at[1:], *quantlib(sign, 100.0, strike, days, vol, r, q), *(float(x) for x in (price(*at), *more))]
            print("call" if sign > 0 else "put", *map(repr, map(float, numbers)), sep=",", file=out)

    with open("implied.csv", "w") as out:
        print("type,strike,years,rate,yield,vol,price", file=out)
        for strike, years, vol, (r, q), sign in product(
                (1e-3, 1.0, 50.0, 99.99, 100.0, 100.01, 200.0, 1e4, 1e6), (1 / 365, 0.5, 10.0), (0.01, 0.2, 1.5, 5.0), ((0.0, 0.0), (0.04, 0.01)), (1, -1)):
            otm = sign * (strike - 100 * mp.exp((mp.mpf(r) - mp.mpf(q)) * years)) >= 0
            value = float(price(sign, 100.0, strike, years, vol, r, q)) if otm else 0.0
            if value > 1e-300:
                print("call" if sign > 0 else "put", *map(repr, (strike, years, r, q, vol, value)), sep=",", file=out)


main()
