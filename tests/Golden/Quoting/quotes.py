"""Writes quotes.csv: Avellaneda-Stoikov and Gueant-Lehalle-Fernandez-Tapia quotes with mpmath at 60 digits (matrix exponential by mpmath.expm,
eigenvector by the power method on c*1 - M), apart from the product's code.

Debian: apt-get install python3-mpmath (mpmath 1.2.1);  /usr/bin/python3 quotes.py  (in this folder)
"""

import mpmath as mp

mp.mp.dps = 60


def avellaneda(g, v, k, tau, s, q):
    term = 1 / k if g == 0 else mp.log(1 + g / k) / g
    r, half = s - q * g * v * tau, (g * v * tau) / 2 + term
    return r - half, r + half


def vectors(g, v, k, a, bound, tau):
    alpha = k * g * v / 2
    eta = a / mp.e if g == 0 else a * (1 + g / k) ** (-(1 + k / g))
    n = 2 * bound + 1
    m = mp.matrix(n, n)
    for i in range(n):
        m[i, i] = alpha * (i - bound) ** 2
        if i: m[i, i - 1] = m[i - 1, i] = -eta
    ones = mp.matrix([1] * n)
    if tau is not None:
        return mp.expm(-m * tau) * ones, alpha, eta
    shifted = (alpha * bound**2 + 2 * eta) * mp.eye(n) - m
    for _ in range(14):
        shifted = shifted * shifted
        shifted = shifted / max(abs(x) for x in shifted)
    return shifted * ones, alpha, eta


def pair(vec, g, k, s, q, bound):
    term = 1 / k if g == 0 else mp.log(1 + g / k) / g
    at = lambda i: vec[i + bound]
    bid = "" if q == bound else s - (mp.log(at(q) / at(q + 1)) / k + term)
    ask = "" if q == -bound else s + (mp.log(at(q) / at(q - 1)) / k + term)
    return bid, ask


text = lambda x: "" if x == "" else mp.nstr(x, 17)
M = mp.mpf
cases = [(M("0.1"), M(4), M("1.5"), M(140), 10), (M("0.01"), M(4), M("1.5"), M(140), 6), (M(1), M(4), M("1.5"), M(140), 5), (M(0), M(4), M("1.5"), M(140), 5),
         (M("0.01"), M("0.09"), M("0.3"), M("0.9"), 30), (M("1e-6"), M(2500), M("0.02"), M(3), 3), (M(5), M(9), M("0.5"), M(2), 8), (M("0.01"), M("0.09"), M("0.3"), M("0.9"), 1)]
with open("quotes.csv", "w") as out:
    print("model,gamma,variance,k,A,bound,left,mid,q,bid,ask", file=out)
    for g, v, k, a, bound in cases:
        s = M(100)
        row = lambda model, left, q, bid, ask: print(model, *map(text, (g, v, k, a)), bound, text(left), text(s), q, text(bid), text(ask), sep=",", file=out)
        for tau in (M("0.005"), M("0.3"), M(1)):
            for q in (-2, 0, 1, 7): row("as", tau, q, *avellaneda(g, v, k, tau, s, q))
        for tau in (M("0.001"), M("0.1"), M(1), M(25), None):
            vec, alpha, eta = vectors(g, v, k, a, bound, tau)
            for q in sorted({-bound, -1, 0, 1, bound // 2, bound}): row("glft", "" if tau is None else tau, q, *pair(vec, g, k, s, q, bound))
        term = 1 / k if g == 0 else mp.log(1 + g / k) / g
        w = mp.sqrt(alpha / eta) / k
        for q in (-3, 0, 2): row("asymptotic", "", q, s - (term + (2 * q + 1) * w / 2), s + (term - (2 * q - 1) * w / 2))
