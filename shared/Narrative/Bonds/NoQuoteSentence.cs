using LiquidityRisk.Domain.Bonds.Exits;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>Says why a way out has no expected price.</summary>
public static class NoQuoteSentence
{
    /// <summary>The reason as a sentence.</summary>
    public static string Of(NoQuoteReason reason) => reason switch
    {
        NoQuoteReason.NoReferencePrice => "No quote, trade or auction gives a price to start from.",
        NoQuoteReason.NoSpread => "Nobody's gap between buying and selling price is known.",
        NoQuoteReason.NoClearingEstimate => "The auction does not say at what price it would clear.",
        NoQuoteReason.NoBidDepth => "No bid is waiting, so nobody can tell what a sale would fetch.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "This reason has no sentence."),
    };
}
