using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>The part of a risk assessment that readers watch.</summary>
/// <param name="Overall">The overall risk.</param>
/// <param name="Levels">Level of each category, null where not assessed, in the order of the categories.</param>
public sealed record RiskReading(Score? Overall, IReadOnlyList<RiskLevel?> Levels)
{
    /// <summary>Reads an assessment; null stays null.</summary>
    public static RiskReading? Of(RiskAssessment? risk) =>
        risk is null ? null : new(risk.Overall, [.. risk.Categories.Select(c => c.Level)]);

    /// <summary>Whether a reader who knows this one should be told of a new one.</summary>
    /// <param name="current">The new one.</param>
    /// <param name="points">How far the overall risk must have moved.</param>
    public bool IsNews(RiskReading current, double points) =>
        !Levels.SequenceEqual(current.Levels)
        || Overall.HasValue != current.Overall.HasValue
        || (Overall is { } was && current.Overall is { } now && Math.Abs(was.Value - now.Value) >= points);
}

/// <summary>The part of the ways out that readers watch.</summary>
/// <param name="Paths">Feasible paths, best first, with their chance and time.</param>
public sealed record ExitReading(IReadOnlyList<ExitPathReading> Paths)
{
    /// <summary>The best path; null when none is feasible.</summary>
    public ExitPath? Best => Paths is [var best, ..] ? best.Path : null;

    /// <summary>Reads recommendations; null stays null.</summary>
    public static ExitReading? Of(ExitRecommendations? exits) => exits is null
        ? null
        : new([.. exits.Paths.Where(p => p.IsFeasible).Select(p => new ExitPathReading(p.Path, p.FillProbability!.Value, p.ExpectedTime!.Value))]);

    /// <summary>Whether a reader who knows this one should be told of a new one: the order of paths, or a chance or time that moved.</summary>
    /// <param name="current">The new one.</param>
    /// <param name="probability">How far a chance must have moved.</param>
    /// <param name="time">How far a time must have moved.</param>
    public bool IsNews(ExitReading current, double probability, TimeSpan time) =>
        Paths.Count != current.Paths.Count || Paths.Zip(current.Paths).Any(p =>
            p.First.Path != p.Second.Path
            || Math.Abs(p.First.Fill.Value - p.Second.Fill.Value) >= probability
            || (p.First.Time - p.Second.Time).Duration() >= time);
}

/// <summary>A feasible path as last told.</summary>
/// <param name="Path">Which one.</param>
/// <param name="Fill">Its fill probability.</param>
/// <param name="Time">Its expected time.</param>
public sealed record ExitPathReading(ExitPath Path, Probability Fill, TimeSpan Time);
