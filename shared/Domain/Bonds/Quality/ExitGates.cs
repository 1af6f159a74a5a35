using LiquidityRisk.Domain.Bonds.Exits;

namespace LiquidityRisk.Domain.Bonds.Quality;

/// <summary>Which paths' probabilities may be shown.</summary>
/// <param name="Verdicts">The gate of each path that has one.</param>
public sealed record ExitGates(IReadOnlyDictionary<ExitPath, GateVerdict> Verdicts)
{
    /// <summary>Nothing known yet: all are shown as uncalibrated.</summary>
    public static ExitGates Unknown { get; } = new(new Dictionary<ExitPath, GateVerdict>());

    /// <summary>Whether any path's probability is withheld.</summary>
    public bool Withholds => Verdicts.Values.Contains(GateVerdict.Withheld);

    /// <summary>The verdicts as one number, the same for the same verdicts.</summary>
    public int Code { get; } = Enum.GetValues<ExitPath>().Aggregate(0, (code, path) => (code * 8) + (int)Of(Verdicts, path));

    /// <summary>The gates that measured quality sets.</summary>
    public static ExitGates Of(ExitQuality quality) => new(Enum.GetValues<ExitPath>().ToDictionary(p => p, p => quality[p].Gate.Verdict));

    /// <summary>The gate of a path.</summary>
    public GateVerdict this[ExitPath path] => Of(Verdicts, path);

    /// <summary>The recommendations without the probabilities (and their factors) that are withheld; their order stays.</summary>
    public ExitRecommendations Apply(ExitRecommendations exits) => Withholds
        ? exits with { Paths = [.. exits.Paths.Select(p => this[p.Path] == GateVerdict.Withheld ? p with { FillProbability = null, Factors = [] } : p)] }
        : exits;

    /// <summary>As <see cref="Apply(ExitRecommendations)"/>, for a whole translation.</summary>
    public BondTranslation Apply(BondTranslation translation) =>
        Withholds && translation.Exits is { } exits ? translation with { Exits = Apply(exits) } : translation;

    private static GateVerdict Of(IReadOnlyDictionary<ExitPath, GateVerdict> verdicts, ExitPath path) =>
        verdicts.TryGetValue(path, out var verdict) ? verdict : GateVerdict.NotEnoughData;
}
