"""Writes sizing.csv with numpy and scipy: Kelly stakes as the maximum of expected log growth, room in a budget as roots found by bracketing.

Debian: apt-get install python3-scipy;  /usr/bin/python3 sizing.py  (in this folder)
Made with numpy 1.24.2 and scipy 1.10.1. A row: what, expected, arguments, exposures or means, covariance by rows; numbers joined by blanks.
"""

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

rng = np.random.default_rng(1956)
join = lambda values: " ".join(repr(float(v)) for v in np.ravel(values))
with open("sizing.csv", "w") as out:
    print("kind,expected,arguments,first,second", file=out)
    row = lambda kind, expected, arguments, *s: print(",".join([kind, join(expected), join(arguments), *map(join, s)]), file=out)
    for p, b in ((0.6, 1.0), (0.55, 1.4), (0.3, 5.0), (0.9, 0.5)):
        slope = lambda f: p * b / (1 + b * f) - (1 - p) / (1 - f)  # of p ln(1 + bf) + (1 - p) ln(1 - f)
        row("bet", [brentq(slope, 1e-12, 1 - 1e-12, xtol=1e-15, rtol=1e-14)], [p, b])
    for n in (1, 3, 6):
        a = rng.normal(size=(n, n + 2)) * 0.1
        cov, m, e = np.round(a @ a.T, 6), np.round(rng.normal(size=n) * 0.02, 5), np.round(rng.normal(size=n) * 100, 2)
        row("assets", np.linalg.solve(cov, m), [], m, cov)
        for c, share in ((0.95, 1.5), (0.99, 0.999)):
            var = lambda x: norm.ppf(c) * np.sqrt((e + x * np.eye(n)[-1]) @ cov @ (e + x * np.eye(n)[-1]))
            budget = round(share * var(0), 4)
            middle = -(cov @ e)[-1] / cov[-1, -1]
            if var(middle) >= budget:
                continue
            root = lambda sign: brentq(lambda x: var(x) - budget, middle, middle + sign * 1e6, xtol=1e-11, rtol=1e-14)
            row("budget", [root(-1), root(1)], [n - 1, budget, c], e, cov)
