"""Writes optimisation.csv with scipy, written from the definitions and apart from the product: linprog (HiGHS), SLSQP, L-BFGS-B, cluster.hierarchy.

Debian: apt-get install python3-scipy;  /usr/bin/python3 optimisation.py  (in this folder)
Made with numpy 1.24.2 and scipy 1.10.1. A row: what, least or largest objective, weights where they are unique, lower, upper, covariance by rows,
means, and for cvar the confidence followed by the scenarios asset by asset; numbers are joined by blanks.
"""

import numpy as np
from scipy.cluster.hierarchy import linkage
from scipy.optimize import brentq, linprog, minimize

rng = np.random.default_rng(1952)
join = lambda values: " ".join(repr(float(v)) for v in np.ravel(values))
out = open("optimisation.csv", "w")
print("kind,objective,weights,lower,upper,covariance,means,scenarios", file=out)


def row(kind, objective, weights, lower, upper, cov=(), means=(), scenarios=()):
    print(",".join([kind, join(objective), join(weights), join(lower), join(upper), join(cov), join(means), join(scenarios)]), file=out)


def slsqp(f, g, lower, upper, starts):
    """The best of several starts, polished by restarts."""
    best = None
    for w in starts:
        for _ in range(3):
            r = minimize(f, w, jac=g, bounds=list(zip(lower, upper)), method="SLSQP", options=dict(ftol=1e-16, maxiter=5000),
                         constraints=[dict(type="eq", fun=lambda w: w.sum() - 1, jac=lambda w: np.ones(len(w)))])
            w = r.x
        if abs(w.sum() - 1) < 1e-9 and (best is None or f(w) < f(best)):
            best = w
    return best


def inside(lower, upper):
    return lower + (1 - lower.sum()) * (upper - lower) / (upper - lower).sum()


for n, short, cap in ((2, 0.0, 1.0), (4, 0.0, 0.4), (5, -0.5, 1.5), (8, 0.02, 0.3), (12, 0.0, 1.0), (12, -0.1, 0.25)):
    x = np.round(rng.standard_t(5, size=(n, n + 2)) @ np.diag(np.linspace(1, 0.2, n + 2)), 3) * 0.01
    x += 0.006 * rng.normal(size=n + 2).round(2)
    cov = np.round(x @ x.T, 9)
    m = np.round(rng.normal(size=n) * 0.002 + 0.001, 6)
    lower, upper = np.full(n, short), np.full(n, cap)
    starts = [inside(lower, upper)] + [np.clip(rng.dirichlet(np.ones(n)), short, cap) for _ in range(10)]
    scale = 1 / np.trace(cov)
    w = slsqp(lambda w: scale * w @ cov @ w, lambda w: 2 * scale * cov @ w, lower, upper, starts)
    row("variance", [w @ cov @ w], w, lower, upper, cov)
    sharpe = lambda w: -m @ w / np.sqrt(w @ cov @ w)
    w = slsqp(sharpe, lambda w: -m / np.sqrt(w @ cov @ w) + (m @ w) * (cov @ w) / (w @ cov @ w) ** 1.5, lower, upper, starts)
    row("sharpe", [-sharpe(w)], w, lower, upper, cov, m)

    if short >= 0:
        # Risk parity: Spinu's convex objective; the bounded one with its kappa found by brentq.
        b = np.round(rng.uniform(0.5, 2, size=n), 3)
        b /= b.sum()

        def barrier(kappa, lower, upper, start):
            scaled = cov * scale
            f = lambda x: 0.5 * x @ scaled @ x - kappa * scale * b @ np.log(x)
            g = lambda x: scaled @ x - kappa * scale * b / x
            x = start
            for _ in range(4):
                x = minimize(f, x, jac=g, bounds=list(zip(np.maximum(lower, 1e-9), upper)), method="L-BFGS-B", options=dict(ftol=1e-18, gtol=1e-14, maxiter=50000, maxfun=100000)).x
            return x

        free = barrier(np.trace(cov) / n, np.zeros(n), np.full(n, np.inf), np.ones(n))
        w = free / free.sum()
        if (w >= lower).all() and (w <= upper).all():
            row("parity", [np.sqrt(w @ cov @ w)], w, lower, upper, cov, b)
        tight = np.minimum(upper, max(0.7 * w.max(), 1.3 / n))
        if (w > tight).any():
            k0 = w @ cov @ w
            miss = lambda log: barrier(np.exp(log), lower, tight, np.clip(w, lower + 1e-6, tight)).sum() - 1
            k = np.exp(brentq(miss, np.log(k0) - 3, np.log(k0) + 6, xtol=1e-13, rtol=1e-14))
            x = barrier(k, lower, tight, np.clip(w, lower + 1e-6, tight))
            row("parity", [np.sqrt(x @ cov @ x)], x, lower, tight, cov, b)

    # Hierarchical risk parity as in the appendix of Lopez de Prado (2016).
    corr = cov / np.sqrt(np.outer(np.diag(cov), np.diag(cov)))
    dist = np.sqrt(np.clip((1 - corr) / 2, 0, 1))
    link = linkage(dist, "single")
    expand = lambda i: [i] if i < n else expand(int(link[i - n, 0])) + expand(int(link[i - n, 1]))
    order = expand(2 * n - 2) if n > 1 else [0]
    w = np.ones(n)

    def cluster(items):
        ivp = 1 / np.diag(cov)[items]
        ivp /= ivp.sum()
        return ivp @ cov[np.ix_(items, items)] @ ivp

    stack = [order]
    while stack:
        items = stack.pop()
        if len(items) > 1:
            left, right = items[: len(items) // 2], items[len(items) // 2 :]
            alpha = 1 - cluster(left) / (cluster(left) + cluster(right))
            w[left] *= alpha
            w[right] *= 1 - alpha
            stack += [left, right]
    row("hierarchical", [w @ cov @ w], w, np.zeros(n), np.ones(n), cov)

    for scenarios, c in ((40, 0.9), (120, 0.975)):
        if n > 8 and scenarios > 40:
            continue
        r = np.round(0.004 * rng.standard_t(4, size=(n, scenarios)) + 0.004 * rng.standard_t(4, size=scenarios) + 0.0005, 4)
        size = n + 1 + scenarios
        cost = np.r_[np.zeros(n), 1, np.full(scenarios, 1 / ((1 - c) * scenarios))]
        a = np.hstack([-r.T, -np.ones((scenarios, 1)), -np.eye(scenarios)])
        lp = linprog(cost, A_ub=a, b_ub=np.zeros(scenarios), A_eq=[np.r_[np.ones(n), np.zeros(size - n)]], b_eq=[1], method="highs",
                     bounds=list(zip(lower, upper)) + [(None, None)] + [(0, None)] * scenarios,
                     options=dict(primal_feasibility_tolerance=1e-10, dual_feasibility_tolerance=1e-10))
        row("cvar", [lp.fun], lp.x[:n], lower, upper, [], [], np.r_[c, r.ravel()])
out.close()
