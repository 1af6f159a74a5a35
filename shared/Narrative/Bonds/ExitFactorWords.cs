using LiquidityRisk.Domain.Bonds.Exits;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>What speaks for and against a fill, out of the factors of its probability.</summary>
internal static class ExitFactorWords
{
    // Less than this from neutral, in log-odds, is not worth a word.
    private const double Telling = 0.15;

    /// <summary>What lifts the probability, the strongest first.</summary>
    public static IEnumerable<string> For(IReadOnlyList<ExitFactor> factors) =>
        factors.Where(f => Lean(f) > Telling).OrderByDescending(Lean).Select(f => Words(f.Kind, good: true)).OfType<string>();

    /// <summary>What lowers it, the strongest first.</summary>
    public static IEnumerable<string> Against(IReadOnlyList<ExitFactor> factors) =>
        factors.Where(f => Lean(f) < -Telling).OrderBy(Lean).Select(f => Words(f.Kind, good: false)).OfType<string>();

    private static double Lean(ExitFactor factor) => factor.Contribution is { } c ? c - Neutral(factor.Kind) : 0;

    /// <summary>
    /// The log-odds at which a factor says neither. Factors that only ever add or only ever take would else always speak for or
    /// always against; where the middle lies is judgement of wording and changes no figure.
    /// </summary>
    private static double Neutral(ExitFactorKind kind) => kind switch
    {
        ExitFactorKind.QuoteActivity => 0.5,
        ExitFactorKind.BidCover => 0.7,
        ExitFactorKind.SizeToDepth or ExitFactorKind.SizeToCap or ExitFactorKind.SizeToLots => -0.4,
        ExitFactorKind.DemandSlope => -0.2,
        _ => 0,
    };

    private static string? Words(ExitFactorKind kind, bool good) => kind switch
    {
        ExitFactorKind.Base => null,
        ExitFactorKind.QuoteActivity => good ? "the dealer quotes often" : "the dealer quotes rarely",
        ExitFactorKind.QuoteTightness => good ? "the dealer's buying and selling prices are close" : "the dealer's buying and selling prices are far apart",
        ExitFactorKind.InventoryRoom => good ? "the dealer has room for this amount" : "the amount fills much of the dealer's room",
        ExitFactorKind.Rating => good ? "the rating is strong" : "the rating is weak or missing",
        ExitFactorKind.LiquidityIndex => good ? "the bond trades easily" : "the bond trades poorly",
        ExitFactorKind.SizeToDepth => good ? "the visible bids are large for this amount" : "the amount is large for the visible bids",
        ExitFactorKind.BidCover => good ? "many buyers bid" : "few buyers bid",
        ExitFactorKind.DemandCover => good ? "buyers ask for more than this amount" : "buyers ask for less than this amount",
        ExitFactorKind.DemandSlope => good ? "bids hold up as the amount grows" : "bids fall off as the amount grows",
        ExitFactorKind.SizeToCap => good ? "the amount is well below the limit" : "the amount is close to the limit",
        ExitFactorKind.DealerPresence => good ? "a dealer is there to answer" : "no dealer is there to answer",
        ExitFactorKind.SizeToLots => good ? "the amount is small enough for single buyers" : "the amount is large for single buyers",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This factor has no words."),
    };

    /// <summary>The words of one factor, either way; for the check that all have some.</summary>
    internal static (string? For, string? Against) Of(ExitFactorKind kind) => (Words(kind, good: true), Words(kind, good: false));
}
