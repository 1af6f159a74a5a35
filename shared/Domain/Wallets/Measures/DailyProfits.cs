using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Measures;

/// <summary>What holding today's exposures would have gained on each past day, or gains in each simulated future.</summary>
internal static class DailyProfits
{
    /// <summary>Profits of past days, oldest first, and the share of the exposures whose history is known.</summary>
    /// <param name="exposures">Dollars held of each token; negative when owed.</param>
    /// <param name="table">Daily returns.</param>
    public static (double[] Profits, Weight Coverage) Historical(IReadOnlyList<(TokenSymbol Token, double Dollars)> exposures, ReturnTable table)
    {
        var profits = new double[table.Days];
        var (known, all) = (0.0, 0.0);
        foreach (var (token, dollars) in exposures)
        {
            all += Math.Abs(dollars);
            var returns = table.Of(token);
            if (returns.IsEmpty) continue;
            known += Math.Abs(dollars);
            if (dollars != 0) Add(returns, dollars, profits);
        }

        if (known == 0) return ([], default);
        var days = 0;
        foreach (var profit in profits)
            if (double.IsFinite(profit)) profits[days++] = profit; // a day on which one of them had no price counts for none
        return (profits[..days], new Weight(Math.Min(1, known / all)));
    }

    /// <summary>Profits in simulated futures; empty when a token has none.</summary>
    public static double[] Simulated(IReadOnlyList<(TokenSymbol Token, double Dollars)> exposures, ScenarioSet scenarios)
    {
        var profits = new double[scenarios.Paths];
        var any = false;
        foreach (var (token, dollars) in exposures)
        {
            var returns = scenarios.Of(token);
            if (returns.IsEmpty) continue;
            any = true;
            Add(returns, dollars, profits);
        }

        return any ? profits : [];
    }

    private static void Add(ReadOnlySpan<double> returns, double dollars, Span<double> profits)
    {
        for (var i = 0; i < profits.Length; i++) profits[i] += dollars * returns[i];
    }
}
