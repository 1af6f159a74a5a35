"""Writes roll_amihud.csv with Python's own statistics module: an implementation apart from the product's.

One row per series: name, kind, expected, then the numbers. Standard library only:  python3 roll_amihud.py > roll_amihud.csv
"""

import random
import statistics

random.seed(20260105)


def bounce(spread, volatility, count):
    middle, prices = 100.0, []
    for _ in range(count):
        middle += random.gauss(0, volatility)
        prices.append(round(middle + random.choice((-0.5, 0.5)) * spread, 6))
    return prices


def roll(prices):
    changes = [b - a for a, b in zip(prices, prices[1:])]
    gamma = statistics.covariance(changes[:-1], changes[1:])
    return 2 * (-gamma) ** 0.5 if gamma <= 0 else None


print("name,kind,expected,numbers")
for name, spread, volatility in (("tight", 0.02, 0.001), ("wide", 1.5, 0.05), ("noisy", 0.10, 0.04)):
    prices = bounce(spread, volatility, 60)
    print(f"{name},roll,{roll(prices)!r},{' '.join(map(repr, prices))}")
trend = [100 + i * i / 100 for i in range(12)]
print(f"trend,roll,,{' '.join(map(repr, trend))}")

returns = [round(random.gauss(0, 0.004), 6) for _ in range(30)]
volumes = [round(random.expovariate(0.4), 4) if i % 7 else 0.0 for i in range(30)]
illiquidity = statistics.fmean(abs(r) / v for r, v in zip(returns, volumes) if v > 0)
print(f"month,amihud,{illiquidity!r},{' '.join(f'{r!r}:{v!r}' for r, v in zip(returns, volumes))}")
