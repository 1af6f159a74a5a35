"""Writes performance.csv with pandas, numpy, scipy and statsmodels, written from the definitions and apart from the product.

Debian: apt-get install python3-pandas python3-scipy python3-statsmodels;  /usr/bin/python3 performance.py  (in this folder)
Made with numpy 1.24.2, pandas 1.5.3, scipy 1.10.1, statsmodels 0.13.5. A row: what, expected and arguments (joined by blanks), series (joined by blanks).
"""

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy import stats

rng = np.random.default_rng(1966)
join = lambda values: " ".join(repr(float(v)) for v in np.ravel(values))
out = open("performance.csv", "w")


def row(kind, expected, arguments, *series):
    print(",".join([kind, join(expected), join(arguments), *[join(s) for s in series]]), file=out)


print("kind,expected,arguments,first,second", file=out)
for n, f, geometric, sample in ((5, 12, 1, 1), (60, 365, 1, 1), (60, 252, 0, 0), (250, 252, 1, 0), (250, 365, 0, 1)):
    x = np.round(rng.standard_t(5, size=n) * 0.012 + 0.0004, 6)
    b = np.round(0.5 * x + rng.normal(size=n) * 0.008, 6)
    s, rf = pd.Series(x), 0.0001
    total = (1 + s).prod() - 1 if geometric else s.sum()
    annual = (1 + total) ** (f / n) - 1 if geometric else s.mean() * f
    sd = s.std(ddof=sample)
    wealth = (1 + s).cumprod() if geometric else s.cumsum()
    peak = wealth.cummax().clip(lower=1.0 if geometric else 0.0)
    under = 1 - wealth / peak if geometric else peak - wealth
    dd = np.sort(under)[::-1]
    k = n * 0.1
    cdar = (dd[: int(k)].sum() + (k - int(k)) * dd[int(k)]) / k
    skew = s.skew() if sample else stats.skew(x)
    kurt = s.kurt() if sample else stats.kurtosis(x)
    wins, losses = s[s > 0], s[s < 0]
    d = s - pd.Series(b)
    row("metrics", [
        total, annual, sd * f**0.5, (s.mean() - rf) / sd * f**0.5,
        (s.mean() - rf) / np.sqrt((np.minimum(s - rf, 0) ** 2).mean()) * f**0.5, annual / under.max(),
        np.maximum(s - rf, 0).sum() / np.maximum(rf - s, 0).sum(), abs(s.quantile(0.95)) / abs(s.quantile(0.05)), skew, kurt,
        under.max(), under.iloc[-1], np.sqrt((under**2).mean()), cdar,
        len(wins) / n, wins.sum() / -losses.sum(), wins.mean(), losses.mean(), wins.max(), losses.min(), n, len(wins), len(losses),
        d.mean() / d.std(ddof=sample) * f**0.5,
    ], [f, geometric, sample, rf], x, b)
    row("underwater", under, [geometric], x)
    if n == 60:
        r = s.rolling(20)
        row("rolling-sharpe", (r.mean() / r.std(ddof=sample) * f**0.5).dropna(), [f, geometric, sample, 20], x)
        lines = [stats.linregress(b[t : t + 20], x[t : t + 20]) for t in range(n - 19)]
        row("beta-rolling", [l.slope for l in lines], [20], x, b)

    def fit(y, z, w):
        m = sm.WLS(y, sm.add_constant(z), weights=w).fit()
        return [m.params[1], m.params[0], m.bse[1], m.rsquared]

    row("beta-ols", fit(x, b, np.ones(n)), [], x, b)
    if (b < 0.001).sum() > 2:
        row("beta-downside", fit(x[b < 0.001], b[b < 0.001], 1.0), [0.001], x, b)
    row("beta-ewma", fit(x, b, 0.94 ** np.arange(n - 1, -1, -1)), [0.94], x, b)
out.close()
