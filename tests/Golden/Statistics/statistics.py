"""Writes statistics.csv with scipy (scipy.stats.spearmanr, rankdata, kstest), an implementation apart from the product's.

Debian: apt-get install python3-scipy;  /usr/bin/python3 statistics.py  (in this folder)
"""

import numpy as np
from scipy.stats import kstest, rankdata, spearmanr

rng = np.random.default_rng(20230620)
join = lambda values: " ".join(repr(float(v)) for v in values)

with open("statistics.csv", "w") as out:
    print("kind,expected,first,second", file=out)
    print("spearman,0.8207826816681233,1 2 3 4 5,5 6 7 8 7", file=out)  # the example in scipy's documentation
    for n, weight, step in ((5, 0.5, 0.01), (40, 0.9, 0.01), (200, -0.4, 0.5), (300, 0.0, 1.0)):
        x = rng.normal(size=n)
        y = weight * x + rng.normal(size=n)
        x, y = np.round(x / step) * step, np.round(y / step) * step  # a coarse step makes ties
        print(f"spearman,{float(spearmanr(x, y)[0])!r},{join(x)},{join(y)}", file=out)
        print(f"ranks,{join(rankdata(x))},{join(x)},", file=out)
    for n, power in ((1, 1.0), (30, 1.0), (250, 2.0)):
        u = rng.uniform(size=n) ** power
        print(f"uniform,{float(kstest(u, 'uniform')[0])!r},{join(u)},", file=out)
