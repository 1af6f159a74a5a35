using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Quoting;

/// <summary>
/// The experiment of section 3.3 of Avellaneda and Stoikov: a dealer who quotes while the price walks and orders arrive at λ(δ) = A·e^(−kδ).
/// <code>
/// at each step: quotes from (s, q, t); ask filled with probability λ(ask − s)·dt: q − 1, cash + ask; bid likewise: q + 1, cash − bid;
/// then s moves by ±σ·√dt, either sign as likely. Profit = cash + q·s at the end.
/// </code>
/// Both sides can fill in one step. Profits are positive. The same seed gives the same result and the same prices to both strategies.
/// Source: M. Avellaneda and S. Stoikov (2008), High-frequency trading in a limit order book, Quantitative Finance 8, section 3.3.
/// </summary>
public static class QuotingSimulation
{
    private const int Most = 1_000_000;

    /// <summary>Runs the dealer over all paths.</summary>
    /// <param name="settings">Market and dealer.</param>
    /// <param name="strategy">Where the dealer quotes.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="progress">Told the share of paths done, 0 to 1.</param>
    /// <param name="cancellation">Ends the run between paths.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    /// <exception cref="ArithmeticException">A quote is beyond what a double holds.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static QuotingSimulationResult Run(
        QuotingSimulationSettings settings,
        QuotingStrategy strategy,
        int seed,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        Inputs.CheckFinite(settings.Mid, nameof(settings));
        Inputs.CheckPositive(settings.Horizon.Value, nameof(settings));
        if (settings.Steps is < 1 or > Most) throw new ArgumentOutOfRangeException(nameof(settings), settings.Steps, "Steps are 1 to 1,000,000.");
        if (settings.Paths is < 2 or > Most) throw new ArgumentOutOfRangeException(nameof(settings), settings.Paths, "Paths are 2 to 1,000,000.");
        var (skews, halves) = Plan(settings, strategy);
        var random = new Random(seed);
        var (profits, inventories, fills) = (new double[settings.Paths], new double[settings.Paths], 0L);
        for (var path = 0; path < settings.Paths; path++)
        {
            cancellation.ThrowIfCancellationRequested();
            (profits[path], inventories[path], var filled) = Path(settings, skews, halves, random);
            fills += filled;
            if (path % 100 == 99) progress?.Report((path + 1.0) / settings.Paths);
        }

        var (profit, profitDeviation) = Moments(profits);
        var (inventory, inventoryDeviation) = Moments(inventories);
        return new(2 * halves.Average(), profit, profitDeviation, inventory, inventoryDeviation, (double)fills / settings.Paths);
    }

    // Neither the skew per lot nor the spread depends on the path.
    private static (double[] Skews, double[] Halves) Plan(QuotingSimulationSettings settings, QuotingStrategy strategy)
    {
        var variance = settings.Volatility.Squared;
        var (skews, halves) = (new double[settings.Steps], new double[settings.Steps]);
        for (var i = 0; i < settings.Steps; i++)
        {
            var left = new TimeLeft(settings.Horizon.Value * (settings.Steps - i) / settings.Steps);
            skews[i] = -AvellanedaStoikov.ReservationPrice(0, new(1), settings.Aversion, variance, left);
            halves[i] = AvellanedaStoikov.Spread(settings.Aversion, variance, settings.Decay, left) / 2;
        }

        if (strategy == QuotingStrategy.Symmetric)
        {
            Array.Clear(skews);
            Array.Fill(halves, halves.Average());
        }

        return (skews, halves);
    }

    private static (double Profit, double Inventory, int Fills) Path(
        QuotingSimulationSettings settings, double[] skews, double[] halves, Random random)
    {
        var step = settings.Horizon.Value / settings.Steps;
        var (jump, k) = (settings.Volatility.Value * Math.Sqrt(step), settings.Decay.Value);
        var (price, cash, held, fills) = (settings.Mid, 0.0, 0, 0);
        for (var i = 0; i < skews.Length; i++)
        {
            var up = random.NextDouble() < 0.5;
            var skew = skews[i] * held;
            var (ask, bid) = (halves[i] - skew, halves[i] + skew);
            var asked = random.NextDouble() < Probability(settings, Math.Exp(-k * ask) * step);
            var sold = random.NextDouble() < Probability(settings, Math.Exp(-k * bid) * step);
            if (asked) (cash, held, fills) = (cash + price + ask, held - 1, fills + 1);
            if (sold) (cash, held, fills) = (cash - price + bid, held + 1, fills + 1);
            price += up ? jump : -jump;
        }

        return (Inputs.Finite(cash + (held * price)), held, fills);
    }

    private static double Probability(QuotingSimulationSettings settings, double share) =>
        settings.Fills == FillProbability.Linear ? settings.Intensity.Value * share : 1 - Math.Exp(-settings.Intensity.Value * share);

    private static (double Mean, double Deviation) Moments(double[] values)
    {
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1)));
    }
}
