namespace LiquidityRisk.Quant.Optimisation;

/// <summary>
/// The order of leaves in a tree that joins the two nearest clusters again and again, clusters being as near as their nearest members.
/// </summary>
/// <remarks>
/// The joins are the edges of the minimum spanning tree from the shortest; of two clusters the one formed (or numbered) first stands first, as in
/// scipy.cluster.hierarchy. Sources: J. Gower, G. Ross (1969), Minimum spanning trees and single linkage cluster analysis, Applied Statistics 18;
/// R. Prim (1957), Bell System Technical Journal 36.
/// </remarks>
internal static class SingleLinkage
{
    /// <summary>Every index once.</summary>
    /// <param name="distances">Symmetric, not negative, at least one row.</param>
    public static int[] Order(double[,] distances)
    {
        var n = distances.GetLength(0);
        int[] cluster = [.. Enumerable.Range(0, n)];
        var members = new List<int[]>(Enumerable.Range(0, n).Select(i => new[] { i }));
        foreach (var (from, to, _) in SpanningTree(distances).OrderBy(e => e.Distance))
        {
            var (a, b) = (Math.Min(cluster[from], cluster[to]), Math.Max(cluster[from], cluster[to]));
            int[] joined = [.. members[a], .. members[b]];
            foreach (var i in joined) cluster[i] = members.Count;
            members.Add(joined);
        }

        return members[^1];
    }

    private static List<(int From, int To, double Distance)> SpanningTree(double[,] distances)
    {
        var n = distances.GetLength(0);
        var (inside, nearest, via, at) = (new bool[n], new double[n], new int[n], 0);
        Array.Fill(nearest, double.PositiveInfinity);
        var edges = new List<(int From, int To, double Distance)>(n);
        for (var step = 1; step < n; step++)
        {
            inside[at] = true;
            var next = -1;
            for (var i = 0; i < n; i++)
            {
                if (inside[i]) continue;
                if (distances[at, i] < nearest[i]) (nearest[i], via[i]) = (distances[at, i], at);
                if (next < 0 || nearest[i] < nearest[next]) next = i;
            }

            edges.Add((via[next], next, nearest[next]));
            at = next;
        }

        return edges;
    }
}
