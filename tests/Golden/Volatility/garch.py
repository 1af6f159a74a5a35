"""Writes garch.csv: optima, likelihoods and standard errors of GARCH models with numpy and scipy, an implementation apart from the product's.

The likelihood is written out in longdouble; gradient and Hessian are central differences of it with steps and precision that leave seven digits
and more (checked by halving the step). The optimum is scipy's Nelder-Mead, then Newton on those derivatives.
Debian: apt-get install python3-scipy (numpy 1.24.2, scipy 1.10.1);  /usr/bin/python3 garch.py DATA/dem2gbp.csv  (in this folder)
The series other than dem2gbp are made by the generator below, which the tests repeat; only rows of results are written.
"""

import sys
import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln

L = np.longdouble


def uniform(seed):
    """Numerical Recipes' 32-bit linear congruential generator; exact on any machine."""
    state = seed
    while True:
        state = (1664525 * state + 1013904223) % 2**32
        yield (state + 0.5) / 2**32


def simulate(seed, n, omega, alpha, gamma, beta, fat=False):
    """GARCH with leverage; surprises: sum of twelve uniforms less six; fat: each times 2 or 0.7, one to five. Returns rounded to 1e-6, so that both sides read the same numbers."""
    u = uniform(seed)
    h, e, out = omega / (1 - sum(alpha) - gamma / 2 - sum(beta)), [], []
    hs = [h] * 3
    es = [np.sqrt(h)] * 3
    for _ in range(n):
        z = sum(next(u) for _ in range(12)) - 6
        if fat:
            z *= 2.0 if next(u) < 1 / 6 else 0.7
        h = omega + sum(a * es[-1 - i] ** 2 for i, a in enumerate(alpha)) + sum(b * hs[-1 - j] for j, b in enumerate(beta))
        if es[-1] < 0:
            h += gamma * es[-1] ** 2
        hs.append(h)
        es.append(np.sqrt(h) * z)
        out.append(round((0.02 + es[-1]) * 1e6) / 1e6)
    return np.array(out)


def each(theta, r, q, p, leverage, student):
    """Log-likelihood of each return. theta: mu, omega, alpha_1..q, [gamma], beta_1..p, [nu]."""
    theta = [L(v) for v in theta]
    mu, omega, alpha = theta[0], theta[1], theta[2 : 2 + q]
    rest = theta[2 + q :]
    gamma = rest.pop(0) if leverage else L(0)
    beta, nu = rest[:p], (rest[p] if student else None)
    e = r.astype(L) - mu
    s = np.mean(e**2)
    n = len(e)
    x = np.full(n, omega)
    for i, a in enumerate(alpha):
        x[i + 1 :] += a * e[: n - i - 1] ** 2
        x[: i + 1] += a * s
    x[1:] += gamma * e[:-1] ** 2 * (e[:-1] < 0)
    x[0] += gamma * s / 2
    h = np.empty(n, dtype=L)
    past = [s] * p
    for t in range(n):
        v = x[t]
        for j in range(p):
            v += beta[j] * past[j]
        h[t] = v
        if p:
            past = [v] + past[:-1]
    if not student:
        return -(np.log(2 * L(np.pi)) + np.log(h) + e**2 / h) / 2
    c = lgamma((nu + 1) / 2) - lgamma(nu / 2) - np.log(L(np.pi) * (nu - 2)) / 2
    return c - np.log(h) / 2 - (nu + 1) / 2 * np.log1p(e**2 / (h * (nu - 2)))


def lgamma(x):
    """Stirling's series, shifted; right to the last digits of longdouble."""
    shift = L(0)
    while x < 30:
        shift += np.log(x)
        x += 1
    b = [1 / L(12), -1 / L(360), 1 / L(1260), -1 / L(1680), 1 / L(1188), -L(691) / 360360, 1 / L(156)]
    return (x - L(0.5)) * np.log(x) - x + np.log(2 * L(np.pi)) / 2 + sum(c / x ** (2 * k + 1) for k, c in enumerate(b)) - shift


def scores(theta, f, step=1e-5):
    k = len(theta)
    out = []
    for i in range(k):
        h = L(step) * max(abs(L(theta[i])), L(1e-2) if i == 0 else L(0))
        up, down, up2, down2 = ([L(v) for v in theta] for _ in range(4))
        up[i] += h; down[i] -= h; up2[i] += 2 * h; down2[i] -= 2 * h
        out.append((8 * (f(up) - f(down)) - (f(up2) - f(down2))) / (12 * h))
    return np.array(out).T


def hessian(theta, f, step=1e-4):
    k = len(theta)
    out = np.empty((k, k), dtype=L)
    for i in range(k):
        h = L(step) * max(abs(L(theta[i])), L(1e-1) if i == 0 else L(0))
        g = []
        for m in (1, -1, 2, -2):
            moved = [L(v) for v in theta]
            moved[i] += m * h
            g.append(scores(moved, f).sum(axis=0))
        out[i] = (8 * (g[0] - g[1]) - (g[2] - g[3])) / (12 * h)
    return (out + out.T) / 2


def fit(name, r, q, p, leverage, student, start, out):
    f = lambda theta: each(theta, r, q, p, leverage, student)

    def objective(theta):
        th = list(theta)
        weights = th[2 : 2 + q]
        beta = th[2 + q + leverage : 2 + q + leverage + p]
        g = th[2 + q] if leverage else 0
        if th[1] <= 0 or min(weights) < 0 or min(beta, default=0) < 0 or weights[0] + g < 0 or sum(weights) + g / 2 + sum(beta) >= 1:
            return 1e10
        if student and th[-1] <= 2:
            return 1e10
        return -float(f(th).sum())

    best = minimize(objective, start, method="Nelder-Mead", options=dict(maxiter=1500, xatol=1e-6, fatol=1e-7)).x
    theta = np.array([L(v) for v in best])
    for _ in range(4):
        H = hessian(theta, f)
        g = scores(theta, f).sum(axis=0)
        theta = theta - np.linalg.solve(H.astype(float), g.astype(float)).astype(L)
    assert objective(theta) < 1e10, "the optimum is not stationary"
    H = hessian(theta, f).astype(float)
    s = scores(theta, f).astype(float)
    inv = np.linalg.inv(-H)
    robust = inv @ (s.T @ s) @ inv
    ses = np.sqrt(np.diag(inv)), np.sqrt(np.diag(robust))
    check = np.sqrt(np.diag(np.linalg.inv(-hessian(theta, f, 5e-5).astype(float))))
    print(name, "max relative change of errors when the step is halved", np.max(np.abs(check / ses[0] - 1)), file=sys.stderr)
    join = lambda values: " ".join(repr(float(v)) for v in values)
    print(f"{name},{q},{p},{int(leverage)},{int(student)},{float(f(theta).sum())!r},{join(theta)},{join(ses[0])},{join(ses[1])}", file=out, flush=True)


if __name__ == "__main__":
    dem = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1)[:, 1]
    one = simulate(1, 1500, 0.05, [0.1], 0.0, [0.85])
    two = simulate(2, 1500, 0.10, [0.1, 0.15], 0.0, [0.6])
    gjr = simulate(3, 1500, 0.05, [0.05], 0.15, [0.8])
    fat = simulate(4, 1500, 0.05, [0.04], 0.06, [0.85], fat=True)
    fat_two = simulate(5, 1500, 0.10, [0.08, 0.12], 0.0, [0.6], fat=True)
    with open("garch.csv", "w") as out:
        print("series,q,p,leverage,student,loglikelihood,parameters,hessian_errors,robust_errors", file=out)
        fit("dem2gbp", dem, 1, 1, False, False, [0, 0.01, 0.15, 0.8], out)
        fit("dem2gbp", dem, 1, 1, True, False, [0, 0.01, 0.15, 0.01, 0.8], out)
        fit("dem2gbp", dem, 1, 2, False, False, [0, 0.01, 0.15, 0.5, 0.3], out)
        fit("one", one, 1, 1, False, False, [0, 0.05, 0.1, 0.8], out)
        fit("two", two, 2, 1, False, False, [0, 0.1, 0.1, 0.1, 0.6], out)
        fit("two", two, 2, 0, False, False, [0, 0.4, 0.1, 0.2], out)
        fit("gjr", gjr, 1, 1, True, False, [0, 0.05, 0.05, 0.1, 0.8], out)
        fit("fat", fat, 1, 1, False, True, [0, 0.05, 0.05, 0.85, 6], out)
        fit("fat", fat, 1, 1, True, True, [0, 0.05, 0.05, 0.05, 0.85, 6], out)
        fit("fat two", fat_two, 2, 1, False, True, [0, 0.1, 0.1, 0.1, 0.6, 6], out)
        # The likelihood of the mark with Student's t is largest beyond stationarity; on its border (beta = 1 - alpha) it is:
        edge = lambda v: -float(each([v[0], v[1], v[2], 1 - v[2], v[3]], dem, 1, 1, False, True).sum()) if v[1] > 0 and 0 < v[2] < 1 and v[3] > 2 else 1e10
        best = minimize(edge, [0, 0.01, 0.1, 4.0], method="Nelder-Mead", options=dict(maxiter=3000, xatol=1e-9, fatol=1e-10))
        mu, omega, alpha, nu = map(float, best.x)
        print(f"dem2gbp,1,1,0,1,{-best.fun!r},{mu!r} {omega!r} {alpha!r} {1 - alpha!r} {nu!r},border,border", file=out)
