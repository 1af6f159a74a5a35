using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;

namespace LiquidityRisk.Domain.Wallets.WhatIf;

/// <summary>What a wallet would be after some changes: holdings and prices, or the refusal of all changes.</summary>
/// <param name="Holdings">What it would have and owe; as before when a change is refused.</param>
/// <param name="Prices">The prices then; as before when a change is refused.</param>
/// <param name="Refusal">Which change cannot be, and why; null when all can.</param>
public sealed record WhatIfResult(WalletHoldings Holdings, PriceBook Prices, WhatIfRefusal? Refusal);

/// <summary>A change that cannot be.</summary>
/// <param name="Index">Which one, from 0.</param>
/// <param name="Change">The same itself.</param>
/// <param name="Fault">Why.</param>
public sealed record WhatIfRefusal(int Index, WalletChange Change, WhatIfFault Fault);

/// <summary>Why a change cannot be.</summary>
public enum WhatIfFault
{
    /// <summary>The wallet has no position in the protocol.</summary>
    NoSuchPosition,

    /// <summary>Nothing is changed: the amount is 0.</summary>
    NothingToDo,

    /// <summary>More would be paid back than is owed.</summary>
    MoreThanOwed,

    /// <summary>More would be taken back than is supplied.</summary>
    MoreThanSupplied,

    /// <summary>Less lies free in the wallet.</summary>
    NotEnoughFree,

    /// <summary>What the protocol lends against the token is not known.</summary>
    UnknownTerms,

    /// <summary>The debt would be above the borrow limit.</summary>
    BeyondBorrowLimit,

    /// <summary>The health factor would be below 1.</summary>
    Unhealthy,

    /// <summary>A price is not known without which this cannot be judged.</summary>
    UnknownPrice,

    /// <summary>A price would fall to 0 or below.</summary>
    PriceNotPositive,
}
