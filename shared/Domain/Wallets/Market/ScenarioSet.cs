using LiquidityRisk.Quant.Risk;
using LiquidityRisk.Quant.Statistics;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Market;

/// <summary>
/// Returns of all tokens over one day in simulated futures: the same futures for every token, so that a wallet's are sums of its tokens'.
/// Multivariate Student-t with the covariance of the days on which all tokens have returns (<see cref="MonteCarloVar"/>).
/// </summary>
public sealed class ScenarioSet
{
    /// <summary>Common days below which no futures are drawn.</summary>
    public const int LeastDays = 100;

    private static readonly MonteCarloModel Model = new(Shape.StudentT, Shape.StudentT, DegreesOfFreedom: 5);

    private readonly IReadOnlyDictionary<TokenSymbol, double[]> _returns;

    private ScenarioSet(int paths, IReadOnlyDictionary<TokenSymbol, double[]> returns) => (Paths, _returns) = (paths, returns);

    /// <summary>No futures.</summary>
    public static ScenarioSet Empty { get; } = new(0, new Dictionary<TokenSymbol, double[]>());

    /// <summary>How many futures there are.</summary>
    public int Paths { get; }

    /// <summary>A token's return in each future, a fraction; empty for a token that has none.</summary>
    public ReadOnlySpan<double> Of(TokenSymbol token) => _returns.GetValueOrDefault(token);

    /// <summary>Draws futures. Tokens with the shortest history are left out until the others share <see cref="LeastDays"/> days.</summary>
    /// <param name="table">Daily returns.</param>
    /// <param name="paths">How many futures, even.</param>
    /// <param name="seed">The same seed gives the same futures.</param>
    public static ScenarioSet Of(ReturnTable table, int paths, ulong seed)
    {
        var tokens = table.Tokens.OrderByDescending(t => Known(table.Of(t))).ThenBy(t => t).ToList();
        while (tokens.Count > 0 && CommonDays(table, tokens).Length < LeastDays) tokens.RemoveAt(tokens.Count - 1);
        if (tokens.Count == 0) return Empty;
        var days = CommonDays(table, tokens);
        var covariance = SampleCovariance.Of([.. tokens.Select(t => Pick(table.Of(t), days))]);
        var returns = new Dictionary<TokenSymbol, double[]>(tokens.Count);
        var exposure = new double[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            Array.Clear(exposure);
            exposure[i] = 1;
            returns[tokens[i]] = MonteCarloVar.Profits(exposure, covariance, Model, paths, seed); // the same seed draws the same futures
        }

        return new ScenarioSet(paths, returns);
    }

    private static int[] CommonDays(ReturnTable table, IReadOnlyList<TokenSymbol> tokens) =>
        [.. Enumerable.Range(0, table.Days).Where(d => tokens.All(t => double.IsFinite(table.Of(t)[d])))];

    private static double[] Pick(ReadOnlySpan<double> series, int[] days)
    {
        var picked = new double[days.Length];
        for (var i = 0; i < days.Length; i++) picked[i] = series[days[i]];
        return picked;
    }

    private static int Known(ReadOnlySpan<double> series)
    {
        var known = 0;
        foreach (var r in series) known += double.IsFinite(r) ? 1 : 0;
        return known;
    }
}
