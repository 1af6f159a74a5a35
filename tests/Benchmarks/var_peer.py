"""The computations of VarScenario.cs in numpy: prints name, median milliseconds, value at risk, shortfall, one model a line.

Debian: apt-get install python3-numpy python3-scipy;  /usr/bin/python3 var_peer.py
"normal" and "student" take the same shortcut as the product (the portfolio is linear, so the factor is folded into one weight per asset);
"normal-full" and "student-full" multiply every path by the factor, as numpy code usually does.
"""

import time

import numpy as np
from scipy import special

N, PATHS, NU, C, RUNS = 50, 10_000, 5, 0.99, 30
i = np.arange(N)
e = 100.0 * (i % 7 - 2)
sigma = 0.01 + 0.0005 * i
rho = 0.3 + 0.4 * np.exp(-np.abs(i[:, None] - i[None, :]) / 5.0)
np.fill_diagonal(rho, 1.0)
cov = rho * np.outer(sigma, sigma)


def tail(profit):
    profit = np.sort(np.concatenate([profit, -profit]))
    k = int(PATHS * (1 - C) + 1e-9)
    return -np.quantile(profit, 1 - C), -profit[:k].mean()


def simulate(seed, copula_t, marginal_t, fold):
    rng = np.random.default_rng(seed)
    deviation = np.sqrt(np.diag(cov))
    factor = np.linalg.cholesky(cov / np.outer(deviation, deviation))
    z = rng.standard_normal((PATHS // 2, N))
    mix = np.sqrt(NU / rng.chisquare(NU, PATHS // 2)) if copula_t else 1.0
    scale = np.sqrt((NU - 2) / NU)
    if copula_t == marginal_t:
        weights = deviation * e * (scale if copula_t else 1.0)
        profit = z @ (factor.T @ weights) if fold else (z @ factor.T) @ weights
        return tail(profit * mix)
    y = (z @ factor.T) * (mix[:, None] if copula_t else 1.0)
    x = special.ndtri(special.stdtr(NU, y)) if copula_t else special.stdtrit(NU, special.ndtr(y)) * scale
    return tail(x @ (deviation * e))


for name, arguments, runs in (
    ("normal", (False, False, True), RUNS), ("student", (True, True, True), RUNS),
    ("normal-full", (False, False, False), RUNS), ("student-full", (True, True, False), RUNS),
    ("t-copula-normal", (True, False, False), 5), ("normal-copula-t", (False, True, False), 3),
):
    simulate(0, *arguments)
    times = []
    for run in range(runs):
        start = time.perf_counter()
        var, es = simulate(run, *arguments)
        times.append((time.perf_counter() - start) * 1e3)
    print(name, f"{np.median(times):.3f}", f"{var:.1f}", f"{es:.1f}", flush=True)
