using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Flows.Bonds.Answers;
using LiquidityRisk.Narrative.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>How several holdings can be sold together.</summary>
public sealed class PortfolioExits(ReadTranslation read, TimeProvider time)
{
    /// <summary>Takes holdings together; what is not known is listed and left out.</summary>
    /// <param name="positions">Each bond once, with a face amount above 0.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The portfolio; null when none of its bonds is known.</returns>
    public async Task<PortfolioAnswer?> ReadAsync(
        IReadOnlyList<(Isin Isin, FaceAmount Face)> positions, CancellationToken cancellationToken)
    {
        var unknown = new List<Isin>();
        var known = new List<Position>();
        foreach (var (isin, face) in positions)
        {
            var reading = await read.ReadAsync(isin, new ReadRequest(TradeSize: face), cancellationToken);
            if (reading is null) unknown.Add(isin);
            else known.Add(new(reading, face, read.Plan(reading).Recommended));
        }

        if (known.Count == 0) return null;
        var together = PortfolioLiquidity.Of([.. known.Select(p => p.ToHolding())]);
        var total = known.Sum(p => p.Face.Value);
        return new(
            time.GetUtcNow(),
            Rounded.Score(together.Index),
            Rounded.Probability(together.IndexedShare),
            [.. known.GroupBy(p => p.Currency).Select(Totals)],
            [.. together.Curve.Select(c => new ExitCurvePoint(Rounded.Minutes(c.Time), Rounded.Probability(c.Share)))],
            new(
                Rounded.Probability(together.LargestBond),
                together.LargestIssuer?.Issuer,
                Rounded.Probability(together.LargestIssuer?.Share),
                Math.Round(together.Herfindahl, 4),
                Rounded.Probability(together.IlliquidShare)),
            [.. known.OrderBy(p => p.Plan?.ExpectedFill.Value ?? 0).ThenByDescending(p => p.CostBps).Select(p => p.ToAnswer(total))],
            unknown,
            PortfolioNarrative.Of(together));
    }

    private static CurrencyTotals Totals(IGrouping<CurrencyCode?, Position> group) => new(
        group.Key,
        new FaceAmount(group.Sum(p => p.Face.Value)),
        group.All(p => p.Value is not null) ? Math.Round(group.Sum(p => p.Value!.Value), 2) : null,
        group.All(p => p.Cost is not null) ? Math.Round(group.Sum(p => p.Cost!.Value), 2) : null);

    private sealed record Position(BondReading Reading, FaceAmount Face, SplitOption? Plan)
    {
        private BondTranslation Translation => Reading.Translation;

        private BondPrice? Price => ReferencePrice.Of(Reading.Document.Inputs)?.Price;

        public CurrencyCode? Currency => Translation.Reference?.Currency;

        public decimal? Value => Price is { } price ? Face.ValueAt(price) : null;

        public double CostBps => Plan?.ExpectedCost?.Value ?? double.PositiveInfinity;

        /// <summary>Expected loss on what is expected to be sold.</summary>
        public decimal? Cost => Value is { } value && Plan is { ExpectedCost: { } bps } plan
            ? value * (decimal)(bps.Value / 1e4 * plan.ExpectedFill.Value)
            : null;

        public Holding ToHolding() =>
            new(Translation.Isin, Face, Translation.Reference?.Issuer, Translation.Liquidity?.Index.Value, Plan);

        public PositionAnswer ToAnswer(decimal total) => new(
            Translation.Isin,
            Translation.Reference?.Issuer,
            Face,
            Rounded.Probability(new Probability((double)(Face.Value / total))),
            Rounded.Score(Translation.Liquidity?.Index.Value),
            Rounded.Score(Translation.Risk?.Overall),
            Plan is null ? null : ExitAnswers.Option(Plan),
            Cost is { } cost ? Math.Round(cost, 2) : null,
            Currency);
    }
}
