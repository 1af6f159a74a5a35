namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>
/// Splits the lots of several levels over makers so that each comes as near to its fair share as whole lots allow, nobody exceeds its
/// balance, and the levels keep their sizes.
/// </summary>
/// <remarks>
/// <para>First every maker gets its proportional part of each level, rounded down. The lots left go one by one, dearest level first, to
/// the maker furthest below its share that can pay (largest remainder). A lot that nobody can pay moves to the next cheaper level. Last,
/// what is saved so buys further lots at the cheapest level. So when lots are left, no maker can pay for one.</para>
/// <para>In the end the makers' rows are matched by size: the dearest to the largest balance. That keeps every row within its
/// maker's balance, and a larger balance never gets less. Units are cents for bids and lots for asks, where every lot costs 1.</para>
/// </remarks>
internal sealed class LotAssignment
{
    private readonly IReadOnlyList<long> _caps;
    private readonly IReadOnlyList<long> _costs;
    private readonly long[] _due;
    private readonly long[] _room;
    private readonly long[][] _rows;

    private LotAssignment(IReadOnlyList<long> caps, IReadOnlyList<long> shares, IReadOnlyList<long> costs, long[] lots, long budget)
    {
        (_caps, _costs) = (caps, costs);
        _rows = [.. shares.Select(s => lots.Select(q => budget == 0 ? 0 : (long)((Int128)q * s / budget)).ToArray())];
        _due = [.. shares.Select((s, i) => s - CostOf(_rows[i]))];
        _room = [.. caps.Select((c, i) => c - CostOf(_rows[i]))];
    }

    /// <summary>Assigns.</summary>
    /// <param name="caps">What each maker can spend.</param>
    /// <param name="shares">What each maker should spend, not above its cap; together at most the budget.</param>
    /// <param name="costs">What a lot of each level costs, in the order of the levels.</param>
    /// <param name="lots">Lots of each level; together they cost at most the budget.</param>
    /// <param name="budget">What all together may spend.</param>
    /// <returns>Lots by maker and level.</returns>
    public static long[][] Assign(IReadOnlyList<long> caps, IReadOnlyList<long> shares, IReadOnlyList<long> costs, long[] lots, long budget)
    {
        var assignment = new LotAssignment(caps, shares, costs, lots, budget);
        assignment.PlaceRest(lots, budget);
        return assignment.MatchedBySize();
    }

    private void PlaceRest(long[] lots, long budget)
    {
        var dearestFirst = Enumerable.Range(0, lots.Length).OrderByDescending(j => _costs[j]).ThenBy(j => j).ToArray();
        var waiting = 0L;
        foreach (var level in dearestFirst)
        {
            waiting += lots[level] - _rows.Sum(r => r[level]);
            while (waiting > 0 && TryPlace(level)) waiting--;
        }

        var cheapest = dearestFirst[^1];
        var left = budget - _rows.Sum(CostOf);
        while (left >= _costs[cheapest] && TryPlace(cheapest)) left -= _costs[cheapest];
    }

    private bool TryPlace(int level)
    {
        var best = -1;
        for (var i = 0; i < _rows.Length; i++)
            if (_room[i] >= _costs[level] && (best < 0 || (_due[i], _caps[i]).CompareTo((_due[best], _caps[best])) > 0)) best = i;
        if (best < 0) return false;
        _rows[best][level]++;
        _due[best] -= _costs[level];
        _room[best] -= _costs[level];
        return true;
    }

    /// <summary>The k-th smallest row fits the k-th smallest cap, because k rows that fitted k caps were no larger.</summary>
    private long[][] MatchedBySize()
    {
        var makers = Enumerable.Range(0, _rows.Length).OrderBy(i => _caps[i]).ThenByDescending(i => i);
        var matched = new long[_rows.Length][];
        Array.Sort(_rows, Compare);
        foreach (var (maker, row) in makers.Zip(_rows)) matched[maker] = row;
        return matched;
    }

    private int Compare(long[] left, long[] right) =>
        CostOf(left).CompareTo(CostOf(right)) is var byCost and not 0 ? byCost : left.AsSpan().SequenceCompareTo(right);

    private long CostOf(long[] row)
    {
        var cost = 0L;
        for (var j = 0; j < row.Length; j++) cost += row[j] * _costs[j];
        return cost;
    }
}
