"""Writes correlation.csv and regimes.csv with numpy, pandas, scipy and scikit-learn, implementations apart from the product's.

Debian: apt-get install python3-sklearn (numpy 1.24.2, pandas 1.5.3, scipy 1.10.1, scikit-learn 1.2.1);  /usr/bin/python3 correlation.py  (in this folder)
Matrices and series: numbers by spaces, rows by semicolons.
"""

import numpy as np
import pandas as pd
from scipy.optimize import minimize
from scipy.special import logsumexp
from scipy.stats import norm
from sklearn.covariance import LedoitWolf

rng = np.random.default_rng(20240607)
line = lambda values: " ".join(repr(float(v)) for v in values)
rows = lambda m: ";".join(map(line, m))


def nearest(a):
    """Qi and Sun's dual (2006): minimise over y  |(A + diag y)+|^2 / 2 - sum y;  X = (A + diag y)+. Not alternating projections."""

    def positive(y):
        values, vectors = np.linalg.eigh(a + np.diag(y))
        return (vectors * np.maximum(values, 0)) @ vectors.T

    def dual(y):
        x = positive(y)
        return 0.5 * np.sum(x * x) - np.sum(y), np.diag(x) - 1

    y = minimize(dual, np.ones(len(a)) - np.diag(a), jac=True, method="BFGS", options=dict(gtol=1e-12, maxiter=10000)).x
    return positive(y)


with open("correlation.csv", "w") as out:
    print("kind,parameter,expected,more,input", file=out)
    for p, n in ((2, 10), (4, 30), (6, 5), (3, 60)):
        x = np.round(rng.normal(size=(n, p)) @ rng.normal(size=(p, p)) + 0.1, 4)
        x.T[0] *= 3
        print(f"sample,,{rows(np.corrcoef(x.T))},,{rows(x.T)}", file=out)
        s = pd.DataFrame(x)
        for lam in (0.94, 0.8):
            c = np.array([[(s[i] * s[j]).ewm(alpha=1 - lam, adjust=True).mean().iloc[-1] for j in range(p)] for i in range(p)])
            d = np.sqrt(np.diag(c))
            print(f"ewma,{lam},{rows(c / np.outer(d, d))},,{rows(x.T)}", file=out)
        lw = LedoitWolf().fit(x)
        print(f"ledoit,,{rows(lw.covariance_)},{float(lw.shrinkage_)!r},{rows(x.T)}", file=out)
        w = max(3, n // 3)
        print(f"rolling,{w},{line(s[0].rolling(w).corr(s[1]).dropna())},,{rows(x.T[:2])}", file=out)
    matrices = [np.array([[1, 1, 0], [1, 1, 1], [0, 1, 1.0]])]
    for p in (3, 5, 8):
        a = rng.uniform(-1, 1, size=(p, p))
        a = np.round((a + a.T) / 1.5, 3)
        np.fill_diagonal(a, 1)
        matrices.append(a)
    for a in matrices:
        x = nearest(a)
        print(f"nearest,,{rows(x)},{float(np.linalg.norm(a - x))!r},{rows(a)}", file=out)


def forward(theta, x):
    """Log-likelihood in logarithms throughout: means, log standard deviations, logits of staying and of starting in the first state."""
    m, s = theta[:2], np.exp(theta[2:4])
    stay = 1 / (1 + np.exp(-theta[4:6]))
    move = np.log(np.array([[stay[0], 1 - stay[0]], [1 - stay[1], stay[1]]]) + 1e-300)
    start = 1 / (1 + np.exp(-theta[6]))
    l = np.log(np.array([start, 1 - start]) + 1e-300)
    d = norm.logpdf(x[:, None], m, s)
    f = [l + d[0]]
    for row in d[1:]:
        f.append(logsumexp(f[-1][:, None] + move, axis=0) + row)
    b = [np.zeros(2)]
    for row in d[:0:-1]:
        b.append(logsumexp(move + row + b[-1], axis=1))
    total = logsumexp(f[-1])
    return total, np.exp(np.array(f) + np.array(b[::-1]) - total)


with open("regimes.csv", "w") as out:
    print("likelihood,means,variances,stay,smoothed,truth,observations", file=out)
    for m, s, stay in (((0.05, -0.1), (0.6, 2.0), (0.98, 0.95)), ((1.0, 2.5), (0.3, 0.7), (0.95, 0.9))):
        state, states = 0, []
        for _ in range(600):
            states.append(state)
            state = state if rng.uniform() < stay[state] else 1 - state
        states = np.array(states)
        x = np.round(np.array(m)[states] + np.array(s)[states] * rng.normal(size=600), 3)
        # The best start is a certainty; both are tried, so that the search has no flat direction.
        best = None
        for start in (40.0, -40.0):
            first = np.array([*m, *np.log(s), *np.log(np.array(stay) / (1 - np.array(stay)))])
            f = lambda v: -forward(np.append(v, start), x)[0]
            r = minimize(f, first, method="Nelder-Mead", options=dict(maxiter=20000, maxfev=20000, xatol=1e-9, fatol=1e-10, adaptive=True))
            if best is None or r.fun < best[0].fun:
                best = (r, np.append(r.x, start))
        t = best[1]
        print(f"{-best[0].fun!r},{line(t[:2])},{line(np.exp(2 * t[2:4]))},{line(1 / (1 + np.exp(-t[4:6])))},{line(forward(t, x)[1][:, 1])},{line(states)},{line(x)}", file=out, flush=True)
