"""Writes estimators.csv with numpy and pandas, an implementation apart from the product's.

Debian: apt-get install python3-pandas (numpy 1.24.2, pandas 1.5.3);  /usr/bin/python3 estimators.py  (in this folder)
"""

import numpy as np
import pandas as pd

rng = np.random.default_rng(20240607)
join = lambda values: " ".join(repr(float(v)) for v in values)

with open("estimators.csv", "w") as out:
    print("kind,expected,periods,open,high,low,close", file=out)
    for bars, periods, gap in ((3, 252, 0.0), (20, 252, 0.01), (60, 365, 0.02), (60, 1, 0.0)):
        path = 100 * np.exp(np.cumsum(np.hstack([gap * rng.normal(size=(bars, 1)), 0.002 * rng.normal(size=(bars, 50))]).ravel()))
        day = np.round(path.reshape(bars, 51), 3)
        o, h, l, c = day[:, 0], day.max(axis=1), day.min(axis=1), day[:, -1]
        prices = ",".join(map(join, (o, h, l, c)))
        row = lambda kind, value: print(f"{kind},{float(value)!r},{periods},{prices}", file=out)
        r = np.diff(np.log(c))
        row("close", np.std(r, ddof=1) * np.sqrt(periods))
        row("parkinson", np.sqrt(periods * np.mean(np.log(h / l) ** 2) / (4 * np.log(2))))
        row("garman-klass", np.sqrt(periods * np.mean(0.5 * np.log(h / l) ** 2 - (2 * np.log(2) - 1) * np.log(c / o) ** 2)))
        n = bars - 1
        k = 0.34 / (1.34 + (n + 1) / (n - 1))
        rs = np.mean((np.log(h / c) * np.log(h / o) + np.log(l / c) * np.log(l / o))[1:])
        yz = np.var(np.log(o[1:] / c[:-1]), ddof=1) + k * np.var(np.log(c / o)[1:], ddof=1) + (1 - k) * rs
        row("yang-zhang", np.sqrt(periods * yz))
        row("realised", np.sqrt(periods * np.sum(r**2)))
        row("ewma 0.94", np.sqrt(pd.Series(r**2).ewm(alpha=0.06, adjust=True).mean().iloc[-1]))
        row("ewma 0.5", np.sqrt(pd.Series(r**2).ewm(alpha=0.5, adjust=True).mean().iloc[-1]))
