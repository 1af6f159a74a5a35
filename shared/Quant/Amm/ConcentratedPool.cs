using System.Collections.Immutable;
using System.Numerics;

namespace LiquidityRisk.Quant.Amm;

/// <summary>What a trade did.</summary>
/// <param name="Amount0">Token0 into the pool (below 0: out of it), smallest units.</param>
/// <param name="Amount1">Token1 into the pool (below 0: out of it).</param>
/// <param name="Fee">Part of what was paid in that went to the positions.</param>
/// <param name="Steps">Ranges and tick words walked.</param>
/// <param name="Pool">The pool afterwards.</param>
public sealed record PoolSwap(BigInteger Amount0, BigInteger Amount1, BigInteger Fee, int Steps, ConcentratedPool Pool);

/// <summary>
/// A pool of concentrated liquidity that trades across ticks, bit for bit as the contracts do, without protocol fee, oracle and claims of positions.
/// </summary>
/// <remarks>
/// Immutable: every change is a new pool. Between ticks L is constant (<see cref="SwapMath"/>); crossing a tick adds or takes its net liquidity. As in the
/// contracts a trade also stops at every 256th tick spacing, used or not, for that is where their tick map ends, and each stop rounds.
/// Source: H. Adams et al. (2021), Uniswap v3 Core, section 6; rounding as deployed.
/// </remarks>
public sealed class ConcentratedPool
{
    private readonly ImmutableDictionary<(int Lower, int Upper), BigInteger> _positions;
    private readonly PoolTicks _ticks;

    private ConcentratedPool(int fee, BigInteger sqrtPrice, int tick, BigInteger liquidity, ImmutableDictionary<(int Lower, int Upper), BigInteger> positions, PoolTicks ticks) =>
        (FeeMillionths, SqrtPrice, Tick, Liquidity, _positions, _ticks) = (fee, sqrtPrice, tick, liquidity, positions, ticks);

    /// <summary>Fee of a trade in millionths of what is paid in.</summary>
    public int FeeMillionths { get; }

    /// <summary>Ticks that can bound a position are multiples of this.</summary>
    public int TickSpacing => _ticks.Spacing;

    /// <summary>√ of token1 per token0, Q64.96.</summary>
    public BigInteger SqrtPrice { get; }

    /// <summary>The greatest tick at or below the price (one less right after falling onto a tick).</summary>
    public int Tick { get; }

    /// <summary>L at the price.</summary>
    public BigInteger Liquidity { get; }

    /// <summary>Fees of token0 per unit of liquidity since the start, Q128.128, modulo 2²⁵⁶.</summary>
    public BigInteger FeeGrowth0 { get; private init; }

    /// <summary>Fees of token1 per unit of liquidity since the start, Q128.128, modulo 2²⁵⁶.</summary>
    public BigInteger FeeGrowth1 { get; private init; }

    /// <summary>A pool without liquidity.</summary>
    /// <param name="feeMillionths">Fee, 0 to 999,999.</param>
    /// <param name="tickSpacing">1 to 16383.</param>
    /// <param name="sqrtPrice">√p, within the ticks.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    public static ConcentratedPool Create(int feeMillionths, int tickSpacing, BigInteger sqrtPrice)
    {
        FixedPoint.CheckFee(feeMillionths);
        if (tickSpacing is < 1 or > 16_383) throw new ArgumentOutOfRangeException(nameof(tickSpacing), tickSpacing, "Tick spacing is 1 to 16383.");
        var none = ImmutableDictionary<(int Lower, int Upper), BigInteger>.Empty;
        return new(feeMillionths, sqrtPrice, TickMath.TickAt(sqrtPrice), 0, none, PoolTicks.Of(none, tickSpacing));
    }

    /// <summary>Adds liquidity to a range (or, below 0, takes it away).</summary>
    /// <param name="lower">Lower tick, a multiple of the spacing.</param>
    /// <param name="upper">Upper tick, a multiple of the spacing, above the lower.</param>
    /// <param name="liquidity">L to add; below 0 to take at most what is there. Not 0.</param>
    /// <returns>The pool afterwards and what must be paid in (rounded up) or, below 0, is paid out (rounded down).</returns>
    /// <exception cref="ArgumentException">Ticks or liquidity are not as described, or a tick would hold more than 128 bits allow.</exception>
    public (ConcentratedPool Pool, BigInteger Amount0, BigInteger Amount1) Change(int lower, int upper, BigInteger liquidity)
    {
        _ticks.CheckRange(lower, upper);
        var held = _positions.GetValueOrDefault((lower, upper)) + liquidity;
        if (liquidity.IsZero || held.Sign < 0) throw new ArgumentOutOfRangeException(nameof(liquidity), liquidity, "Liquidity is added, or taken from what is there.");
        var positions = held.IsZero ? _positions.Remove((lower, upper)) : _positions.SetItem((lower, upper), held);
        var ticks = PoolTicks.Of(positions, TickSpacing);

        var (amount0, amount1) = LiquidityAmounts.AmountsOf(
            SqrtPrice, TickMath.SqrtPriceAt(lower), TickMath.SqrtPriceAt(upper), BigInteger.Abs(liquidity), up: liquidity.Sign > 0);
        var active = Tick >= lower && Tick < upper ? Liquidity + liquidity : Liquidity;
        var pool = new ConcentratedPool(FeeMillionths, SqrtPrice, Tick, active, positions, ticks) { FeeGrowth0 = FeeGrowth0, FeeGrowth1 = FeeGrowth1 };
        return (pool, amount0 * liquidity.Sign, amount1 * liquidity.Sign);
    }

    /// <summary>Trades until the amount is used up or the limit is reached.</summary>
    /// <param name="zeroForOne">True: token0 is paid in and the price falls; false: token1, and it rises.</param>
    /// <param name="amount">Above 0: pay in exactly this; below 0: receive exactly its negation. Within 2²⁵⁵, not 0.</param>
    /// <param name="limit">√p not to be passed; null for the end of the ticks.</param>
    /// <exception cref="ArgumentOutOfRangeException">No amount, or a limit on the wrong side of the price or outside of the ticks.</exception>
    public PoolSwap Swap(bool zeroForOne, BigInteger amount, BigInteger? limit = null)
    {
        var bound = limit ?? (zeroForOne ? TickMath.LeastSqrtPrice + 1 : TickMath.LargestSqrtPrice - 1);
        if (amount.IsZero) throw new ArgumentOutOfRangeException(nameof(amount), amount, "There is nothing to trade.");
        if (zeroForOne ? bound >= SqrtPrice || bound <= TickMath.LeastSqrtPrice : bound <= SqrtPrice || bound >= TickMath.LargestSqrtPrice)
            throw new ArgumentOutOfRangeException(nameof(limit), bound, "The limit lies between the price and the end of the ticks.");

        var (price, tick, liquidity, remaining, other) = (SqrtPrice, Tick, Liquidity, amount, BigInteger.Zero);
        var (growth, fees, steps) = (zeroForOne ? FeeGrowth0 : FeeGrowth1, BigInteger.Zero, 0);
        for (; !remaining.IsZero && price != bound; steps++)
        {
            var (next, used, net) = _ticks.Next(tick, zeroForOne);
            var (start, edge) = (price, TickMath.SqrtPriceAt(next));
            var step = SwapMath.Step(price, zeroForOne ? BigInteger.Max(edge, bound) : BigInteger.Min(edge, bound), liquidity, remaining, FeeMillionths);
            (price, fees) = (step.SqrtPrice, fees + step.Fee);
            (remaining, other) = amount.Sign > 0
                ? (remaining - step.AmountIn - step.Fee, other - step.AmountOut)
                : (remaining + step.AmountOut, other + step.AmountIn + step.Fee);
            if (!liquidity.IsZero) growth = (growth + ((step.Fee << 128) / liquidity)) & FixedPoint.MaxUInt256;
            if (price == edge)
            {
                if (used) liquidity += zeroForOne ? -net : net;
                tick = zeroForOne ? next - 1 : next;
            }
            else if (price != start)
            {
                tick = TickMath.TickAt(price);
            }
        }

        var pool = new ConcentratedPool(FeeMillionths, price, tick, liquidity, _positions, _ticks)
        {
            FeeGrowth0 = zeroForOne ? growth : FeeGrowth0,
            FeeGrowth1 = zeroForOne ? FeeGrowth1 : growth,
        };
        return zeroForOne == amount.Sign > 0
            ? new(amount - remaining, other, fees, steps, pool)
            : new(other, amount - remaining, fees, steps, pool);
    }
}
