using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>Says in words why an account or a market refused something.</summary>
internal static class Refusals
{
    public static CashMarketRefusedException Malformed(string field, string message) => new("invalid_request", field, message, RefusalKind.Malformed);

    public static CashMarketRefusedException Impossible(string code, string? field, string message) => new(code, field, message, RefusalKind.Impossible);

    public static CashMarketRefusedException NotFound(string message) => new("not_found", null, message, RefusalKind.NotFound);

    public static CashMarketRefusedException Conflict(string code, string? field, string message) => new(code, field, message, RefusalKind.Conflict);

    public static CashMarketRefusedException NotAllowed(string code, string message) => new(code, null, message, RefusalKind.NotAllowed);

    /// <summary>With the four figures of the mission.</summary>
    public static CashMarketRefusedException Insufficient(string field, AssetShortfall shortfall, RefusalKind kind = RefusalKind.Impossible) => new(
        "insufficient_assets",
        field,
        $"{shortfall.Required} are needed and {shortfall.Available} are available: {shortfall.Shortfall} are missing.",
        kind,
        shortfall);

    public static CashMarketRefusedException Of(AccountRefusal refusal, string amountField) => refusal switch
    {
        InsufficientAssets insufficient => Insufficient(amountField, insufficient.Shortfalls[0]),
        SideNotAllowed side => Impossible(
            "side_not_allowed", "side", $"{Article(side.Kind)} only {(side.Kind.SideOf() == OrderSide.Buy ? "buys" : "sells")}."),
        AssetNotAllowed asset => Impossible(
            "asset_not_allowed", "asset_type", $"{Article(asset.Kind)} is funded with {(asset.Kind == AccountKind.AssetHolder ? "CEA or EUA" : "EUR")} only."),
        BuyWithoutLimit => Malformed("price", "A market order to buy names the worst price to pay."),
        _ => Conflict("account_busy", null, "The account is not in a state to do this; look at it and try again."),
    };

    public static CashMarketRefusedException Of(RejectReason reason) => reason switch
    {
        RejectReason.UnknownOrder or RejectReason.NotTheAccountsOrder => NotFound("You have no such order waiting: it has traded, was cancelled or never was."),
        RejectReason.WouldTake => Impossible("would_take", "post_only", "A post-only order that would trade at once is refused."),
        RejectReason.RemainingChanged => Conflict("remaining_changed", "if_remaining", "What is left of the order is not what you believed."),
        RejectReason.NothingToChange => Impossible("nothing_to_change", "quantity", "The order has this price and size already."),
        RejectReason.BookFull => Impossible("book_full", "quantity", "More would wait on this side of the book than can be counted."),
        RejectReason.ContradictoryTerms => Malformed("post_only", "Post-only goes with a limit order that is good till cancelled."),
        RejectReason.EmptyBatch => Conflict("given_up", null, "An earlier attempt under this key was given up; send the request again under a new key."),
        _ => Impossible("rejected", null, $"The market refused the order: {reason}."),
    };

    private static string Article(AccountKind kind) => kind == AccountKind.AssetHolder ? "An asset holder" : "A liquidity provider";
}
