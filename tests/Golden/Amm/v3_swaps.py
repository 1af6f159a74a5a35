"""Writes v3_swaps.csv: the results that the Uniswap v3-core repository publishes for 15 pools and 16 trades each, as numbers only.

Source: https://github.com/Uniswap/v3-core at d8b1c635, test/__snapshots__/UniswapV3Pool.swaps.spec.ts.snap (results) and
test/UniswapV3Pool.swaps.spec.ts (which pools and trades). No code of that repository is here.
Any Python 3:  git show d8b1c635:test/__snapshots__/UniswapV3Pool.swaps.spec.ts.snap > SNAP;  python3 v3_swaps.py SNAP  (in this folder)
"""

import re
import sys
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, getcontext

getcontext().prec = 200
E18 = 10**18
PLACES = Decimal(1).scaleb(-40)
LEAST, LARGEST = 4295128739, 1461446703485210103287273052203988822378723970342


def root(one, zero):  # the publisher's library keeps 40 decimal places
    ratio = (Decimal(one) / Decimal(zero)).quantize(PLACES, ROUND_HALF_UP)
    return int((ratio.sqrt().quantize(PLACES, ROUND_HALF_UP) * 2**96).to_integral_value(ROUND_DOWN))


def ends(spacing):
    return -(887272 // spacing) * spacing, 887272 // spacing * spacing


def full(spacing, liquidity=2 * E18):
    return [(*ends(spacing), liquidity)]


low, high = ends(60)
sides = [(low, -60, 2 * E18), (60, high, 2 * E18)]
most = (2**128 - 1) // ((high - low) // 60 + 1)
POOLS = {
    "low fee, 1:1 price, 2e18 max range liquidity": (500, 10, root(1, 1), full(10)),
    "medium fee, 1:1 price, 2e18 max range liquidity": (3000, 60, root(1, 1), full(60)),
    "high fee, 1:1 price, 2e18 max range liquidity": (10000, 200, root(1, 1), full(200)),
    "medium fee, 10:1 price, 2e18 max range liquidity": (3000, 60, root(10, 1), full(60)),
    "medium fee, 1:10 price, 2e18 max range liquidity": (3000, 60, root(1, 10), full(60)),
    "medium fee, 1:1 price, 0 liquidity, all liquidity around current price": (3000, 60, root(1, 1), sides),
    "medium fee, 1:1 price, additional liquidity around current price": (3000, 60, root(1, 1), full(60) + sides),
    "low fee, large liquidity around current price (stable swap)": (500, 10, root(1, 1), [(-10, 10, 2 * E18)]),
    "medium fee, token0 liquidity only": (3000, 60, root(1, 1), [(0, 120000, 2 * E18)]),
    "medium fee, token1 liquidity only": (3000, 60, root(1, 1), [(-120000, 0, 2 * E18)]),
    "close to max price": (3000, 60, root(2**127, 1), full(60)),
    "close to min price": (3000, 60, root(1, 2**127), full(60)),
    "max full range liquidity at 1:1 price with default fee": (3000, 60, root(1, 1), full(60, most)),
    "initialized at the max ratio": (3000, 60, LARGEST - 1, full(60)),
    "initialized at the min ratio": (3000, 60, LEAST, full(60)),
}
LIMITS = {"0.50000": root(50, 100), "2.0000": root(200, 100), "2.5000": root(5, 2), "0.40000": root(2, 5)}

count = 0
with open("v3_swaps.csv", "w") as out:
    print("fee,spacing,sqrt_price,positions,zero_for_one,amount,limit,before0,before1,delta0,delta1,growth0,growth1,tick_before,tick_after,price_after,refused", file=out)
    for name, body in re.findall(r"exports\[`UniswapV3Pool swap tests (.*?) 1`\] = `\nObject \{\n(.*?)\}\n`;", open(sys.argv[1]).read(), re.S):
        pool = next(p for p in sorted(POOLS, key=len, reverse=True) if name.startswith(p + " swap"))
        fee, spacing, price, positions = POOLS[pool]
        trade = name[len(pool) + 1 :]
        value = {k: v.strip('"') for k, v in re.findall(r'"(\w+)": (.*?),\n', body)}
        zero = trade.startswith(("swap token0", "swap exactly")) and not re.match(r"swap exactly \S+ token1", trade)
        amount = re.search(r"exactly (\S+) token", trade)
        wanted = int(Decimal(amount[1]) * E18) if amount else 2**255 - 1
        if trade.startswith("swap token") and amount: wanted = -wanted
        limit = re.search(r"to price (\S+)", trade)
        bound = LIMITS[limit[1]] if limit else (LEAST + 1 if zero else LARGEST - 1)
        refused = "swapError" in value
        row = [fee, spacing, price, " ".join(f"{a}:{b}:{l}" for a, b, l in positions), int(zero), wanted, bound]
        keys = ["poolBalance0", "poolBalance1"] if refused else ["amount0Before", "amount1Before", "amount0Delta", "amount1Delta", "feeGrowthGlobal0X128Delta", "feeGrowthGlobal1X128Delta"]
        row += [value[k] for k in keys] + [""] * (6 - len(keys))
        row += [value["tickBefore"], value.get("tickAfter", ""), value.get("poolPriceAfter", ""), int(refused)]
        print(*row, sep=",", file=out)
        count += 1
print(count)
