"""Writes amm.csv and loss.csv. Rows "python": exact fractions and mpmath, straight from the formulas of the Uniswap v2 and v3 white papers, apart from the
product's code. Rows "published": test vectors of https://github.com/Uniswap/v3-core at d8b1c635 (test/TickMath.spec.ts, SqrtPriceMath.spec.ts,
SwapMath.spec.ts and the snapshot of the first), as numbers only.

Debian: apt-get install python3-mpmath (mpmath 1.2.1);  /usr/bin/python3 amm.py  (in this folder)
"""

import math
import random
from fractions import Fraction as F

import mpmath as mp

mp.mp.dps = 90
random.seed(20240607)
Q96, MAX = 2**96, 2**256 - 1
E18 = 10**18
floor, ceil = math.floor, math.ceil
FACTORS = [int(mp.nint(mp.mpf(2) ** 128 * mp.power(mp.mpf("1.0001"), -mp.mpf(2) ** j / 2))) for j in range(20)]


def price_at(tick):
    ratio = 2**128
    for j in range(20):
        if abs(tick) >> j & 1: ratio = ratio * FACTORS[j] // 2**128
    if tick > 0: ratio = MAX // ratio
    assert abs(mp.mpf(ratio) / 2**128 / mp.power(mp.mpf("1.0001"), mp.mpf(tick) / 2) - 1) < mp.mpf(10) ** -18
    return ceil(F(ratio, 2**32))


def tick_at(price):
    low, high = -887272, 887272
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if price_at(middle) <= price else (low, middle)
    return low


def amount0(a, b, l): return F(l * Q96) * abs(b - a) / (a * b)
def amount1(a, b, l): return F(l * abs(b - a), Q96)


def after_in(p, l, amount, zero):
    if not zero: result = p + floor(F(amount * Q96, l))
    elif l * Q96 + amount * p <= MAX: result = ceil(1 / (1 / F(p) + F(amount, l * Q96)))
    else: result = ceil(F(l * Q96) / (l * Q96 // p + amount))
    return result if result < 2**160 else None


def after_out(p, l, amount, zero):
    if zero: result = p - ceil(F(amount * Q96, l))
    else:
        if amount * p >= l * Q96: return None
        result = ceil(1 / (1 / F(p) - F(amount, l * Q96)))
    return result if 0 < result < 2**160 else None


def step(p, target, l, remaining, fee):
    zero = p >= target
    take, give = (amount0, amount1) if zero else (amount1, amount0)
    if remaining >= 0:
        net = floor(F(remaining) * (10**6 - fee) / 10**6)
        end = target if net >= ceil(take(p, target, l)) else after_in(p, l, net, zero)
    else:
        end = target if -remaining >= floor(give(p, target, l)) else after_out(p, l, -remaining, zero)
    paid, got = ceil(take(p, end, l)), floor(give(p, end, l))
    charge = remaining - paid if remaining >= 0 and end != target else ceil(F(paid * fee, 10**6 - fee))
    return end, paid, got if remaining >= 0 else min(got, -remaining), charge


def wide(bits): return random.getrandbits(random.randint(1, bits)) or 1
def root(one, zero): return math.isqrt(one * Q96**2 // zero)


PUBLISHED_TICKS = """-887272:4295128739
-887271:4295343490
887271:1461373636630004318706518188784493106690254656249
887272:1461446703485210103287273052203988822378723970342
-50:79030349367926598376800521322
-100:78833030112140176575862854579
-250:78244023372248365697264290337
-500:77272108795590369356373805297
-1000:75364347830767020784054125655
-2500:69919044979842180277688105136
-3000:68192822843687888778582228483
-4000:64867181785621769311890333195
-5000:61703726247759831737814779831
-50000:6504256538020985011912221507
-150000:43836292794701720435367485
-250000:295440463448801648376846
-500000:1101692437043807371
-738203:7409801140451
50:79426470787362580746886972461
100:79625275426524748796330556128
250:80224679980005306637834519095
500:81233731461783161732293370115
1000:83290069058676223003182343270
2500:89776708723587163891445672585
3000:92049301871182272007977902845
4000:96768528593268422080558758223
5000:101729702841318637793976746270
50000:965075977353221155028623082916
150000:143194173941309278083010301478497
250000:21246587762933397357449903968194344
500000:5697689776495288729098254600827762987878
738203:847134979253254120489401328389043031315994541"""
PUBLISHED_PRICES = """4295128739:-887272
79228162514264337593543:-276325
79228162514264337593543950:-138163
9903520314283042199192993792:-41591
28011385487393069959365969113:-20796
56022770974786139918731938227:-6932
79228162514264337593543950336:0
112045541949572279837463876454:6931
224091083899144559674927752909:20795
633825300114114700748351602688:41590
79228162514264337593543950336000:138162
79228162514264337593543950336000000:276324
1461446703485210103287273052203988822378723970341:887271"""
one = root(1, 1)
echidna = 20282409603651670423947251286016
PUBLISHED_STEPS = [
    ((one, root(101, 100), 2 * E18, E18, 600), (root(101, 100), 9975124224178055, 9925619580021728, 5988667735148)),
    ((one, root(101, 100), 2 * E18, -E18, 600), (root(101, 100), 9975124224178055, 9925619580021728, 5988667735148)),
    ((one, root(1000, 100), 2 * E18, E18, 600), (None, 999400000000000000, 666399946655997866, 600000000000000)),
    ((one, root(10000, 100), 2 * E18, -E18, 600), (None, 2000000000000000000, E18, 1200720432259356)),
    ((417332158212080721273783715441582, 1452870262520218020823638996, 159344665391607089467575320103, -1, 1), (417332158212080721273783715441581, 1, 1, 1)),
    ((2, 1, 1, 3915081100057732413702495386755767, 1), (1, 39614081257132168796771975168, 0, 39614120871253040049813)),
    ((2413, 79887613182836312, 1985041575832132834610021537970, 10, 1872), (2413, 0, 0, 10)),
    ((echidna, echidna * 11 // 10, 1024, -4, 3000), (echidna * 11 // 10, 26215, 0, 79)),
    ((echidna, echidna * 9 // 10, 1024, -263000, 3000), (echidna * 9 // 10, 1, 26214, 1)),
]
PUBLISHED_IN = [((one, E18, E18 // 10, 0), 87150978765690771352898345369), ((one, E18, E18 // 10, 1), 72025602285694852357767227579),
    ((one, 10 * E18, 2**100, 1), 624999999995069620), ((one, 1, MAX // 2, 1), 1), ((1, 1, 2**255, 1), 1), ((2**160 - 1, 1024, 1024, 0), None),
    ((one, E18 // 10, 0, 1), one), ((one, E18 // 10, 0, 0), one), ((2**160 - 1, 2**128 - 1, MAX - ((2**128 - 1 << 96) // (2**160 - 1)), 1), 1),
    ((1025574284609383690408304870162715216695788925244, 50015962439936049619261659728067971248, 406, 1), 1025574284609383582644711336373707553698163132913)]
PUBLISHED_OUT = [((one, E18, E18 // 10, 0), 88031291682515930659493278152), ((one, E18, E18 // 10, 1), 71305346262837903834189555302), ((echidna, 1024, 4, 0), None),
    ((echidna, 1024, 5, 0), None), ((echidna, 1024, 262145, 1), None), ((echidna, 1024, 262144, 1), None), ((echidna, 1024, 262143, 1), 77371252455336267181195264),
    ((one, 1, MAX, 1), None), ((one, 1, MAX, 0), None)]

with open("amm.csv", "w") as out:
    print("source,kind,input,output", file=out)
    row = lambda source, kind, given, found: print(source, kind, " ".join(map(str, given)), " ".join("" if v is None else str(v) for v in found), sep=",", file=out)
    for line in PUBLISHED_TICKS.split(): row("published", "price_at", *[[v] for v in line.split(":")])
    for line in PUBLISHED_PRICES.split(): row("published", "tick_at", *[[v] for v in line.split(":")])
    for given, found in PUBLISHED_STEPS:
        assert step(*given) == tuple(a if f is None else f for f, a in zip(found, step(*given)))
        row("published", "step", given, step(*given))
    for given, found in PUBLISHED_IN:
        assert after_in(*given) == found
        row("published", "after_in", given, [found])
    for given, found in PUBLISHED_OUT:
        assert after_out(*given) == found
        row("published", "after_out", given, [found])
    for tick in [0, 1, -1, 887271, -887271] + [random.randint(-887272, 887271) for _ in range(40)]:
        row("python", "price_at", [tick], [price_at(tick)])
        for price in (price_at(tick), max(price_at(tick) - 1, 4295128739), price_at(tick) + 1): row("python", "tick_at", [price], [tick_at(price)])
    for _ in range(40):
        p, l, amount, zero = wide(160), wide(128), wide(random.choice((64, 128, 256))), random.getrandbits(1)
        row("python", "after_in", [p, l, amount, zero], [after_in(p, l, amount, zero)])
        row("python", "after_out", [p, l, amount, zero], [after_out(p, l, amount, zero)])
        q = wide(160)
        row("python", "amounts", [p, q, l], [floor(amount0(p, q, l)), ceil(amount0(p, q, l)), floor(amount1(p, q, l)), ceil(amount1(p, q, l))])
    for _ in range(80):
        p = price_at(random.randint(-400000, 400000))
        target = min(max(p * random.randint(50, 200) // 100, 4295128740), 2**160 - 1)
        given = p, target, wide(110), random.choice((1, -1)) * wide(110), random.choice((0, 100, 500, 3000, 10000, 999999))
        row("python", "step", given, step(*given))
    for _ in range(40):
        x, y, fee = wide(112), wide(112), random.choice((0, 3000, 10000, 999999))
        paid, want = wide(112), random.randrange(y)
        row("python", "constant_out", [x, y, paid, fee], [floor(F(paid * (10**6 - fee) * y) / (x * 10**6 + paid * (10**6 - fee)))])
        row("python", "constant_in", [x, y, want, fee], [ceil(F(x * want * 10**6) / ((y - want) * (10**6 - fee)))])
    for _ in range(40):
        t = sorted(random.sample(range(-300000, 300000), 3))
        a, p, b = (price_at(i) for i in random.choice((t, [t[1], t[0], t[2]], [t[0], t[2], t[1]])))
        u, v = wide(100), wide(100)
        of0, of1 = lambda c, d: floor(F(u) * floor(F(c * d, Q96)) / (d - c)), lambda c, d: floor(F(v * Q96) / (d - c))
        l = of0(a, b) if p <= a else of1(a, b) if p >= b else min(of0(p, b), of1(a, p))
        inside = min(max(p, a), b)
        if l < 2**128: row("python", "liquidity", [p, a, b, u, v], [l, floor(amount0(inside, b, l)) if inside < b else 0, floor(amount1(a, inside, l))])

with open("loss.csv", "w") as out:
    print("kind,entry,price,lower,upper,expected", file=out)
    s = lambda x: mp.nstr(x, 17)
    for r in ("1", "1.0000001", "2", "0.25", "5", "100", "1e-8", "1e12", "0.9999"):
        m = mp.mpf(r)
        print("full", "1", r, "", "", s(2 * mp.sqrt(m) / (1 + m) - 1), sep=",", file=out)
    for e, p, a, b in (("1", "1", "0.5", "2"), ("1", "1.2", "0.5", "2"), ("1", "3", "0.5", "2"), ("1", "0.1", "0.5", "2"), ("3", "1", "0.5", "2"), ("0.2", "1", "0.5", "2"),
                       ("1800", "2400", "1500", "2500"), ("1", "1.001", "0.999", "1.0011"), ("1", "2", "1e-12", "1e12"), ("0.2", "0.3", "0.5", "2"), ("5", "9", "0.5", "2")):
        e2, p2, a2, b2 = map(mp.mpf, (e, p, a, b))
        cut = lambda v: min(max(v, a2), b2)
        x, y = lambda v: 1 / mp.sqrt(cut(v)) - 1 / mp.sqrt(b2), lambda v: mp.sqrt(cut(v)) - mp.sqrt(a2)
        print("ranged", e, p, a, b, s((x(p2) * p2 + y(p2)) / (x(e2) * p2 + y(e2)) - 1), sep=",", file=out)
