using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.WhatIf;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Wallets;

/// <summary>What trying changes on a wallet says.</summary>
public static class WhatIfSentences
{
    /// <summary>What the changes do to a wallet's health.</summary>
    public static IReadOnlyList<string> Effect(WalletHealth before, WalletHealth after)
    {
        var sentences = new List<string>();
        if (after.IsDebtFree) sentences.Add(before.IsDebtFree ? "The wallet owes nothing, before and after." : "Nothing would be owed any more: nobody could liquidate this wallet.");
        else if (before.Worst is { } was && after.Worst is { } becomes) sentences.Add(Factor(was.Value, becomes.Value));
        else if (after.Worst is { } now) sentences.Add($"The lowest health factor would be {Figures.Health(now.Value)}.");
        var hit = after.Positions.Where(p => p.Factor is { IsLiquidatable: true }).Select(p => ProtocolNames.Of(p.Protocol)).ToList();
        if (hit.Count > 0) sentences.Add($"The position in {Figures.List(hit)} could then be liquidated.");
        var change = after.Debt - before.Debt;
        if (change.Amount != 0) sentences.Add($"The debt would {(change > Usd.Zero ? "grow" : "shrink")} by {Figures.Dollars(new(Math.Abs(change.Amount)))} to {Figures.Dollars(after.Debt)}.");
        return sentences;
    }

    /// <summary>Why a change cannot be.</summary>
    public static string Refusal(WalletChange change, WhatIfFault fault) => (fault, change) switch
    {
        (WhatIfFault.NoSuchPosition, _) => "The wallet has no position in this protocol.",
        (WhatIfFault.NothingToDo, _) => "The amount must be above 0.",
        (WhatIfFault.MoreThanOwed, Repay repay) => $"More {repay.Asset} would be repaid than is owed there.",
        (WhatIfFault.MoreThanSupplied, Withdraw withdraw) => $"More {withdraw.Asset} would be withdrawn than is supplied there.",
        (WhatIfFault.NotEnoughFree, _) => "Less of this token lies free in the wallet; set from_outside when it comes from elsewhere.",
        (WhatIfFault.UnknownTerms, Deposit deposit) => $"The wallet has supplied no {deposit.Asset} there yet, so what the protocol lends against it is not known.",
        (WhatIfFault.BeyondBorrowLimit, _) => "The debt would be above what the protocol lends against the collateral.",
        (WhatIfFault.Unhealthy, _) => "The health factor would be below 1: the protocol refuses this.",
        (WhatIfFault.UnknownPrice, _) => "A price is not known without which this cannot be judged.",
        (WhatIfFault.PriceNotPositive, _) => "A price cannot fall by 100 % or more.",
        _ => "This change cannot be made.",
    };

    private static string Factor(decimal was, decimal becomes) => was == becomes
        ? $"The lowest health factor would stay at {Figures.Health(was)}."
        : $"The lowest health factor would {(becomes > was ? "rise" : "fall")} from {Figures.Health(was)} to {Figures.Health(becomes)}.";
}
