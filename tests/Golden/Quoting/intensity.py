"""Writes intensity.csv: fills simulated with numpy from a known A and k, estimated by statsmodels (Poisson regression with ln exposure as offset)
and, for depths, by scipy's optimiser on the likelihood itself.

Debian: apt-get install python3-statsmodels (numpy 1.24.2, scipy 1.10.1, statsmodels 0.13.5);  /usr/bin/python3 intensity.py  (in this folder)
"""

import numpy as np
import statsmodels.api as sm
from scipy.optimize import minimize

rng = np.random.default_rng(20240607)
join = lambda values: " ".join(repr(float(v)) for v in values)

with open("intensity.csv", "w") as out:
    print("kind,true_A,true_k,A,k,A_error,k_error,duration,least,distances,exposures,fills", file=out)
    for a, k, n, censor in ((140.0, 1.5, 60, 0.02), (0.8, 0.3, 40, 3.0), (5.0, 200.0, 80, 0.5), (2e-5, 4e-3, 50, 1e5)):
        d = np.round(rng.uniform(0.1, 2.5, n) / k, 6)
        wait = rng.exponential(1 / (a * np.exp(-k * d)))
        filled, exposure = (wait < censor).astype(int), np.minimum(wait, censor)
        fit = sm.GLM(filled, np.column_stack([np.ones(n), -d]), sm.families.Poisson(), offset=np.log(exposure)).fit(tol=1e-14, maxiter=200)
        x = np.column_stack([np.ones(n), -d])
        bse = np.sqrt(np.diag(np.linalg.inv(x.T @ (x * (exposure * np.exp(x @ fit.params))[:, None]))))  # at the estimate; statsmodels' own are one iteration old
        print("exposures", a, k, *map(repr, (float(np.exp(fit.params[0])), float(fit.params[1]), float(np.exp(fit.params[0]) * bse[0]), float(bse[1]))), "", "",
              join(d), join(exposure), " ".join(map(str, filled)), sep=",", file=out)
    for a, k, t, least in ((140.0, 1.5, 1.0, 0.0), (30.0, 12.0, 10.0, 0.05)):
        n = rng.poisson(a * np.exp(-k * least) * t)
        x = least + rng.exponential(1 / k, n)
        loss = lambda p: -(n * (p[0] + p[1]) - np.exp(p[1]) * x.sum() - np.exp(p[0]) * t * np.exp(-np.exp(p[1]) * least))
        best = minimize(loss, np.log([a, k]), method="Nelder-Mead", options=dict(xatol=1e-13, fatol=1e-13, maxiter=20000))
        h = 1e-4
        steps = np.eye(2) * h
        hessian = np.array([[(loss(best.x + i + j) - loss(best.x + i - j) - loss(best.x - i + j) + loss(best.x - i - j)) / (4 * h * h) for j in steps] for i in steps])
        error = np.sqrt(np.diag(np.linalg.inv(hessian))) * np.exp(best.x)
        print("depths", a, k, *(repr(float(v)) for v in (*np.exp(best.x), *error)), t, least, join(x), "", "", sep=",", file=out)
