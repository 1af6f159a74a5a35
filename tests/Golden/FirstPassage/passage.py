"""Writes passage.csv with scipy 1.10: the first passage of a drifting Brownian motion is Levy's law (no drift), Wald's inverse Gaussian
law (drift towards the barrier) or that law thinned by exp(-2*mu*a/sigma^2) (drift away); and montecarlo.csv with numpy: paths of 250 steps
whose minimum between two steps is drawn from the Brownian bridge, with the standard error.

Debian: apt-get install python3-scipy;  /usr/bin/python3 passage.py  (in this folder)
"""

from itertools import product

import numpy as np
from scipy.stats import invgauss, levy


def law(ratio, vol, drift):
    a = np.log(ratio)
    if drift == 0:
        return levy(scale=(a / vol) ** 2), 1.0
    lam, mean = (a / vol) ** 2, a / abs(drift)
    return invgauss(mu=mean / lam, scale=lam), np.exp(-2 * drift * a / vol**2) if drift > 0 else 1.0


with open("passage.csv", "w") as out:
    print("ratio,vol,drift,years,probability,ever,p5,p50", file=out)
    for ratio, vol, drift, years in product((1.01, 1.1, 1.5, 3.0), (0.1, 0.6, 1.5), (-0.8, -0.05, 0.0, 0.02, 0.5), (1 / 365, 0.25, 5.0)):
        dist, ever = law(ratio, vol, drift)
        quantiles = [dist.ppf(p / ever) if p < ever else "" for p in (0.05, 0.5)]
        numbers = (ratio, vol, drift, years, ever * dist.cdf(years), ever)
        print(*(repr(float(n)) for n in numbers), *(q if q == "" else repr(float(q)) for q in quantiles), sep=",", file=out)

rng = np.random.default_rng(20260105)
with open("montecarlo.csv", "w") as out:
    print("ratio,vol,drift,years,probability,error", file=out)
    for ratio, vol, drift, years in ((1.1, 0.6, 0.0, 0.1), (1.5, 0.8, -0.3, 1.0), (1.3, 0.4, 0.2, 2.0), (2.0, 1.2, 0.5, 0.5)):
        n, steps = 100_000, 250
        dt = years / steps
        x, low = np.full(n, np.log(ratio)), np.full(n, np.inf)
        for _ in range(steps):
            y = x + drift * dt + vol * np.sqrt(dt) * rng.standard_normal(n)
            bridge = (x + y - np.sqrt((x - y) ** 2 - 2 * vol**2 * dt * np.log(rng.uniform(size=n)))) / 2
            low, x = np.minimum(low, bridge), y
        p = float(np.mean(low <= 0))
        print(ratio, vol, drift, years, repr(p), repr(float(np.sqrt(p * (1 - p) / n))), sep=",", file=out)
