using LiquidityRisk.Quant.Statistics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace LiquidityRisk.Quant.OrderFlow;

/// <summary>
/// Stoikov's microprice: where the mid is expected to go, given the imbalance and the spread now.
/// <code>
/// state x = (⌊I·n⌋, spread in ticks, at most m);   per event from x: Q(x,y) mid stays, T(x,y) mid moves, r(x) = E[move]
/// G = (1 − Q)⁻¹·r,  B = (1 − Q)⁻¹·T        g = Σ Bᵏ·G, k = 0, 1, …        microprice = mid + g(x)
/// </code>
/// I: bid size/(bid size + ask size). Every event is also counted mirrored (bids for asks), which makes g odd in I − ½ and the sum converge.
/// g is in price; states that were never seen have g = 0. Source: S. Stoikov (2018), The micro-price: a high-frequency estimator of future prices,
/// Quantitative Finance 18. Valid for quotes of one instrument in order of time, tens of events a state.
/// </summary>
public sealed class Microprice
{
    private const int MostStates = 1_000;

    private readonly double[] _adjustments;
    private readonly int _buckets;
    private readonly int _spreads;
    private readonly double _tick;

    private Microprice(double[] adjustments, int buckets, int spreads, double tick) =>
        (_adjustments, _buckets, _spreads, _tick) = (adjustments, buckets, spreads, tick);

    /// <summary>The model of a run of quotes.</summary>
    /// <param name="quotes">Best quotes after each event, at least 2.</param>
    /// <param name="tick">Step of prices, above 0.</param>
    /// <param name="buckets">n, buckets of imbalance, at least 1.</param>
    /// <param name="spreads">m, spreads told apart, at least 1; n·m at most 1000.</param>
    /// <exception cref="ArgumentException">Too few quotes, one that is not finite, is crossed or has no size, or a number outside of its range.</exception>
    /// <exception cref="ArithmeticException">From some state the mid never moves, or a result is beyond what a double holds.</exception>
    public static Microprice Fit(ReadOnlySpan<BestQuote> quotes, double tick, int buckets, int spreads)
    {
        Inputs.CheckPositive(tick, nameof(tick));
        if (quotes.Length < 2) throw new ArgumentException("At least two quotes are needed.", nameof(quotes));
        if (buckets < 1 || spreads < 1 || (long)buckets * spreads > MostStates)
            throw new ArgumentOutOfRangeException(nameof(buckets), buckets, "There are 1 to 1000 states.");
        quotes[0].Check(nameof(quotes));
        var model = new Microprice(new double[buckets * spreads], buckets, spreads, tick);
        var (stay, move, drift) = model.Count(quotes);
        model.Solve(stay, move, drift);
        return model;
    }

    /// <summary>mid + g(x), in price.</summary>
    /// <exception cref="ArgumentException">The quote is not finite, is crossed or has no size.</exception>
    public double Of(BestQuote quote)
    {
        quote.Check(nameof(quote));
        return quote.Mid + _adjustments[State(quote)];
    }

    /// <summary>g, in price.</summary>
    /// <param name="bucket">Bucket of imbalance, 0 to n − 1.</param>
    /// <param name="spread">Spread in ticks, 1 to m.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state.</exception>
    public double Adjustment(int bucket, int spread) => bucket >= 0 && bucket < _buckets && spread >= 1 && spread <= _spreads
        ? _adjustments[((spread - 1) * _buckets) + bucket]
        : throw new ArgumentOutOfRangeException(nameof(bucket), bucket, "There is no such state.");

    private (DenseMatrix Stay, DenseMatrix Move, DenseVector Drift) Count(ReadOnlySpan<BestQuote> quotes)
    {
        var n = _adjustments.Length;
        var (stay, move, drift, seen) = (new DenseMatrix(n), new DenseMatrix(n), new DenseVector(n), new double[n]);
        for (var i = 1; i < quotes.Length; i++)
        {
            quotes[i].Check(nameof(quotes));
            var (from, to, change) = (State(quotes[i - 1]), State(quotes[i]), quotes[i].Mid - quotes[i - 1].Mid);
            foreach (var (x, y, d) in ((int, int, double)[])[(from, to, change), (Mirror(from), Mirror(to), -change)])
            {
                seen[x]++;
                drift[x] += d;
                if (Math.Abs(d) > 1e-6 * _tick) move[x, y]++;
                else stay[x, y]++;
            }
        }

        for (var x = 0; x < n; x++)
        {
            if (seen[x] == 0) continue;
            drift[x] /= seen[x];
            for (var y = 0; y < n; y++) (stay[x, y], move[x, y]) = (stay[x, y] / seen[x], move[x, y] / seen[x]);
        }

        return (stay, move, drift);
    }

    private void Solve(DenseMatrix stay, DenseMatrix move, DenseVector drift)
    {
        var until = (DenseMatrix.CreateIdentity(drift.Count) - stay).LU();
        var (sum, power) = (until.Solve(drift), until.Solve(move));

        // Doubling: the sum of 2ᵏ terms gives that of 2ᵏ⁺¹.
        for (var doubling = 0; doubling < 50; doubling++)
        {
            Vector<double> more = power * sum;
            sum += more;
            if (!(more.AbsoluteMaximum() > 1e-14 * sum.AbsoluteMaximum())) break;
            power *= power;
        }

        for (var x = 0; x < drift.Count; x++) _adjustments[x] = Inputs.Finite((sum[x] - sum[Mirror(x)]) / 2);
    }

    private int State(BestQuote quote)
    {
        var bucket = Math.Min(_buckets - 1, (int)(quote.Imbalance * _buckets));
        var spread = Math.Clamp((quote.Ask / _tick) - (quote.Bid / _tick), 1, _spreads);
        return (((int)Math.Round(spread) - 1) * _buckets) + bucket;
    }

    private int Mirror(int state) => (state / _buckets * _buckets) + (_buckets - 1 - (state % _buckets));
}
