namespace LiquidityRisk.Domain.Wallets.Rescue.Tests;

/// <summary>
/// A wallet in plain numbers on which any three actions are tried on a grid of sizes, the last one sized so that the target is just reached. It
/// shares nothing with the product but the rules: gas per transaction, half a spread and 2/3·σ·√(size / volume) per sale.
/// </summary>
/// <param name="Price">Dollars per token, by token.</param>
/// <param name="Spread">Half the spread, by token.</param>
/// <param name="Sigma">Daily volatility, by token.</param>
/// <param name="Volume">Daily volume in dollars, by token.</param>
/// <param name="Threshold">Liquidation threshold, by token; 0 for what is no collateral.</param>
/// <param name="Free">Dollars that lie free, by token.</param>
/// <param name="Held">Dollars of collateral, by token.</param>
/// <param name="Owed">Dollars of debt, by token.</param>
/// <param name="Target">Health factor to reach.</param>
/// <param name="GasDollar">Dollars per unit of gas.</param>
internal sealed record BruteForce(
    double[] Price, double[] Spread, double[] Sigma, double[] Volume, double[] Threshold, double[] Free, double[] Held, double[] Owed, double Target, double GasDollar)
{
    private const int Grid = 4;

    private enum Action
    {
        Repay,
        Swap,
        Add,
        Unwind,
        UnwindSame,
        Exchange,
    }

    /// <summary>The cheapest cost of any tried way; infinite when none reaches the target.</summary>
    public double Cheapest()
    {
        var actions = Actions().ToArray();
        var best = double.PositiveInfinity;
        for (var i = 0; i < actions.Length; i++)
        {
            best = Math.Min(best, Last([], actions[i]));
            for (var j = 0; j < actions.Length; j++)
            {
                if (j == i) continue;
                for (var a = 1; a <= Grid; a++)
                {
                    var first = (actions[i], Cap(actions[i]) * a / Grid);
                    best = Math.Min(best, Last([first], actions[j]));
                    for (var k = i + 1; k < actions.Length; k++)
                    {
                        if (k == j) continue;
                        for (var b = 1; b <= Grid; b++) best = Math.Min(best, Last([first, (actions[k], Cap(actions[k]) * b / Grid)], actions[j]));
                    }
                }
            }
        }

        return best;
    }

    private IEnumerable<(Action, int, int)> Actions()
    {
        for (var t = 0; t < Price.Length; t++)
        {
            if (Free[t] > 0 && Owed[t] > 0) yield return (Action.Repay, t, t);
            if (Free[t] > 0 && Owed.Where((d, i) => i != t && d > 0).Any()) yield return (Action.Swap, t, -1);
            if (Free[t] > 0 && Held[t] > 0) yield return (Action.Add, t, t);
            if (Held[t] > 0 && Owed.Where((d, i) => i != t && d > 0).Any()) yield return (Action.Unwind, t, -1);
            if (Held[t] > 0 && Owed[t] > 0) yield return (Action.UnwindSame, t, t);
            for (var u = 0; u < Price.Length; u++)
                if (u != t && Held[t] > 0 && Held[u] > 0 && Threshold[u] > Threshold[t]) yield return (Action.Exchange, t, u);
        }
    }

    private double Cap((Action Kind, int From, int Into) action) => action.Kind switch
    {
        Action.Repay => Math.Min(Free[action.From], Owed[action.From]),
        Action.Swap or Action.Add => Free[action.From],
        Action.UnwindSame => Math.Min(Held[action.From], Owed[action.From]),
        _ => Held[action.From],
    };

    /// <summary>The cost when the last action is as large as it has to be, found by bisection from a size that is large enough.</summary>
    private double Last(((Action, int, int), double)[] given, (Action, int, int) last)
    {
        var (small, large) = (0.0, double.NaN);
        for (var step = 1; step <= Grid && double.IsNaN(large); step++)
        {
            if (Try([.. given, (last, Cap(last) * step / Grid)]).Reached) large = Cap(last) * step / Grid;
            else small = Cap(last) * step / Grid;
        }

        if (double.IsNaN(large)) return double.PositiveInfinity;
        for (var i = 0; i < 40; i++)
        {
            var middle = (small + large) / 2;
            if (Try([.. given, (last, middle)]).Reached) large = middle;
            else small = middle;
        }

        return Try([.. given, (last, large)]).Cost;
    }

    private (bool Reached, double Cost) Try(((Action Kind, int From, int Into) Action, double Size)[] steps)
    {
        var (free, held, owed, cost) = ((double[])Free.Clone(), (double[])Held.Clone(), (double[])Owed.Clone(), 0.0);
        var sold = 0;
        foreach (var ((kind, from, into), size) in steps.OrderBy(s => s.Action.Kind is Action.Swap or Action.Unwind or Action.Exchange))
        {
            var source = kind is Action.Repay or Action.Swap or Action.Add ? free : held;
            source[from] -= size;
            if (source[from] < -1e-9) return (false, 0);
            var sale = kind is Action.Swap or Action.Unwind or Action.Exchange ? size * (Spread[from] + (2.0 / 3 * Sigma[from] * Math.Sqrt(size / Volume[from]))) : 0;
            if (kind is Action.Swap or Action.Unwind or Action.Exchange && (sold & (1 << from)) != 0) return (false, 0);
            if (kind is Action.Swap or Action.Unwind or Action.Exchange) sold |= 1 << from;
            cost += sale + (GasDollar * kind switch
            {
                Action.Repay => 200_000,
                Action.Add => 220_000,
                Action.Swap => 380_000,
                Action.Unwind => 750_000,
                Action.UnwindSame => 570_000,
                _ => 770_000,
            });
            var left = size - sale;
            if (into >= 0)
            {
                if (kind is Action.Repay or Action.UnwindSame) owed[into] -= left;
                else held[into] += left;
                if (owed[into] < -1e-9) return (false, 0);
                continue;
            }

            var repayments = 0;
            while (left > 0.01)
            {
                var debt = Enumerable.Range(0, owed.Length).Where(d => d != from).MaxBy(d => owed[d]);
                if (owed[debt] <= 0) return (false, 0);
                var paid = Math.Min(left, owed[debt]);
                (owed[debt], left) = (owed[debt] - paid, left - paid);
                if (repayments++ > 0) cost += GasDollar * 380_000;
            }
        }

        var debts = owed.Sum();
        return (debts < 1e-9 || held.Select((h, t) => h * Threshold[t]).Sum() >= Target * debts * (1 - 1e-12), cost);
    }
}
