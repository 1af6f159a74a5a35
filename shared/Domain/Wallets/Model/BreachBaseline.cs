namespace LiquidityRisk.Domain.Wallets.Model;

/// <summary>
/// A baseline that a model has to beat: who was often below a health factor of 1 will be again. The probability of a number of past breaches
/// is how often such wallets could be liquidated, with neighbouring numbers pooled until it does not fall (isotonic regression by pooling
/// adjacent violators). Source: M. Ayer et al. (1955), An empirical distribution function for sampling with incomplete information.
/// </summary>
public sealed class BreachBaseline
{
    private readonly IReadOnlyList<(double Breaches, double Probability)> _steps;

    private BreachBaseline(IReadOnlyList<(double Breaches, double Probability)> steps, double baseRate) => (_steps, BaseRate) = (steps, baseRate);

    /// <summary>How often it happened at all; what is said where the number is not known.</summary>
    public double BaseRate { get; }

    /// <summary>Learns the probabilities.</summary>
    /// <param name="samples">At least one.</param>
    /// <param name="horizon">How far ahead.</param>
    /// <exception cref="ArgumentException">No samples.</exception>
    public static BreachBaseline Fit(IReadOnlyList<LabelledSample> samples, LiquidationHorizon horizon)
    {
        if (samples.Count == 0) throw new ArgumentException("There is nothing to learn from.", nameof(samples));
        var counted = samples.Where(s => s.Features[LiquidationFeatures.PastBreaches] is not null)
            .GroupBy(s => s.Features[LiquidationFeatures.PastBreaches]!.Value)
            .OrderBy(g => g.Key)
            .Select(g => new Pool(g.Key, g.Count(), g.Count(s => s.Happened(horizon))));
        var pools = new List<Pool>();
        foreach (var next in counted)
        {
            pools.Add(next);
            while (pools.Count > 1 && pools[^2].Rate >= pools[^1].Rate)
            {
                pools[^2] = pools[^2].With(pools[^1]);
                pools.RemoveAt(pools.Count - 1);
            }
        }

        return new([.. pools.Select(p => (p.From, p.Rate))], samples.Average(s => s.Happened(horizon) ? 1.0 : 0));
    }

    /// <summary>The probability, 0 to 1.</summary>
    /// <param name="features">As <see cref="LiquidationFeatures.Names"/>.</param>
    public double Probability(IReadOnlyList<double?> features)
    {
        if (features[LiquidationFeatures.PastBreaches] is not { } breaches || _steps.Count == 0) return BaseRate;
        var found = _steps[0].Probability;
        foreach (var (from, probability) in _steps)
            if (breaches >= from) found = probability;
        return found;
    }

    private readonly record struct Pool(double From, int Count, int Happened)
    {
        public double Rate => (double)Happened / Count;

        public Pool With(Pool next) => new(From, Count + next.Count, Happened + next.Happened);
    }
}
