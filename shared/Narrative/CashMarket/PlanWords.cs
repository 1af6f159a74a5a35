using System.Globalization;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Liquidity;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.CashMarket;

/// <summary>Says in words what stands against a plan for liquidity, and what somebody who approves it should know.</summary>
public static class PlanWords
{
    /// <summary>Why a plan cannot be carried out.</summary>
    public static string Of(PlanRefusalReason reason) => reason switch
    {
        PlanRefusalReason.UnknownCertificate => "The certificate is neither EUA nor CEA.",
        PlanRefusalReason.NothingRequested => "Both amounts are zero.",
        PlanRefusalReason.InvalidAmount => "An amount is from 0 to EUR 1,000,000,000,000, in whole cents.",
        PlanRefusalReason.NotEuros => "Amounts are in euros.",
        PlanRefusalReason.DuplicateMaker => "A market maker is given twice.",
        PlanRefusalReason.IncompleteMaker => "A market maker is incomplete.",
        PlanRefusalReason.BookOfAnotherCertificate => "The book is of another certificate.",
        PlanRefusalReason.StaleBook => "The book was looked at too long ago.",
        PlanRefusalReason.CrossedBook => "Somebody bids at least what another asks; the market has to settle first.",
        PlanRefusalReason.NoReferencePrice => "There is no midpoint, no recent trade and no default price to measure from.",
        PlanRefusalReason.DefaultReferenceNotAllowed => "The plan rests on the configured default price, which the request does not allow.",
        PlanRefusalReason.PriceOutOfRange => "A price level is below one cent or above the highest price.",
        PlanRefusalReason.WouldCrossBook => "A price level would trade with the book.",
        PlanRefusalReason.AmountBelowOneLot => "The amount does not pay for one certificate.",
        PlanRefusalReason.InsufficientAssets => "The market makers together hold less than is needed.",
        PlanRefusalReason.BalancesBelowOneLot => "No market maker by itself can pay for one certificate.",
        PlanRefusalReason.SelfCross => "An owner's orders would trade with each other.",
        PlanRefusalReason.OrderToTradeRatio => "An owner places too many orders for each trade.",
        PlanRefusalReason.Layering => "One owner's orders away from the best price weigh too heavily.",
        _ => reason.ToString(),
    };

    /// <summary>What somebody who approves a plan should know.</summary>
    public static string Of(PlanNotice notice) => notice switch
    {
        PlanNotice.LastTradeReference => "Prices are measured from the last trade: nobody but market makers quotes both sides.",
        PlanNotice.DefaultReference => "Prices are measured from the configured default price: there is no midpoint and no recent trade.",
        PlanNotice.CoarseBidTick => "A cent is so coarse at this price that bids are further from their targets than the tolerance.",
        PlanNotice.CoarseAskTick => "A cent is so coarse at this price that asks are further from their targets than the tolerance.",
        PlanNotice.BidRemainder => "A part of the bid amount is left: it is spread over balances too small for a certificate.",
        _ => notice.ToString(),
    };

    /// <summary>What an owner's orders look like to a supervisor.</summary>
    public static string Of(ConductFinding finding, string owner)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Rule switch
        {
            ConductRule.SelfCross => $"{owner} would bid {finding.Score:0} ticks above its own lowest ask.",
            ConductRule.OrderToTrade => string.Create(CultureInfo.InvariantCulture, $"{owner} would have {finding.Score + 1:0.#} orders for each trade."),
            _ => string.Create(CultureInfo.InvariantCulture, $"{finding.Score:P0} of a side would be {owner}'s orders away from the best price, not balanced by its other side."),
        };
    }

    /// <summary>What would help.</summary>
    public static string Of(SuggestedAction action, Func<AccountId, string> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return action switch
        {
            CreateMaker create => $"Create {(create.Kind == AccountKind.AssetHolder ? "an asset holder" : "a liquidity provider")} with {create.Balance}.",
            FundMaker fund => $"Fund {name(fund.Account)} with {fund.Amount} more.",
            ReduceAmount reduce => string.Create(
                CultureInfo.InvariantCulture,
                $"Ask for EUR {reduce.Amount.Amount:N2} of {(reduce.Side == OrderSide.Buy ? "bids" : "asks")}, of which EUR {reduce.Creates.Amount:N2} would be placed now."),
            _ => "",
        };
    }

    /// <summary>What has changed since a plan was approved.</summary>
    public static string Of(PlanDifference difference, Func<AccountId, string> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return difference switch
        {
            ReferenceMoved moved => $"The reference price moved from EUR {moved.From.Price} to EUR {moved.To.Price}, by {moved.By}.",
            AssetsGone gone => $"{name(gone.Account)} has {gone.Available} available; its orders need {gone.Needed}.",
            BookMoved book => $"An order at EUR {book.Order.Price} would trade with the book, whose best price is now EUR {book.Best}.",
            NoLongerPossible refusal => Of(refusal.Refusal.Reason),
            _ => "",
        };
    }

    /// <summary>How evenly a side is shared.</summary>
    public static string Fairness(SidePlan plan, Func<AccountId, string> name)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(name);
        var index = string.Create(CultureInfo.InvariantCulture, $"{plan.Fairness.JainIndex:0.000}");
        var capped = plan.Capped.Select(name).ToList();
        var shares = capped.Count == 0 ? "All give an equal share" : $"Equal shares, but for {string.Join(", ", capped)}, who give all they have";
        var proof = plan.Fairness.Certificate.Holds ? "no reassignment helps the worst-off" : "a reassignment would help the worst-off";
        return $"{shares}; Jain index {index}; {proof}.";
    }
}
