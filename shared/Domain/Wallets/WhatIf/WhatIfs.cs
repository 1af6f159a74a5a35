using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.WhatIf;

/// <summary>Tries changes on a wallet.</summary>
public static class WhatIfs
{
    /// <summary>Makes the changes one after the other, each as its protocol would allow it; the first that cannot be refuses all.</summary>
    public static WhatIfResult Apply(WalletHoldings holdings, PriceBook prices, IReadOnlyList<WalletChange> changes)
    {
        var state = new State(holdings, prices);
        for (var i = 0; i < changes.Count; i++)
        {
            if (Fault(ref state, changes[i]) is { } fault) return new(holdings, prices, new(i, changes[i], fault));
        }

        return new(state.Holdings, state.Prices, null);
    }

    private static WhatIfFault? Fault(ref State state, WalletChange change) => change switch
    {
        PriceShock shock => Shock(ref state, shock),
        Repay repay => Repaid(ref state, repay),
        Borrow borrow => Borrowed(ref state, borrow),
        Deposit deposit => Deposited(ref state, deposit),
        Withdraw withdraw => Withdrawn(ref state, withdraw),
        _ => throw new ArgumentException("There is no such change.", nameof(change)),
    };

    private static WhatIfFault? Shock(ref State state, PriceShock shock)
    {
        if (shock.Change <= -1) return WhatIfFault.PriceNotPositive;
        if (shock.Asset is { } asset && state.Prices.Of(asset) is null) return WhatIfFault.UnknownPrice;
        state = state with { Prices = state.Prices.Scaled(t => shock.Asset is null || t == shock.Asset ? 1 + shock.Change : 1) };
        return null;
    }

    private static WhatIfFault? Repaid(ref State state, Repay repay)
    {
        if (repay.Amount == TokenAmount.Zero) return WhatIfFault.NothingToDo;
        if (state.Holdings.In(repay.Protocol) is not { } position) return WhatIfFault.NoSuchPosition;
        var owed = position.Owed(repay.Asset);
        if (repay.Amount > owed) return WhatIfFault.MoreThanOwed;
        if (!repay.FromOutside && repay.Amount > state.Holdings.Free(repay.Asset)) return WhatIfFault.NotEnoughFree;
        state = state.With(position.WithOwed(repay.Asset, owed - repay.Amount));
        if (!repay.FromOutside) state = state.Less(repay.Asset, repay.Amount);
        return null;
    }

    private static WhatIfFault? Borrowed(ref State state, Borrow borrow)
    {
        if (borrow.Amount == TokenAmount.Zero) return WhatIfFault.NothingToDo;
        if (state.Holdings.In(borrow.Protocol) is not { } position) return WhatIfFault.NoSuchPosition;
        var after = position.WithOwed(borrow.Asset, position.Owed(borrow.Asset) + borrow.Amount);
        var health = PositionHealth.Of(after, state.Prices);
        if (health.Factor is null) return WhatIfFault.UnknownPrice;
        if (health.Debt > health.BorrowLimit) return WhatIfFault.BeyondBorrowLimit;
        state = state.With(after).More(borrow.Asset, borrow.Amount);
        return null;
    }

    private static WhatIfFault? Deposited(ref State state, Deposit deposit)
    {
        if (deposit.Amount == TokenAmount.Zero) return WhatIfFault.NothingToDo;
        var position = state.Holdings.In(deposit.Protocol);
        var known = position?.SuppliedOf(deposit.Asset);
        if (position is null && deposit.Terms is null) return WhatIfFault.NoSuchPosition;
        if ((known?.Terms ?? deposit.Terms) is not { } terms) return WhatIfFault.UnknownTerms;
        if (!deposit.FromOutside && deposit.Amount > state.Holdings.Free(deposit.Asset)) return WhatIfFault.NotEnoughFree;
        var supplied = known ?? new(deposit.Asset, TokenAmount.Zero, terms, terms.LiquidationThreshold.Value > 0, null);
        state = state.With((position ?? new(deposit.Protocol, [], [])).WithSupplied(supplied with { Amount = supplied.Amount + deposit.Amount }));
        if (!deposit.FromOutside) state = state.Less(deposit.Asset, deposit.Amount);
        return null;
    }

    private static WhatIfFault? Withdrawn(ref State state, Withdraw withdraw)
    {
        if (withdraw.Amount == TokenAmount.Zero) return WhatIfFault.NothingToDo;
        if (state.Holdings.In(withdraw.Protocol) is not { } position) return WhatIfFault.NoSuchPosition;
        if (position.SuppliedOf(withdraw.Asset) is not { } supplied || withdraw.Amount > supplied.Amount) return WhatIfFault.MoreThanSupplied;
        var after = position.WithSupplied(supplied with { Amount = supplied.Amount - withdraw.Amount });
        var health = PositionHealth.Of(after, state.Prices);
        if (supplied.IsCollateral && !health.IsDebtFree)
        {
            if (health.Factor is not { } factor) return WhatIfFault.UnknownPrice;
            if (factor.IsLiquidatable) return WhatIfFault.Unhealthy;
        }

        state = state.With(after).More(withdraw.Asset, withdraw.Amount);
        return null;
    }

    private readonly record struct State(WalletHoldings Holdings, PriceBook Prices)
    {
        public State With(ProtocolPosition position) => this with { Holdings = Holdings.With(position) };

        public State Less(TokenSymbol asset, TokenAmount amount) => this with { Holdings = Holdings.WithFree(asset, Holdings.Free(asset) - amount) };

        public State More(TokenSymbol asset, TokenAmount amount) => this with { Holdings = Holdings.WithFree(asset, Holdings.Free(asset) + amount) };
    }
}
