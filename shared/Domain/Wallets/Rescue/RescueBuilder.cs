using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Rescue;

/// <summary>Turns sizes into steps, and makes them on the holdings to see what they do.</summary>
internal sealed class RescueBuilder(PriceBook prices, ExitAssumptions assumptions, GasPrice gasPrice, GasUnits gas)
{
    /// <summary>Less than this of a sale's proceeds is not worth another repayment.</summary>
    private static readonly Usd Cent = new(0.01m);

    /// <summary>The plan and the position afterwards; null when there is not enough debt for the proceeds of the sales.</summary>
    public (RescuePlan Plan, PositionHealth Health)? Build(
        IReadOnlyList<Remedy> set, double[] sizes, WalletHoldings holdings, ProtocolPosition position)
    {
        var (before, steps) = (position, new List<RescueStep>());
        foreach (var i in Enumerable.Range(0, set.Count).Where(i => sizes[i] > 0).OrderBy(i => set[i].Sells))
        {
            var remedy = set[i];
            var there = remedy.SpendsBalance ? holdings.Free(remedy.From) : position.SuppliedOf(remedy.From)?.Amount ?? TokenAmount.Zero;
            var spent = TokenAmount.Min(there, TokenAmount.Of(new((decimal)sizes[i]), prices.Of(remedy.From)!.Value));
            if (remedy.Into == remedy.From && remedy.Kind is not RemedyKind.AddCollateral) spent = TokenAmount.Min(spent, position.Owed(remedy.From));
            if (spent == TokenAmount.Zero) return null;
            if (remedy.SpendsBalance) holdings = holdings.WithFree(remedy.From, there - spent);
            else position = position.WithSupplied(before.SuppliedOf(remedy.From)! with { Amount = there - spent });
            if (Proceed(remedy, spent, before, position, steps) is not { } after) return null;
            position = after;
        }

        var health = PositionHealth.Of(position, prices);
        return (new(steps, new(steps.Sum(s => s.Gas.Amount)), new(steps.Sum(s => s.ExitCost.Amount)), health.Factor, false), health);
    }

    private ProtocolPosition? Proceed(Remedy remedy, TokenAmount spent, ProtocolPosition before, ProtocolPosition position, List<RescueStep> steps)
    {
        var value = spent * prices.Of(remedy.From)!.Value;
        var cost = remedy.Sells ? ExitCosts.Of(value, remedy.Market, assumptions) : Usd.Zero;
        if (remedy.Into is not { } into) return RepayAny(remedy, spent, value, cost, position, steps);
        var received = remedy.Sells ? TokenAmount.Of(value - cost, prices.Of(into)!.Value) : spent;
        steps.Add(new(remedy.Kind, remedy.From, spent, value, into, received, cost, gasPrice.CostOf(remedy.GasUnits)));
        return remedy.Kind is RemedyKind.Repay or RemedyKind.Unwind
            ? position.WithOwed(into, position.Owed(into) - received)
            : position.WithSupplied(before.SuppliedOf(into)! with { Amount = (position.SuppliedOf(into)?.Amount ?? TokenAmount.Zero) + received });
    }

    /// <summary>Pays back the largest debts in other tokens, one after the other.</summary>
    private ProtocolPosition? RepayAny(Remedy remedy, TokenAmount spent, Usd value, Usd cost, ProtocolPosition position, List<RescueStep> steps)
    {
        if (value <= cost) return null;
        var (left, first) = (value - cost, true);
        foreach (var debt in position.Borrowed.Where(b => b.Asset != remedy.From && b.Amount > TokenAmount.Zero)
            .OrderByDescending(b => prices.Worth(b.Asset, b.Amount)!.Value))
        {
            var price = prices.Of(debt.Asset)!.Value;
            var received = TokenAmount.Min(debt.Amount, TokenAmount.Of(left, price));
            var share = Math.Min(1, received * price / (value - cost));
            steps.Add(new(
                remedy.Kind, remedy.From, spent * share, value * share, debt.Asset, received, cost * share, gasPrice.CostOf(first ? remedy.GasUnits : gas.Swap + gas.Repay)));
            position = position.WithOwed(debt.Asset, debt.Amount - received);
            (left, first) = (left - (received * price), false);
            if (left < Cent) return position;
        }

        return null;
    }
}
