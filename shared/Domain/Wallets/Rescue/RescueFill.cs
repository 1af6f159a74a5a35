using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Rescue;

/// <summary>How many dollars go into each remedy of a set.</summary>
internal static class RescueFill
{
    private const int Halvings = 60;

    /// <summary>
    /// The cheapest sizes whose gains make up for what is missing. What costs no sale is used first; the sales are then sized so that another
    /// dollar of gain costs the same in each, which is cheapest because costs are convex.
    /// </summary>
    /// <param name="set">Remedies; no token is sold by two of them.</param>
    /// <param name="missing">What the gains have to make, above 0.</param>
    /// <param name="owed">What is owed of each token, in dollars.</param>
    /// <param name="collateralFirst">Whether collateral of a debt's own token pays it back before the balance does, which may be of better use.</param>
    /// <returns>Sizes in the order of the set, 0 for what is not needed; null when they cannot do it.</returns>
    public static double[]? Of(IReadOnlyList<Remedy> set, double missing, IReadOnlyDictionary<TokenSymbol, double> owed, bool collateralFirst)
    {
        var sizes = new double[set.Count];
        var left = missing;
        foreach (var i in Enumerable.Range(0, set.Count).Where(i => !set[i].Sells)
            .OrderByDescending(i => collateralFirst && set[i].Kind == RemedyKind.Unwind).ThenByDescending(i => set[i].Weight - set[i].Loss))
        {
            if (left <= 0 || set[i].Useful <= 0) continue;
            sizes[i] = Math.Max(0, Math.Min(Room(set, sizes, i, owed), left / (set[i].Weight - set[i].Loss)));
            left -= set[i].Gain(sizes[i]);
        }

        var sales = Enumerable.Range(0, set.Count).Where(i => set[i].Sells).ToArray();
        if (left <= missing * 1e-12) return sizes;
        var sold = sales.Select(i => set.FirstOrDefault(r => Displaces(set[i], r)) is { } added ? set[i] with { Loss = added.Weight } : set[i]).ToArray();
        if (Sized(sold, [.. sales.Select((i, j) => Math.Max(0, Math.Min(sold[j].Useful, Room(set, sizes, i, owed))))], left) is not { } amounts) return null;
        for (var j = 0; j < sales.Length; j++) sizes[sales[j]] = amounts[j];
        foreach (var i in sales)
        {
            for (var k = 0; k < set.Count; k++)
                if (Displaces(set[i], set[k])) sizes[k] -= sizes[i];
        }

        return sizes;
    }

    /// <summary>Both would use the same balance: all of it is added to the collateral at first, and each dollar that is sold after all is missing there.</summary>
    private static bool Displaces(Remedy sale, Remedy added) =>
        sale.Kind == RemedyKind.SwapAndRepay && added.Kind == RemedyKind.AddCollateral && sale.From == added.From;

    private static double[]? Sized(Remedy[] sales, double[] most, double left)
    {
        if (Gain(At(1)) < left) return null;
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (Gain(At(middle)) < left) low = middle;
            else high = middle;
        }

        // A sale without impact jumps from nothing to all of it: between the two the missing part is found.
        var (few, many) = (At(low), At(high));
        var (from, to) = (0.0, 1.0);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (from + to) / 2;
            if (Gain(Between(middle)) < left) from = middle;
            else to = middle;
        }

        return Between(to);

        double[] At(double s) => [.. sales.Select((r, j) => r.SizeFor(s, most[j]))];

        double[] Between(double part) => [.. few.Zip(many, (a, b) => a + ((b - a) * part))];

        double Gain(double[] sizes) => sales.Select((r, j) => r.Gain(sizes[j])).Sum();
    }

    /// <summary>What is left for a remedy of its token, and of the debt that it pays back.</summary>
    private static double Room(IReadOnlyList<Remedy> set, double[] sizes, int index, IReadOnlyDictionary<TokenSymbol, double> owed)
    {
        var remedy = set[index];
        var (used, repaid) = (0.0, 0.0);
        for (var i = 0; i < set.Count; i++)
        {
            if (set[i].SpendsBalance == remedy.SpendsBalance && set[i].From == remedy.From && !Displaces(remedy, set[i])) used += sizes[i];
            if (set[i].Kind is RemedyKind.Repay or RemedyKind.Unwind && set[i].Into == remedy.Into) repaid += sizes[i];
        }

        var room = remedy.Useful - used;
        return remedy.Kind is RemedyKind.Repay or RemedyKind.Unwind && remedy.Into is { } debt ? Math.Min(room, owed[debt] - repaid) : room;
    }
}
