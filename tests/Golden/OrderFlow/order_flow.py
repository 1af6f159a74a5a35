"""Writes order_flow.csv and quotes.csv with numpy, scipy and pandas, implementations apart from the product's (VPIN trade by unit of volume,
windows by pandas, the microprice by plain matrix powers).

Debian: apt-get install python3-pandas python3-scipy python3-statsmodels (numpy 1.24.2, pandas 1.5.3, scipy 1.10.1, statsmodels 0.13.5);
/usr/bin/python3 order_flow.py  (in this folder)
"""

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy.stats import norm

rng = np.random.default_rng(20240607)
join = lambda values: " ".join(repr(float(v)) for v in np.ravel(values))


def vpin(volumes, shares, bucket, window):
    # every trade cut at the edges of buckets on the axis of cumulated volume
    ends = np.cumsum(volumes)
    edges = np.arange(1, int(ends[-1] / bucket + 1e-9) + 1) * bucket
    points = np.union1d(ends, edges)
    width = np.diff(np.concatenate([[0.0], points]))
    owner = np.searchsorted(ends, points - 1e-9)
    which = np.searchsorted(edges, points - 1e-9)
    signed = np.zeros(len(edges) + 1)
    np.add.at(signed, which, width * (2 * shares[np.minimum(owner, len(shares) - 1)] - 1))
    return pd.Series(np.abs(signed[:-1]) / bucket).rolling(window).mean().dropna().to_numpy()


with open("order_flow.csv", "w") as out:
    print("kind,numbers,first,second,third,expected", file=out)
    row = lambda kind, numbers, first, second, third, expected: print(kind, join(numbers), join(first), join(second), join(third), join(expected), sep=",", file=out)
    for n, bucket, window in ((60, 40.0, 5), (40, 7.5, 12), (30, 200.0, 1)):
        volumes, bought = rng.integers(1, 60, n).astype(float), rng.integers(0, 2, n)
        row("vpin sides", [bucket, window], volumes, bought, [], vpin(volumes, bought, bucket, window))
        prices = np.round(100 + np.cumsum(0.05 * rng.normal(size=n)), 2)
        change = np.diff(prices)
        row("vpin bulk", [bucket, window], prices, volumes, [], vpin(volumes[1:], norm.cdf(change / change.std(ddof=1)), bucket, window))
    for n in (3, 40):
        flow = rng.normal(size=n) * 1000
        change = 2e-5 * flow + 0.01 * rng.normal(size=n)
        fit = sm.OLS(change, sm.add_constant(flow)).fit()
        row("impact", [], change, flow, [], [fit.params[1], fit.bse[1], fit.params[0], fit.rsquared])
    times = np.sort(np.round(rng.uniform(0, 60, 50), 1))
    times[10:13] = times[10]
    prices, volumes = np.round(100 + np.cumsum(0.05 * rng.normal(size=50)), 2), rng.integers(0, 30, 50).astype(float)
    frame = pd.DataFrame({"pv": prices * volumes, "v": volumes, "i": np.arange(50)}, index=pd.to_timedelta(np.round(times * 10).astype(int) * 100, unit="ms"))
    for w in (1, 7, 100):
        # by position, since several trades can share a time: those not older than the window, up to this one
        by = [slice(next(j for j in range(i + 1) if round(times[i] * 10) - round(times[j] * 10) < w * 10), i + 1) for i in range(50)]
        value = [np.dot(prices[s], volumes[s]) / volumes[s].sum() if volumes[s].sum() > 0 else prices[i] for i, s in enumerate(by)]
        last = frame["v"].rolling(f"{w}s").sum()
        assert np.allclose([volumes[s].sum() for s in by], last)
        row("vwap rolling", [w], np.round(times * 10), prices, volumes, value)
    row("vwap", [], prices, volumes, [], [np.average(prices, weights=volumes)])
    grid = pd.Series(prices, index=np.round(times * 10).astype(int)).groupby(level=0).last().reindex(range(0, 1000)).ffill()
    first = int(round(times[0] * 10))
    for a, b in ((first, 700), (first + 3, first + 4), (250, 333)):
        row("twap", [a, b], np.round(times * 10), prices, [], [grid.loc[a : b - 1].mean()])
    coefficient = 0.9
    vol, size, volume = rng.uniform(0.01, 0.05, 30), rng.uniform(1, 100, 30), rng.uniform(1e3, 1e5, 30)
    unit = vol * np.sqrt(size / volume)
    seen = coefficient * unit * rng.normal(1, 0.3, 30)
    row("impact coefficient", volume, seen, vol, size, [np.linalg.lstsq(unit[:, None], seen, rcond=None)[0][0]])
    x = np.empty(60)
    x[0] = 2
    for t in range(59): x[t + 1] = 0.5 + 0.7 * x[t] + rng.normal()
    phi = np.polyfit(x[:-1], x[1:], 1)[0]
    row("half-life", [0.25], x, [], [], [np.log(0.5) / np.log(phi) * 0.25])
    bids, asks = 100 - np.cumsum(rng.integers(1, 4, 8)) * 0.01, 100.02 + np.cumsum(rng.integers(1, 4, 8)) * 0.01
    qb, qa = rng.integers(0, 50, 8).astype(float) + 1, rng.integers(0, 50, 8).astype(float) + 1
    b, a = np.average(bids, weights=qb), np.average(asks, weights=qa)
    row("depth mid", qa, bids, qb, asks, [(b * qa.sum() + a * qb.sum()) / (qa.sum() + qb.sum())])
    mid = (bids[0] + asks[0]) / 2
    d = (asks / mid - 1) * 1e4
    row("slope", [mid], asks, qa, [], [np.linalg.lstsq(d[:, None], np.cumsum(qa), rcond=None)[0][0], qa[d <= 5].sum()])

# A book whose next move follows its imbalance.
ticks, spread, quotes = 10_000, 1, []
qb = qa = 5
for _ in range(400):
    quotes.append((ticks * 0.01, qb, (ticks + spread) * 0.01, qa))
    qb, qa = max(1, qb + rng.integers(-3, 4)), max(1, qa + rng.integers(-3, 4))
    if rng.random() < 0.25:
        ticks += 1 if rng.random() < qb / (qa + qb) else -1
        spread = int(rng.integers(1, 4))
        qb, qa = rng.integers(1, 12, 2)
quotes = np.array(quotes, float)


def state(q, n, m):
    bid, qb, ask, qa = q
    return (min(max(int(round((ask - bid) / 0.01)), 1), m) - 1) * n + min(int(qb / (qb + qa) * n), n - 1)


def microprice(n, m):
    mirror = lambda s: s // n * n + n - 1 - s % n
    stay, move, drift, seen = np.zeros((n * m, n * m)), np.zeros((n * m, n * m)), np.zeros(n * m), np.zeros(n * m)
    mids = (quotes[:, 0] + quotes[:, 2]) / 2
    for i in range(1, len(quotes)):
        x, y, change = state(quotes[i - 1], n, m), state(quotes[i], n, m), mids[i] - mids[i - 1]
        for x, y, change in ((x, y, change), (mirror(x), mirror(y), -change)):
            seen[x] += 1
            drift[x] += change
            (move if abs(change) > 1e-8 else stay)[x, y] += 1
    seen = np.maximum(seen, 1)[:, None]
    inverse = np.linalg.inv(np.eye(n * m) - stay / seen)
    g, b = inverse @ (drift / seen[:, 0]), inverse @ (move / seen)
    total, term = g.copy(), g.copy()
    for _ in range(2000):
        term = b @ term
        total += term
    return total


with open("quotes.csv", "w") as out:
    print("bid,bid_size,ask,ask_size", file=out)
    for q in quotes: print(*(repr(float(v)) for v in q), sep=",", file=out)

with open("quotes_expected.csv", "w") as out:
    print("kind,buckets,spreads,values", file=out)
    for n, m in ((1, 1), (4, 1), (5, 2), (3, 3)): print("microprice", n, m, join(microprice(n, m)), sep=",", file=out)
    f = pd.DataFrame(quotes, columns=["b", "qb", "a", "qa"])
    p = f.shift(1)
    e = (f.b >= p.b) * f.qb - (f.b <= p.b) * p.qb - (f.a <= p.a) * f.qa + (f.a >= p.a) * p.qa
    print("imbalance", "", "", join(e.iloc[1:].to_numpy()), sep=",", file=out)
    print("weighted mid", "", "", join((f.b * f.qa + f.a * f.qb) / (f.qa + f.qb)), sep=",", file=out)
