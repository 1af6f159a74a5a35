"""Writes simulation.csv with numpy, an implementation apart from the product's: 200,000 paths of the experiment of section 3.3
of Avellaneda and Stoikov (2008), quotes and fills as the paper states them.

Debian: apt-get install python3-numpy (numpy 1.24.2);  /usr/bin/python3 simulation.py  (in this folder)
"""

import numpy as np

T, STEPS, S0, SIGMA, K, A, PATHS = 1.0, 200, 100.0, 2.0, 1.5, 140.0, 200_000


def run(gamma, strategy, fills, rng):
    dt = T / STEPS
    left = T - dt * np.arange(STEPS)
    spreads = gamma * SIGMA**2 * left + 2 / gamma * np.log1p(gamma / K)
    s, q, cash, count = np.full(PATHS, S0), np.zeros(PATHS), np.zeros(PATHS), np.zeros(PATHS)
    for i in range(STEPS):
        if strategy == "Inventory":
            centre, spread = s - q * gamma * SIGMA**2 * left[i], spreads[i]
        else:
            centre, spread = s, spreads.mean()
        ask, bid = centre + spread / 2, centre - spread / 2
        rate_ask, rate_bid = A * np.exp(-K * (ask - s)), A * np.exp(-K * (s - bid))
        chance = (lambda rate: np.minimum(rate * dt, 1)) if fills == "Linear" else (lambda rate: 1 - np.exp(-rate * dt))
        sold, bought = rng.random(PATHS) < chance(rate_ask), rng.random(PATHS) < chance(rate_bid)
        cash += np.where(sold, ask, 0) - np.where(bought, bid, 0)
        q += bought.astype(float) - sold.astype(float)
        count += bought.astype(float) + sold.astype(float)
        s = s + SIGMA * np.sqrt(dt) * rng.choice((-1.0, 1.0), PATHS)
    profit = cash + q * s
    return spreads.mean(), profit.mean(), profit.std(ddof=1), q.mean(), q.std(ddof=1), count.mean()


rng = np.random.default_rng(20240607)
with open("simulation.csv", "w") as out:
    print("gamma,strategy,fills,spread,profit,profit_std,q,q_std,count", file=out)
    for gamma in (0.01, 0.1, 0.5, 1.0):
        for strategy in ("Inventory", "Symmetric"):
            for fills in ("Linear", "Poisson"):
                print(gamma, strategy, fills, *(repr(float(v)) for v in run(gamma, strategy, fills, rng)), sep=",", file=out)
