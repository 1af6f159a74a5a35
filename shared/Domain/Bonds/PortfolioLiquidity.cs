using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>Several holdings together, all sold from now on by their recommended plans.</summary>
/// <param name="Index">Mean of the indices weighted by face amount; null when no holding has one.</param>
/// <param name="IndexedShare">Share of the face amount that has an index.</param>
/// <param name="Curve">Share expected to be sold by each time, rising; begins at (0, 0).</param>
/// <param name="LargestBond">Share of the largest bond.</param>
/// <param name="LargestIssuer">The issuer with the largest share, and the share; null when no issuer is known.</param>
/// <param name="Herfindahl">Sum of squared shares by bond, from 1/n to 1.</param>
/// <param name="IlliquidShare">Share in bonds whose index is below 30 or missing.</param>
public sealed record PortfolioLiquidity(
    Score? Index,
    Probability IndexedShare,
    IReadOnlyList<(TimeSpan Time, Probability Share)> Curve,
    Probability LargestBond,
    (string Issuer, Probability Share)? LargestIssuer,
    double Herfindahl,
    Probability IlliquidShare)
{
    private const double Illiquid = 30;

    /// <summary>Takes holdings together.</summary>
    /// <param name="holdings">At least one, each with a face amount above 0.</param>
    /// <exception cref="ArgumentException">There is no holding.</exception>
    public static PortfolioLiquidity Of(IReadOnlyList<Holding> holdings)
    {
        if (holdings.Count == 0) throw new ArgumentException("There is at least one holding.", nameof(holdings));
        var total = holdings.Sum(h => (double)h.Face.Value);
        double Share(Holding h) => (double)h.Face.Value / total;
        var indexed = holdings.Where(h => h.Index is not null).ToList();
        var share = indexed.Sum(Share);
        var issuer = holdings.Where(h => h.Issuer is not null)
            .GroupBy(h => h.Issuer!, StringComparer.OrdinalIgnoreCase)
            .Select(g => (Issuer: g.Key, Share: Bounded(g.Sum(Share))))
            .OrderByDescending(g => g.Share.Value)
            .ThenBy(g => g.Issuer, StringComparer.Ordinal)
            .Select(g => ((string, Probability)?)g)
            .FirstOrDefault();
        return new(
            indexed.Count == 0 ? null : Score.Clamp(indexed.Sum(h => Share(h) * h.Index!.Value.Value) / share),
            Bounded(share),
            CurveOf(holdings, total),
            Bounded(holdings.Max(Share)),
            issuer,
            holdings.Sum(h => Share(h) * Share(h)),
            Bounded(holdings.Where(h => h.Index is not { Value: >= Illiquid }).Sum(Share)));
    }

    private static List<(TimeSpan Time, Probability Share)> CurveOf(IReadOnlyList<Holding> holdings, double total)
    {
        var curve = new List<(TimeSpan, Probability)> { (TimeSpan.Zero, default) };
        var sold = 0.0;
        var steps = holdings.SelectMany(h => h.Plan?.Steps ?? []).GroupBy(s => s.ExpectedTime).OrderBy(g => g.Key);
        foreach (var atOnce in steps)
        {
            sold += atOnce.Sum(s => (double)s.Size.Value * s.FillProbability.Value) / total;
            curve.Add((atOnce.Key, Bounded(sold)));
        }

        return curve;
    }

    private static Probability Bounded(double share) => new(Math.Clamp(share, 0, 1));
}

/// <summary>A holding.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="Face">Face amount, above 0.</param>
/// <param name="Issuer">Its issuer; null when unknown.</param>
/// <param name="Index">Its liquidity index; null when not assessed.</param>
/// <param name="Plan">How it is sold; null when nothing of it can be.</param>
public sealed record Holding(Isin Isin, FaceAmount Face, string? Issuer, Score? Index, SplitOption? Plan);
