"""Writes risk.csv with numpy and scipy, written from the definitions and apart from the product.

Debian: apt-get install python3-numpy python3-scipy;  /usr/bin/python3 risk.py  (in this folder)
Made with numpy 1.24.2 and scipy 1.10.1. A row: what, expected (several joined by blanks), arguments (joined by blanks), series (joined by blanks).
"""

import numpy as np
from scipy import stats
from scipy.integrate import quad
from scipy.special import betaincinv

def t_ppf(c, nu):
    """The upper quantile to all digits; stats.t.ppf of this version has about nine."""
    x = betaincinv(nu / 2, 0.5, 2 * (1 - c))
    return np.sqrt(nu / x - nu)


rng = np.random.default_rng(1996)
join = lambda values: " ".join(repr(float(v)) for v in np.ravel(values))
out = open("risk.csv", "w")


def row(kind, expected, arguments, *series):
    print(",".join([kind, join(expected), join(arguments), *[join(s) for s in series]]), file=out)


print("kind,expected,arguments,first,second,third", file=out)


def tail_mean(x, weights, share):
    """The integral of the step quantile function from 0 to share, over share."""
    order = np.argsort(x, kind="stable")
    x, c = x[order], np.cumsum(weights[order])
    taken = np.clip(share - (c - weights[order]), 0, weights[order])
    return -(taken @ x) / share


for n in (1, 2, 10, 99, 250):
    x = np.round(rng.standard_t(4, size=n) * 0.01, 6)
    for c in (0.5, 0.9, 0.95, 0.975, 0.99):
        row("historical", [-np.percentile(x, 100 * (1 - c)), tail_mean(x, np.full(n, 1 / n), 1 - c)], [c], x)
        if n in (10, 250):
            for decay in (0.9, 0.99):
                w = decay ** np.arange(n - 1, -1, -1)
                w /= w.sum()
                order = np.argsort(x, kind="stable")
                k = np.searchsorted(np.cumsum(w[order]), 1 - c)
                row("weighted", [-x[order][k], tail_mean(x, w, 1 - c)], [c, decay], x)
    if n == 99:
        sigma = np.round(0.01 * np.exp(rng.normal(size=n) * 0.3), 6)
        scenarios = 0.0003 + 0.017 * (x - 0.0003) / sigma
        row("filtered", [-np.percentile(scenarios, 2.5), tail_mean(scenarios, np.full(n, 1 / n), 0.025)], [0.975, 0.017, 0.0003], x, sigma)

for c in (0.6, 0.95, 0.975, 0.99, 0.9999):
    z = stats.norm.ppf(c)
    for h in (1, 10):
        mu, sd = 0.001, 0.02
        row("normal", [-mu * h + sd * h**0.5 * z, -mu * h + sd * h**0.5 * stats.norm.pdf(z) / (1 - c)], [mu, sd, c, h])
        for nu in (2.5, 4, 30):
            scale = sd * h**0.5 * ((nu - 2) / nu) ** 0.5
            var = -mu * h + scale * t_ppf(c, nu)
            es = -mu * h + scale * quad(lambda u: u * stats.t.pdf(u, nu), t_ppf(c, nu), np.inf, epsabs=0, epsrel=1e-12, limit=500)[0] / (1 - c)
            row("student", [var, es], [mu, sd, nu, c, h])
        for s0, k0 in ((-0.4, 1.0), (0.3, 3.0), (0.0, 0.0)):
            s, k = s0 / h**0.5, k0 / h
            w = lambda x: x + (x**2 - 1) * s / 6 + (x**3 - 3 * x) * k / 24 - (2 * x**3 - 5 * x) * s**2 / 36
            es = -quad(lambda x: w(x) * stats.norm.pdf(x), -40, -z, epsabs=0, epsrel=1e-12, limit=500)[0] / (1 - c)
            row("cornish", [-mu * h - sd * h**0.5 * w(-z), -mu * h + sd * h**0.5 * es], [mu, sd, s0, k0, c, h])
        if c == 0.95:
            a = rng.normal(size=(5, 5))
            cov = np.round(a @ a.T * 1e-4, 8)
            e, m = np.round(rng.normal(size=5) * 100, 2), np.round(rng.normal(size=5) * 1e-3, 6)
            total = lambda e: z * np.sqrt(e @ cov @ e) - e @ m
            marginal = z * cov @ e / np.sqrt(e @ cov @ e) - m
            without = [total(e) - total(np.where(np.arange(5) == i, 0, e)) for i in range(5)]
            row("component", np.r_[total(e), marginal, e * marginal, without], [c], e, cov, m)

x = np.round(rng.standard_t(4, size=(3, 60)), 6)
worst = np.argsort(x.sum(axis=0))
share = 60 * 0.04
component = -(x[:, worst[:2]].sum(axis=1) + (share - 2) * x[:, worst[2]]) / share
row("component-es", np.r_[component.sum(), component], [0.96], *x)

ll = lambda misses, hits, p: stats.bernoulli.logpmf(0, p) * misses * (misses > 0) + stats.bernoulli.logpmf(1, p) * hits if 0 < p < 1 else 0.0
for n, x, c in ((255, 6, 0.99), (510, 11, 0.99), (1000, 21, 0.99), (250, 0, 0.99), (250, 250, 0.95), (1000, 10, 0.99)):
    lr = -2 * (ll(n - x, x, 1 - c) - ll(n - x, x, x / n))
    row("kupiec", [lr, stats.chi2.sf(lr, 1)], [x, n, c])
for n, p in ((50, 0.3), (250, 0.05), (250, 0.01), (20, 0.0)):
    hits = (rng.uniform(size=n) < p).astype(float)
    if n == 50:
        hits[10:18] = 1
    pairs = [[np.sum((hits[:-1] == i) & (hits[1:] == j)) for j in (0, 1)] for i in (0, 1)]
    (a, b), (c_, d) = pairs
    ind = 2 * (ll(a, b, b / max(1, a + b)) + ll(c_, d, d / max(1, c_ + d)) - ll(a + c_, b + d, (b + d) / (n - 1)))
    pof = -2 * (ll(n - hits.sum(), hits.sum(), 0.05) - ll(n - hits.sum(), hits.sum(), hits.mean()))
    row("christoffersen", [ind, stats.chi2.sf(ind, 1), pof + ind, stats.chi2.sf(pof + ind, 2)], [0.95], hits)
for x in range(0, 13):
    row("basel", [stats.binom.cdf(x, 250, 0.01)], [x, 250, 0.99])
for x in (12, 30, 60):
    row("basel", [stats.binom.cdf(x, 500, 0.025)], [x, 500, 0.975])

n, c = 120, 0.975
sigma = np.round(0.01 * np.exp(rng.normal(size=n) * 0.3), 6)
x = np.round(sigma * rng.standard_t(3, size=n), 6)
var, es = sigma * stats.norm.ppf(c), sigma * stats.norm.pdf(stats.norm.ppf(c)) / (1 - c)
z2 = np.sum(x * (x < -var) / (n * (1 - c) * es)) + 1
row("acerbi", [z2], [c], x, var, es)
for nu, low in ((5, -0.7), (100, -0.7), (np.inf, -0.3), (4, -1.0)):
    d = stats.norm() if np.isinf(nu) else stats.t(nu)
    var = d.ppf(c)
    es = d.expect(lambda u: u, lb=var, ub=np.inf) / (1 - c)
    simulated = d.rvs(size=(100_000, 250), random_state=rng)
    z2 = (simulated * (simulated < -var)).sum(axis=1) / (250 * (1 - c) * es) + 1
    row("acerbi-p", [np.mean(z2 <= low)], [low, 250, c, nu])
out.close()
