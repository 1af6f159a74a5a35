"""Writes calibration.csv, survival.csv and logistic.csv with scikit-learn 1.2, statsmodels 0.13 and numpy: implementations apart from the product's.

Debian: apt-get install python3-numpy python3-sklearn python3-statsmodels;  /usr/bin/python3 calibration.py  (in this folder)
"""

import numpy as np
from sklearn.metrics import brier_score_loss, mean_absolute_percentage_error
from statsmodels.api import Logit
from statsmodels.duration.survfunc import SurvfuncRight
from statsmodels.stats.proportion import proportion_confint

rng = np.random.default_rng(20260105)
join = lambda values: " ".join(repr(float(v)) for v in values)

with open("calibration.csv", "w") as out:
    print("kind,expected,first,second,third", file=out)
    for n, bias in ((1, 0.0), (40, 0.0), (200, -0.6), (400, 0.8)):
        p = np.round(rng.uniform(0.01, 0.99, n), 4)
        y = (rng.uniform(size=n) < 1 / (1 + np.exp(-(bias + 0.6 * np.log(p / (1 - p)))))).astype(int)
        said = f"{join(p)},{' '.join(map(str, y))},"
        print(f"brier,{brier_score_loss(y, p)!r},{said}", file=out)
        if n < 40:
            continue
        print(f"skill,{1 - brier_score_loss(y, p) / brier_score_loss(y, np.full(n, y.mean()))!r},{said}", file=out)
        fit = Logit(y, np.column_stack([np.ones(n), np.log(p / (1 - p))])).fit(disp=0, tol=1e-14)
        print(f"platt,{join(fit.params)},{said}", file=out)
        bins = np.minimum((p * 10).astype(int), 9)
        rows = [(b, m.sum(), p[m].mean(), y[m].mean(), *proportion_confint(y[m].sum(), m.sum(), 0.05, "wilson")) for b in range(10) for m in [bins == b] if m.any()]
        print(f"reliability,{' '.join(':'.join(repr(float(v)) for v in r) for r in rows)},{said}", file=out)
    for k, n, confidence in ((0, 1, 0.95), (1, 1, 0.95), (3, 10, 0.9), (50, 100, 0.95), (997, 1000, 0.99)):
        print(f"wilson,{join(proportion_confint(k, n, 1 - confidence, 'wilson'))},{k} {n} {confidence},,", file=out)
    actual = np.round(rng.lognormal(3, 0.5, 60), 4)
    predicted = np.round(actual * rng.lognormal(0.1, 0.3, 60), 4)
    print(f"mape,{mean_absolute_percentage_error(actual, predicted)!r},{join(actual)},{join(predicted)},", file=out)
    low, high = predicted * 0.8, predicted * 1.25
    print(f"coverage,{float(np.mean((actual >= low) & (actual <= high)))!r},{join(actual)},{join(low)},{join(high)}", file=out)

with open("survival.csv", "w") as out:
    print("name,times,ended,median,curve", file=out)
    for name, n, cut in (("all end", 30, None), ("some cut short", 80, 40.0), ("most cut short", 50, 8.0), ("ties", 60, 25.0)):
        waits = rng.exponential(30, n)
        times = np.round(np.minimum(waits, cut) if cut else waits, 0 if name == "ties" else 3)
        ended = np.ones(n, int) if cut is None else ((waits < cut) & (rng.uniform(size=n) < 0.9)).astype(int)
        survival = SurvfuncRight(times, ended)
        points = [(t, r, d, s, e) for t, r, d, s, e in zip(survival.surv_times, survival.n_risk, survival.n_events, survival.surv_prob, survival.surv_prob_se) if d > 0]
        median = next((float(t) for t, _, _, s, _ in points if s <= 0.5), None)
        print(f"{name},{join(times)},{join(ended)},{'' if median is None else repr(median)},{' '.join(':'.join(repr(float(v)) for v in p) for p in points)}", file=out)

# Logistic regression by statsmodels on features that are on the scale of log-odds already; written last, so that the draws above stay.
with open("logistic.csv", "w") as out:
    print("weights,happened,rows", file=out)
    for n, truth in ((200, (-0.5, 1.3, 0.7)), (300, (0.8, 0.6, 1.8))):
        x = np.round(rng.normal(size=(n, 2)), 4)
        y = (rng.uniform(size=n) < 1 / (1 + np.exp(-(truth[0] + x @ truth[1:])))).astype(int)
        fit = Logit(y, np.column_stack([np.ones(n), x])).fit(disp=0, tol=1e-14)
        print(f"{join(fit.params)},{' '.join(map(str, y))},{' '.join(f'{a!r}:{b!r}' for a, b in x.tolist())}", file=out)
