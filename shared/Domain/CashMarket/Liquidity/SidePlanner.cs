using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>What came of planning a side: a plan, or a refusal with what would help.</summary>
internal sealed record SideOutcome(
    SidePlan? Plan, PlanRefusalReason? Refusal, AssetShortfall? Missing, ImmutableArray<SuggestedAction> Actions);

/// <summary>Plans one side. It computes in the unit the makers quote with: whole cents for bids, whole lots for asks.</summary>
internal sealed class SidePlanner
{
    private readonly OrderSide _side;
    private readonly CertificateType _certificate;
    private readonly ImmutableArray<PriceLevel> _levels;
    private readonly LiquidityMaker[] _makers;
    private readonly long[] _balances;
    private readonly long[] _costs;

    /// <summary>Takes the makers of all kinds, in the order of their accounts.</summary>
    public SidePlanner(OrderSide side, CertificateType certificate, ImmutableArray<PriceLevel> levels, IEnumerable<LiquidityMaker> makers)
    {
        (_side, _certificate, _levels) = (side, certificate, levels);
        _makers = [.. makers.Where(m => m.Quotes(side))];
        _balances = [.. _makers.Select(Balance)];
        _costs = [.. levels.Select(l => side == OrderSide.Buy ? l.Price.Value : 1L)];
    }

    public SideOutcome Plan(Money target)
    {
        var cents = Cents.Within(target);
        var lots = LevelSizing.Size(cents, _levels);
        if (lots.Sum() == 0) return new(null, PlanRefusalReason.AmountBelowOneLot, null, []);
        var required = Required(cents, lots);
        var available = _balances.Sum();
        if (required > available) return Lacking(required, available);
        var plan = Build(cents, lots);
        return plan.Quantity.IsZero ? new(null, PlanRefusalReason.BalancesBelowOneLot, null, []) : new(plan, null, null, []);
    }

    private SidePlan Build(long cents, long[] lots)
    {
        var required = Required(cents, lots);
        var fair = WaterFilling.Share(_balances, required);
        IReadOnlyList<long> goals = _side == OrderSide.Buy ? [.. _balances.Select(c => Math.Min(c, fair.Level))] : fair.Shares;
        var rows = LotAssignment.Assign(_balances, goals, _costs, lots, required);
        var levels = _levels.Select((level, j) => PlanLevel(level, rows.Sum(r => r[j]))).ToImmutableArray();
        return new(
            _side,
            Cents.Money(cents),
            Cents.Money(levels.Sum(l => l.Quantity.Value * l.Price.Price.Value)),
            new(levels.Sum(l => l.Quantity.Value)),
            Amount(required),
            levels,
            [.. _makers.Select((m, i) => PlanMaker(m, fair.Shares[i], fair.Capped[i], rows[i]))],
            FairnessOf(rows));
    }

    // Whoever holds nothing has no share to be fair about.
    private Fairness FairnessOf(long[][] rows)
    {
        var holders = Enumerable.Range(0, _makers.Length).Where(i => _balances[i] > 0).ToArray();
        return Fairness.Of([.. holders.Select(i => _balances[i])], [.. holders.Select(i => UsedBy(rows[i]))], _costs.Max());
    }

    private static PlannedLevel PlanLevel(PriceLevel level, long lots) => new(level, new(lots), level.Price.ValueOf(new(lots)));

    private MakerPlan PlanMaker(LiquidityMaker maker, long share, bool capped, long[] row) => new(
        maker.Account,
        maker.Owner,
        maker.Available(_certificate),
        Amount(share),
        Amount(UsedBy(row)),
        capped,
        [.. row.Select((q, j) => new PlannedOrder(maker.Account, maker.Owner, _side, _levels[j].Price, new(q), j)).Where(o => !o.Quantity.IsZero)]);

    private SideOutcome Lacking(long required, long available)
    {
        var missing = new AssetShortfall(Amount(required), Amount(available));
        var actions = ImmutableArray.CreateBuilder<SuggestedAction>();
        actions.Add(new CreateMaker(AccountKindRules.TypeFor(_side), missing.Shortfall));
        if (_makers.Length > 0) actions.Add(new FundMaker(_makers[Array.IndexOf(_balances, _balances.Min())].Account, missing.Shortfall));
        if (Affordable(available) is { } reduced) actions.Add(reduced);
        return new(null, PlanRefusalReason.InsufficientAssets, missing, actions.DrainToImmutable());
    }

    /// <summary>
    /// What the balances suffice for. Certificates in euros: lots × Σ 1 / Σ (w_j / p_j), less where rounding to lots would need more.
    /// </summary>
    private ReduceAmount? Affordable(long available)
    {
        var cents = available;
        if (_side == OrderSide.Sell)
        {
            var perCent = _levels.Sum(l => (decimal)l.Rule.Share.Value / PartsPerMillion.Whole / l.Price.Value);
            cents = (long)decimal.Floor(Math.Min(Cents.Max, available / perCent));
            for (var needed = LevelSizing.Size(cents, _levels).Sum(); needed > available; needed = LevelSizing.Size(cents, _levels).Sum())
                cents = Math.Max(0, cents - ((needed - available) * _levels.Max(l => l.Price.Value)));
        }

        var lots = LevelSizing.Size(cents, _levels);
        if (lots.Sum() == 0) return null;
        var plan = Build(cents, lots);
        return plan.Quantity.IsZero ? null : new(_side, plan.Target, plan.Placed);
    }

    private long UsedBy(long[] row) => row.Zip(_costs).Sum(c => c.First * c.Second);

    private long Required(long cents, long[] lots) => _side == OrderSide.Buy ? cents : lots.Sum();

    private long Balance(LiquidityMaker maker) => _side == OrderSide.Buy
        ? Cents.Within(maker.Euros)
        : _certificate == CertificateType.Eua ? maker.Eua.Value : maker.Cea.Value;

    private AssetAmount Amount(long units) =>
        _side == OrderSide.Buy ? AssetAmount.Of(Cents.Money(units)) : AssetAmount.Of(_certificate, new(units));
}
