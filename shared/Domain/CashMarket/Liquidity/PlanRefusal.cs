namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>Why a plan cannot be carried out. This is the whole list.</summary>
public enum PlanRefusalReason
{
    /// <summary>The certificate is neither EUA nor CEA.</summary>
    UnknownCertificate,

    /// <summary>Both amounts are zero.</summary>
    NothingRequested,

    /// <summary>An amount is negative, above EUR 10^12 or not in whole cents.</summary>
    InvalidAmount,

    /// <summary>An amount is in another currency.</summary>
    NotEuros,

    /// <summary>An account is given twice.</summary>
    DuplicateMaker,

    /// <summary>A maker has no account or no owner, or its activity is negative.</summary>
    IncompleteMaker,

    /// <summary>The book is of another certificate.</summary>
    BookOfAnotherCertificate,

    /// <summary>The book was looked at too long ago, or after now.</summary>
    StaleBook,

    /// <summary>Somebody bids at least what another asks.</summary>
    CrossedBook,

    /// <summary>No midpoint, no recent trade and no default price.</summary>
    NoReferencePrice,

    /// <summary>The plan rests on the default price and the request does not allow that.</summary>
    DefaultReferenceNotAllowed,

    /// <summary>A level's price is below one tick or above the highest price.</summary>
    PriceOutOfRange,

    /// <summary>A level within tolerance of its target would trade with the book.</summary>
    WouldCrossBook,

    /// <summary>The amount does not pay for one certificate.</summary>
    AmountBelowOneLot,

    /// <summary>The makers together hold less than is needed; see <see cref="LiquidityPreview.MissingAssets"/>.</summary>
    InsufficientAssets,

    /// <summary>The makers together hold enough, but none by itself can pay for one certificate.</summary>
    BalancesBelowOneLot,

    /// <summary>The plan, or the plan and the book, have an owner trade with itself.</summary>
    SelfCross,

    /// <summary>Too many orders for each trade.</summary>
    OrderToTradeRatio,

    /// <summary>One owner's orders away from the best price weigh too heavily on one side.</summary>
    Layering,
}

/// <summary>What a refusal concerns.</summary>
public enum PlanField
{
    /// <summary>The request's certificate.</summary>
    CertificateType,

    /// <summary>The request's bid amount.</summary>
    BidAmountEur,

    /// <summary>The request's ask amount.</summary>
    AskAmountEur,

    /// <summary>The request's permission to rest on the default price.</summary>
    AllowDefaultReference,

    /// <summary>The market makers.</summary>
    Makers,

    /// <summary>The market's book.</summary>
    Book,
}

/// <summary>A reason and what it concerns.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Field">What.</param>
public readonly record struct PlanRefusal(PlanRefusalReason Reason, PlanField Field);

/// <summary>What somebody who approves a plan should know; it does not stop the plan.</summary>
public enum PlanNotice
{
    /// <summary>It rests on the last trade: there is no midpoint.</summary>
    LastTradeReference,

    /// <summary>It rests on the configured default price.</summary>
    DefaultReference,

    /// <summary>Bids are further from their targets than the tolerance, because a tick is that coarse.</summary>
    CoarseBidTick,

    /// <summary>Asks are further from their targets than the tolerance, because a tick is that coarse.</summary>
    CoarseAskTick,

    /// <summary>At least one certificate's price of the bid amount is not placed: it is spread over balances too small for a lot.</summary>
    BidRemainder,
}
