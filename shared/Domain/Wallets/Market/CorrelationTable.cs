using System.Collections.Concurrent;
using LiquidityRisk.Quant.Correlation;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Market;

/// <summary>Correlations of daily returns, each computed when first asked for. Safe for concurrent use.</summary>
public sealed class CorrelationTable(ReturnTable table)
{
    /// <summary>Common days below which a correlation is not known.</summary>
    public const int LeastDays = 30;

    private readonly ConcurrentDictionary<(TokenSymbol, TokenSymbol), double?> _known = new();

    /// <summary>The correlation of two tokens; null when they share too few days or one of them does not move.</summary>
    public double? Of(TokenSymbol a, TokenSymbol b) =>
        _known.GetOrAdd(a.CompareTo(b) < 0 ? (a, b) : (b, a), static (pair, table) => Between(table.Of(pair.Item1), table.Of(pair.Item2)), table);

    private static double? Between(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (x, y) = (new List<double>(a.Length), new List<double>(a.Length));
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            if (!double.IsFinite(a[i]) || !double.IsFinite(b[i])) continue;
            x.Add(a[i]);
            y.Add(b[i]);
        }

        if (x.Count < LeastDays || x.Min() == x.Max() || y.Min() == y.Max()) return null;
        return Math.Clamp(SampleCorrelation.Of([[.. x], [.. y]])[0, 1], -1, 1);
    }
}
