using LiquidityRisk.Domain.Bonds.Exits;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>Says why a way out is not open. What a market maker is ready to hold is never told.</summary>
public static class ViolationSentence
{
    /// <summary>The violation as a sentence.</summary>
    public static string Of(ExitViolation violation) => violation.Kind switch
    {
        ExitViolationKind.Matured => "The bond has already fallen due.",
        ExitViolationKind.NoMarketMaker => "No dealer is known to quote this bond.",
        ExitViolationKind.MarketMakerOffline => "The dealer does not quote at the moment.",
        ExitViolationKind.InventoryLimit => "The amount is more than the dealer is ready to hold.",
        ExitViolationKind.RatingCap => AtMost(violation, "this rating"),
        ExitViolationKind.IssuerClassLimit => AtMost(violation, "this kind of issuer"),
        ExitViolationKind.TenorRestriction => violation.Actual is { } years
            ? $"This way is not open to bonds with {Figures.Text(years, "0.#")} years to run."
            : "This way is not open to bonds without a day of repayment.",
        ExitViolationKind.NoAuction => "No auction of this bond is known.",
        ExitViolationKind.NoAuctionWindow => "No date is set for the next auction.",
        ExitViolationKind.WindowTooFar => violation is { Limit: { } limit, Actual: { } hours }
            ? $"The next round is {Figures.Text(hours, "#,##0")} hours away, more than the {Figures.Text(limit, "#,##0")} hours that can be planned with."
            : "The next round is too far away to plan with.",
        ExitViolationKind.MinimumLot => violation.Limit is { } lot
            ? $"The smallest amount that can be sold this way is {Figures.Text(lot, "#,##0.##")} of face value."
            : "The amount is too small for this way.",
        _ => throw new ArgumentOutOfRangeException(nameof(violation), violation.Kind, "This violation has no sentence."),
    };

    private static string AtMost(ExitViolation violation, string row) => violation.Limit switch
    {
        0 => $"The rules for {row} do not allow a sale this way.",
        { } limit => $"The rules for {row} allow at most {Figures.Text(limit, "#,##0.##")} of face value this way.",
        null => $"The amount is more than the rules for {row} allow this way.",
    };
}
