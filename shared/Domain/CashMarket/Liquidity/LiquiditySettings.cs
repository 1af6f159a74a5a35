using System.Collections.Immutable;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>Where a part of the volume goes.</summary>
/// <param name="Distance">How far from the reference price: below it for bids, above it for asks.</param>
/// <param name="Share">Which part of the volume.</param>
public readonly record struct LevelRule(PartsPerMillion Distance, PartsPerMillion Share);

/// <summary>What plans are made by. Consistent once constructed.</summary>
public sealed record LiquiditySettings
{
    /// <summary>Most levels on a side.</summary>
    public const int MaxLevels = 10;

    /// <summary>0.2, 0.4 and 0.5 % from the reference with 50, 30 and 20 % of the volume.</summary>
    public static readonly ImmutableArray<LevelRule> StandardLevels =
        [new(new(2_000), new(500_000)), new(new(4_000), new(300_000)), new(new(5_000), new(200_000))];

    /// <summary>Takes settings; what is not given is standard.</summary>
    /// <param name="levels">
    /// 1 to <see cref="MaxLevels"/> levels, nearest first; distances above 0 and at most 10 %, each further than the one before; shares
    /// above 0 that sum to the whole. Standard: <see cref="StandardLevels"/>.
    /// </param>
    /// <param name="defaultPrices">Price by certificate when the market has none; may be empty, which is standard.</param>
    /// <param name="priceTolerance">How far a level may be from its target, and a price may move until execution. Standard: 0.1 %.</param>
    /// <param name="maxBookAge">How old a book may be, above zero. Standard: 10 s.</param>
    /// <param name="maxTradeAge">How old the last trade may be, above zero. Standard: one day.</param>
    /// <param name="previewLifetime">How long a preview is good for, above zero. Standard: 5 min.</param>
    /// <param name="conduct">Limits of conduct. Standard: <see cref="ConductLimits.Standard"/>.</param>
    /// <exception cref="ArgumentException">Something is inconsistent; the message names the setting.</exception>
    public LiquiditySettings(
        ImmutableArray<LevelRule>? levels = null,
        ImmutableDictionary<CertificateType, Ticks>? defaultPrices = null,
        PartsPerMillion? priceTolerance = null,
        TimeSpan? maxBookAge = null,
        TimeSpan? maxTradeAge = null,
        TimeSpan? previewLifetime = null,
        ConductLimits? conduct = null)
    {
        Levels = levels ?? StandardLevels;
        DefaultPrices = defaultPrices ?? ImmutableDictionary<CertificateType, Ticks>.Empty;
        PriceTolerance = priceTolerance ?? new(1_000);
        MaxBookAge = Positive(maxBookAge ?? TimeSpan.FromSeconds(10), nameof(maxBookAge));
        MaxTradeAge = Positive(maxTradeAge ?? TimeSpan.FromDays(1), nameof(maxTradeAge));
        PreviewLifetime = Positive(previewLifetime ?? TimeSpan.FromMinutes(5), nameof(previewLifetime));
        Conduct = conduct ?? ConductLimits.Standard;
        if (LevelFault(Levels) is { } fault) throw new ArgumentException(fault, nameof(levels));
        if (DefaultPrices.Any(p => p.Key == default || p.Value == default))
            throw new ArgumentException("A default price names a certificate and a price.", nameof(defaultPrices));
    }

    /// <summary>Nearest first.</summary>
    public ImmutableArray<LevelRule> Levels { get; }

    /// <summary>Price by certificate when the market has none.</summary>
    public ImmutableDictionary<CertificateType, Ticks> DefaultPrices { get; }

    /// <summary>How far a level may be from its target, and a reference may move until execution.</summary>
    public PartsPerMillion PriceTolerance { get; }

    /// <summary>How old a book may be.</summary>
    public TimeSpan MaxBookAge { get; }

    /// <summary>How old the last trade may be.</summary>
    public TimeSpan MaxTradeAge { get; }

    /// <summary>How long a preview is good for.</summary>
    public TimeSpan PreviewLifetime { get; }

    /// <summary>Limits of conduct.</summary>
    public ConductLimits Conduct { get; }

    private static string? LevelFault(ImmutableArray<LevelRule> levels)
    {
        if (levels.IsDefault || levels.Length is 0 or > MaxLevels) return FormattableString.Invariant($"There are 1 to {MaxLevels} levels.");
        if (levels.Any(l => l.Distance.Value is 0 or > 100_000)) return "A level is above 0 and at most 10 % from the reference.";
        if (levels.Zip(levels.Skip(1)).Any(l => l.First.Distance >= l.Second.Distance)) return "Each level is further than the one before.";
        if (levels.Any(l => l.Share.Value == 0)) return "Each level has some volume.";
        return levels.Sum(l => l.Share.Value) == PartsPerMillion.Whole ? null : "The levels' shares sum to the whole.";
    }

    private static TimeSpan Positive(TimeSpan value, string name) =>
        value > TimeSpan.Zero ? value : throw new ArgumentException("A time span is above zero.", name);
}
