"""Writes dcc.csv: both steps of DCC(1,1) with numpy and scipy, an implementation apart from the product's, on returns simulated from the model.

Debian: apt-get install python3-scipy (numpy 1.24.2, scipy 1.10.1);  /usr/bin/python3 dcc.py  (in this folder). Series: numbers by spaces, assets by semicolons.
"""

import io
import sys
import numpy as np
from scipy.optimize import minimize

sys.path.append("../Volatility")
from garch import L, each, fit

rng = np.random.default_rng(20240607)
line = lambda values: " ".join(repr(float(v)) for v in values)
rows = lambda m: ";".join(map(line, m))


def standardised(r):
    out = io.StringIO()
    fit("asset", r, 1, 1, False, False, [0, 0.05, 0.1, 0.85], out)
    mu, omega, alpha, beta = map(float, out.getvalue().split(",")[6].split())
    e = r - mu
    h, past, square = np.empty(len(e)), np.mean(e**2), np.mean(e**2)
    for t in range(len(e)):
        past = h[t] = omega + alpha * square + beta * past
        square = e[t] ** 2
    return e / np.sqrt(h)


def correlations(z, a, b):
    s = z.T @ z / len(z)
    d = np.sqrt(np.diag(s))
    target = s / np.outer(d, d)
    q, out = target.copy(), []
    for row in z:
        d = np.sqrt(np.diag(q))
        out.append(q / np.outer(d, d))
        q = (1 - a - b) * target + a * np.outer(row, row) + b * q
    return np.array(out)


def likelihood(z, a, b):
    r = correlations(z, a, b)
    return -0.5 * float(np.sum(np.linalg.slogdet(r)[1] + np.einsum("ti,tij,tj->t", z, np.linalg.inv(r), z) - np.sum(z * z, axis=1)))


def simulate(n, target, a, b):
    q, out, h, e = target.copy(), [], 1.0, np.zeros(len(target))
    for _ in range(n):
        d = np.sqrt(np.diag(q))
        z = np.linalg.cholesky(q / np.outer(d, d)) @ rng.normal(size=len(target))
        h = 0.05 + 0.1 * e**2 + 0.85 * h
        e = np.sqrt(h) * z
        out.append(e)
        q = (1 - a - b) * target + a * np.outer(z, z) + b * q
    return np.round(np.array(out), 4)


with open("dcc.csv", "w") as out:
    print("true_a,true_b,likelihood_at_0.03_0.9,a,b,likelihood,last,returns", file=out)
    for target, a, b in (
        (np.array([[1, 0.5], [0.5, 1]]), 0.05, 0.9),
        (np.array([[1, 0.6, 0.2], [0.6, 1, -0.1], [0.2, -0.1, 1]]), 0.06, 0.85),
    ):
        r = simulate(1000, target, a, b)
        z = np.array([standardised(column) for column in r.T]).T
        f = lambda v: -likelihood(z, *v) if min(v) >= 0 and sum(v) < 1 else 1e10
        best = minimize(f, [a, b], method="Nelder-Mead", options=dict(xatol=1e-9, fatol=1e-10))
        last = correlations(z, *best.x)[-1]
        print(f"{a},{b},{likelihood(z, 0.03, 0.9)!r},{float(best.x[0])!r},{float(best.x[1])!r},{-best.fun!r},{rows(last)},{rows(r.T)}", file=out, flush=True)
