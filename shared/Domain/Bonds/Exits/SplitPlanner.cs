using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Exits;

/// <summary>
/// Splits a sale over paths and their next windows by dynamic programming over lots:
/// <code>
/// V(s, k) = max over n ≤ k of V(s − 1, k − n) + v(s, n) − penalty·[n > 0]
/// </code>
/// s: slot (a path in one of its next <see cref="Rounds"/> windows); k: lots left of <see cref="Lots"/>; v(s, n): value of n lots in
/// slot s. With v = share·utility it gives the recommended plan; with v = share·p·(1 − λ·cost) for λ from sure (0) to cheap (1)
/// the frontier. A path for the whole size is one of the choices, so the recommended plan is never worse than the best single path.
/// </summary>
/// <remarks>
/// Parts are taken as independent, and what one part does not sell is not offered again: the plan is cautious. Market maker and token
/// buyers are taken to be ready again after <see cref="ExitModel.TokenMatching"/>.
/// </remarks>
public static class SplitPlanner
{
    /// <summary>Parts of the trade size that the programme reckons in.</summary>
    public const int Lots = 40;

    /// <summary>Windows of each path that it looks at.</summary>
    public const int Rounds = 3;

    /// <summary>Utility that each part beyond the first costs: somebody has to place and watch it.</summary>
    public const double LegPenalty = 0.005;

    private const double FullCostBps = 200;
    private const double UnknownCostBps = 200;
    private static readonly double[] CostAversions = [0, 0.1, 0.25, 0.5, 0.75, 1];

    /// <summary>Plans.</summary>
    /// <inheritdoc cref="ExitRecommender.Recommend"/>
    public static SplitPlan Plan(
        BondInputs inputs, LiquidityIndex? index, FaceAmount tradeSize, ExitPolicy policy, DateTimeOffset now)
    {
        if (tradeSize.IsZero) throw new ArgumentOutOfRangeException(nameof(tradeSize), tradeSize, "There is nothing to sell.");
        var slots = Slots(new ExitContext(inputs, index, policy, now), tradeSize);
        var singles = slots.Where(s => s[Lots] is not null).Select(s => Option([(s[Lots]!, Lots)], tradeSize)).ToList();
        var recommended = Best(slots, tradeSize, (part, share) => share * part.Assessment.Utility!.Value);
        var candidates = CostAversions
            .Select(aversion => Best(slots, tradeSize, (part, share) =>
                share * part.Assessment.FillProbability!.Value.Value * (1 - (aversion * CostBps(part) / FullCostBps))))
            .Append(recommended)
            .OfType<SplitOption>()
            .Concat(singles)
            .ToList();
        var single = slots.Where((_, i) => i % Rounds == 0).Select(s => s[Lots]?.Assessment).OfType<ExitRecommendation>().MaxBy(r => r.Utility);
        return new(now, tradeSize, recommended, single, Frontier(candidates));
    }

    private static List<Part?[]> Slots(ExitContext context, FaceAmount tradeSize)
    {
        var slots = new List<Part?[]>();
        foreach (var path in Enum.GetValues<ExitPath>())
        {
            for (var round = 0; round < Rounds; round++)
            {
                var parts = new Part?[Lots + 1];
                for (var n = 1; n <= Lots; n++)
                {
                    var size = new FaceAmount(tradeSize.Value * n / Lots);
                    if (size.IsZero) continue;
                    var assessment = ExitRecommender.Assess(context, path, size, round);
                    if (assessment.IsFeasible) parts[n] = new Part(assessment, round, size);
                }

                slots.Add(parts);
            }
        }

        return slots;
    }

    private static SplitOption? Best(List<Part?[]> slots, FaceAmount tradeSize, Func<Part, double, double> value)
    {
        var best = new double[Lots + 1];
        var choice = new int[slots.Count, Lots + 1];
        for (var s = 0; s < slots.Count; s++)
        {
            var values = slots[s].Select((p, n) => p is null ? double.NegativeInfinity : value(p, (double)n / Lots) - LegPenalty).ToArray();
            for (var k = Lots; k >= 1; k--) // downwards, so that best[k - n] is still the row before
            {
                for (var n = 1; n <= k; n++)
                {
                    if (best[k - n] + values[n] <= best[k] || double.IsNegativeInfinity(values[n])) continue;
                    best[k] = best[k - n] + values[n];
                    choice[s, k] = n;
                }
            }
        }

        var chosen = Chosen(slots, choice);
        if (chosen.Count == 0) chosen = BestPart(slots, value); // a part too small to pay for itself beside others still stands alone
        return chosen.Count == 0 ? null : Option(chosen, tradeSize);
    }

    private static List<(Part Part, int Lots)> BestPart(List<Part?[]> slots, Func<Part, double, double> value) =>
    [
        .. slots
            .SelectMany(s => s.Select((part, n) => (Part: part!, Lots: n)))
            .Where(p => p.Part is not null && value(p.Part, (double)p.Lots / Lots) > 0)
            .OrderByDescending(p => value(p.Part, (double)p.Lots / Lots))
            .Take(1),
    ];

    private static List<(Part Part, int Lots)> Chosen(List<Part?[]> slots, int[,] choice)
    {
        var chosen = new List<(Part, int)>();
        var left = Lots;
        for (var s = slots.Count - 1; s >= 0; s--)
        {
            var n = choice[s, left];
            if (n == 0) continue;
            chosen.Add((slots[s][n]!, n));
            left -= n;
        }

        return chosen;
    }

    private static SplitOption Option(List<(Part Part, int Lots)> chosen, FaceAmount tradeSize)
    {
        var (filled, cost, utility, lots) = (0.0, 0.0, 0.0, 0);
        foreach (var (part, n) in chosen)
        {
            var share = (double)n / Lots;
            filled += share * part.Assessment.FillProbability!.Value.Value;
            cost += share * part.Assessment.FillProbability.Value.Value * CostBps(part);
            utility += share * part.Assessment.Utility!.Value;
            lots += n;
        }

        var priced = filled > 0 && chosen.TrueForAll(c => c.Part.Assessment.Quote is not null);
        return new(
            [.. chosen.Select(c => c.Part.ToStep()).OrderBy(s => s.ExpectedTime).ThenBy(s => s.Path)],
            new FaceAmount(tradeSize.Value * (Lots - lots) / Lots),
            new Probability(Math.Min(1, filled)),
            priced ? new BasisPoints(cost / filled) : null,
            chosen.Count == 0 ? TimeSpan.Zero : chosen.Max(c => c.Part.Assessment.ExpectedTime!.Value),
            utility - (LegPenalty * Math.Max(0, chosen.Count - 1)));
    }

    private static List<SplitOption> Frontier(List<SplitOption> candidates)
    {
        var frontier = new List<SplitOption>();
        var cheapest = double.PositiveInfinity;
        foreach (var option in candidates.OrderByDescending(o => o.ExpectedFill.Value).ThenBy(Cost).ThenByDescending(o => o.Utility))
        {
            if (Cost(option) >= cheapest) continue;
            cheapest = Cost(option);
            frontier.Add(option);
        }

        return frontier;
    }

    private static double Cost(SplitOption option) => option.ExpectedCost?.Value ?? UnknownCostBps;

    private static double CostBps(Part part) => part.Assessment.Quote is { } quote ? quote.Spread.Value / 2 : UnknownCostBps;

    private sealed record Part(ExitRecommendation Assessment, int Round, FaceAmount Size)
    {
        public SplitStep ToStep() =>
            new(Assessment.Path, Round, Size, Assessment.FillProbability!.Value, Assessment.ExpectedTime!.Value, Assessment.Quote);
    }
}
