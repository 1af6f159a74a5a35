using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds.Answers;

/// <summary>The cost surface on a grid that can be drawn.</summary>
internal static class CostSurfaceAnswers
{
    private static readonly FaceAmount[] Sizes =
        [.. new[] { 10_000m, 25_000m, 50_000m, 100_000m, 250_000m, 500_000m, 1_000_000m, 2_500_000m, 5_000_000m }.Select(s => new FaceAmount(s))];

    private static readonly TimeSpan[] Horizons =
        [TimeSpan.Zero, TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromDays(1), TimeSpan.FromDays(5)];

    public static CostSurfaceAnswer? Of(Microstructure market) => CostSurface.Of(market).Surface is { } surface
        ? new(Sizes, [.. Horizons.Select(h => h.TotalMinutes)], Rows(surface, new Probability(0.5)), Rows(surface, new Probability(0.9)))
        : null;

    private static IReadOnlyList<BasisPoints>[] Rows(CostSurface surface, Probability confidence) =>
        [.. Sizes.Select(s => (IReadOnlyList<BasisPoints>)[.. Horizons.Select(h => Rounded.BasisPoints(surface.At(s, h, confidence)))])];
}
