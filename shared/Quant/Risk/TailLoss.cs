namespace LiquidityRisk.Quant.Risk;

/// <summary>Value at risk and expected shortfall of one set of scenarios; losses are POSITIVE, in the unit of the profits.</summary>
/// <param name="ValueAtRisk">The loss exceeded in a share 1 − confidence of scenarios (<see cref="HistoricalVar"/>).</param>
/// <param name="ExpectedShortfall">The mean loss of that share (<see cref="Risk.ExpectedShortfall"/>); never below the value at risk.</param>
public readonly record struct TailLoss(double ValueAtRisk, double ExpectedShortfall)
{
    internal static TailLoss OfSorted(ReadOnlySpan<double> sorted, double confidence) =>
        new(HistoricalVar.OfSorted(sorted, confidence), Risk.ExpectedShortfall.OfSorted(sorted, confidence));
}
