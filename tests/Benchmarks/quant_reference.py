"""Times xgboost 1.7.4 and QuantLib 1.29 (through their Python bindings) on the sizes of TreeBenchmark.cs and OptionBenchmark.cs; best of five.

/usr/bin/python3 quant_reference.py
"""

import timeit

import numpy as np
import QuantLib as ql
import xgboost as xgb

rng = np.random.default_rng(1)
x = rng.uniform(size=(10_000, 20))
signal = rng.uniform(size=10_000) - 0.5 + sum((1 if c % 2 == 0 else -1) * x[:, c] / (1 + c) for c in range(20))
x[rng.uniform(size=x.shape) < 0.05] = np.nan
best = lambda name, unit, f, count=1: print(f"{name}: {min(timeit.repeat(f, number=count, repeat=5)) / count / unit:.3f}")

for threads in (1, 2):
    settings = dict(objective="binary:logistic", tree_method="hist", max_depth=6, eta=0.3, nthread=threads)
    make = lambda: xgb.DMatrix(x, label=signal > 0.3, nthread=threads)
    model = xgb.train(settings, make(), 100)
    best(f"{threads} threads: train, matrix included, ms", 1e-3, lambda: xgb.train(settings, make(), 100))
    best(f"{threads} threads: predict 10,000 rows, matrix included, ms", 1e-3, lambda: model.predict(xgb.DMatrix(x, nthread=threads)))
    thousand = xgb.DMatrix(x[:1000], nthread=threads)
    best(f"{threads} threads: pred_contribs of 1,000 rows, ms", 1e-3, lambda: model.predict(thousand, pred_contribs=True))

today, counter = ql.Date(5, 1, 2026), ql.Actual365Fixed()
ql.Settings.instance().evaluationDate = today
payoff = ql.PlainVanillaPayoff(ql.Option.Call, 110.0)
s = 0.25 * 0.5**0.5


def greeks():
    c = ql.BlackCalculator(payoff, 100 * np.exp(0.01), s, np.exp(-0.015))
    return c.value(), c.delta(100.0), c.gamma(100.0), c.vega(0.5), c.theta(100.0, 0.5), c.rho(0.5), c.dividendRho(0.5)


best("blackFormula, us", 1e-6, lambda: ql.blackFormula(ql.Option.Call, 110.0, 101.0, s, 0.985), 20_000)
best("BlackCalculator, value and six Greeks, us", 1e-6, greeks, 20_000)
price = ql.blackFormula(ql.Option.Call, 110.0, 101.0, s, 0.985)
best("blackFormulaImpliedStdDev, us", 1e-6, lambda: ql.blackFormulaImpliedStdDev(ql.Option.Call, 110.0, 101.0, price, 0.985, 0.0, 0.2, 1e-12), 20_000)
