namespace LiquidityRisk.Domain.Wallets.Model;

/// <summary>
/// Samples divided by time, never at random: the oldest 60 % to learn from, the next 15 % to choose the number of trees by, the newest 25 % to
/// judge by. A sample whose 7 days reach into the next part is left out (an embargo), so that no part knows an outcome of a later one.
/// Samples whose 7 days are hardly over are left out too: of them the liquidated become known first and would seem too many.
/// Source: M. López de Prado (2018), Advances in Financial Machine Learning, chapter 7.
/// </summary>
/// <param name="Learn">Oldest first, as in all parts.</param>
/// <param name="Tune">All later than every outcome in <paramref name="Learn"/>.</param>
/// <param name="Judge">All later than every outcome in <paramref name="Tune"/>.</param>
/// <param name="Offered">How many samples there were, those left out by the embargo included.</param>
public sealed record TrainingSplit(
    IReadOnlyList<LabelledSample> Learn, IReadOnlyList<LabelledSample> Tune, IReadOnlyList<LabelledSample> Judge, int Offered)
{
    /// <summary>Share of the samples that is learned from.</summary>
    public const double LearnShare = 0.6;

    /// <summary>Share by which the number of trees is chosen.</summary>
    public const double TuneShare = 0.15;

    // An outcome is noticed when a wallet is looked at again.
    private static readonly TimeSpan Noticed = TimeSpan.FromDays(1);

    /// <summary>Divides samples.</summary>
    /// <param name="samples">In whatever order.</param>
    /// <param name="asOf">When this is done.</param>
    public static TrainingSplit Of(IReadOnlyList<LabelledSample> samples, DateTimeOffset asOf)
    {
        LabelledSample[] ordered = [.. samples.Where(s => s.At + LiquidationHorizons.Longest + Noticed <= asOf).OrderBy(s => s.At)];
        if (ordered.Length == 0) return new([], [], [], 0);
        var tune = Border(ordered, LearnShare);
        var judge = Border(ordered, LearnShare + TuneShare);
        return new(
            [.. ordered.Where(s => s.At + LiquidationHorizons.Longest < tune)],
            [.. ordered.Where(s => s.At >= tune && s.At + LiquidationHorizons.Longest < judge)],
            [.. ordered.Where(s => s.At >= judge)],
            ordered.Length);
    }

    /// <summary>Why nothing can be learned from this; null when something can.</summary>
    /// <param name="minSamples">How many samples are needed, at least 1.</param>
    public TrainingRefusal? Refusal(int minSamples)
    {
        if (Offered < minSamples) return new(TrainingFault.TooFewSamples, Offered, minSamples);
        if (Learn.Count == 0 || Tune.Count == 0) return new(TrainingFault.PeriodTooShort, Offered, minSamples);
        foreach (var (part, samples) in new[] { (TrainingPart.Learn, Learn), (TrainingPart.Tune, Tune), (TrainingPart.Judge, Judge) })
            foreach (var horizon in LiquidationHorizons.All)
                if (samples.All(s => s.Happened(horizon) == samples[0].Happened(horizon)))
                    return new(TrainingFault.OneOutcome, Offered, minSamples, part, horizon, samples[0].Happened(horizon));
        return null;
    }

    private static DateTimeOffset Border(LabelledSample[] ordered, double share) => ordered[Math.Min(ordered.Length - 1, (int)(share * ordered.Length))].At;
}
