using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Rescue;

/// <summary>Finds the cheapest way to bring a position to a target health factor, gas and exit costs included.</summary>
/// <remarks>
/// <para>Gas is paid once per step and exit costs grow with size, so sets of up to four of the twelve most effective remedies are tried, each
/// filled as cheaply as possible, and besides each remedy alone, and all together less those that are not worth their gas. A set is filled without
/// a look at how many debts its sales pay back, so the best plan may miss the cheapest by the gas of such a repayment. Every plan is made on the
/// holdings and its health factor reckoned anew.</para>
/// <para>Collateral is taken back, sold and the debt repaid in one transaction, by the protocol's own adapter or a flash loan without a fee, so
/// that only the health afterwards counts. Caps on supply, isolation and a protocol's lack of liquidity are not looked at.</para>
/// </remarks>
public static class CheapestRescue
{
    private const int Candidates = 12;
    private const int LargestSet = 4;
    private const int MaxAlternatives = 12;

    /// <summary>The advice; <see cref="RescueAdvice.None"/> without a known debt in the protocol, or when the target is reached.</summary>
    /// <param name="holdings">What the wallet has and owes.</param>
    /// <param name="protocol">Which position is to be rescued.</param>
    /// <param name="prices">Prices.</param>
    /// <param name="markets">What is known of the tokens' markets.</param>
    /// <param name="gasPrice">What gas costs.</param>
    /// <param name="target">The health factor to reach, above 1.</param>
    /// <param name="assumptions">What a sale costs.</param>
    /// <param name="gas">What transactions use.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target is not above 1.</exception>
    public static RescueAdvice Of(
        WalletHoldings holdings,
        LendingProtocol protocol,
        PriceBook prices,
        IReadOnlyDictionary<TokenSymbol, TokenMarket> markets,
        GasPrice gasPrice,
        HealthFactor target,
        ExitAssumptions assumptions,
        GasUnits gas)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(target.Value, 1, nameof(target));
        if (holdings.In(protocol) is not { } position) return RescueAdvice.None;
        var health = PositionHealth.Of(position, prices);
        if (health.Factor is not { } factor || factor >= target) return RescueAdvice.None;
        var remedies = new Remedies(holdings, position, prices, markets, (double)target.Value, assumptions, gas).All();
        var search = new RescueSearch(holdings, position, health, target, prices, new(prices, assumptions, gasPrice, gas));
        var ranked = remedies.Where(r => r.Useful > 0).OrderBy(r => CostOfGain(r, search.Missing(health), gasPrice)).ToList();
        var alone = remedies.Select(r => (Remedy: r, Plan: search.PlanOf([r]))).ToList();
        var plans = alone.Select(a => a.Plan).Concat(Sets([.. ranked.Take(Candidates)]).Select(search.PlanOf)).Append(search.Thinned(Compatible(ranked)))
            .OfType<RescuePlan>().OrderBy(p => p.Cost.Amount).ThenBy(p => p.Moved.Amount).DistinctBy(p => Outline(p)).ToList();
        var shown = plans.Where((p, i) => i <= MaxAlternatives || p.Steps.Count == 1)
            .Select(p => p with { IsDominated = plans.Exists(o => Dominates(o, p)) }).ToList();
        return new(
            shown.FirstOrDefault(),
            [.. shown.Skip(1)],
            [.. alone.Where(a => a.Plan is null).Select(a => new InfeasibleRemedy(
                a.Remedy.Kind, a.Remedy.From, a.Remedy.Into, a.Remedy.Useful > 0 ? RemedyObstacle.NotEnough : RemedyObstacle.GainsNothing))]);
    }

    /// <summary>What a plan does, sizes apart.</summary>
    private static string Outline(RescuePlan plan) =>
        string.Join(' ', plan.Steps.Select(s => $"{s.Kind}:{s.From}:{s.Into}").Order(StringComparer.Ordinal));

    private static bool Dominates(RescuePlan other, RescuePlan plan) =>
        other.Cost <= plan.Cost && other.Moved <= plan.Moved && (other.Cost < plan.Cost || other.Moved < plan.Moved);

    /// <summary>What a dollar of gain costs when as much is used as is needed or there is.</summary>
    private static double CostOfGain(Remedy remedy, double missing, GasPrice gasPrice)
    {
        var size = Math.Min(remedy.Useful, missing / (remedy.Weight - remedy.Loss));
        var gain = remedy.Gain(size);
        return ((double)gasPrice.CostOf(remedy.GasUnits).Amount + (size - ((gain + (remedy.Loss * size)) / remedy.Weight))) / gain;
    }

    /// <summary>All sets of two to four remedies in which no token is sold twice.</summary>
    private static IEnumerable<IReadOnlyList<Remedy>> Sets(List<Remedy> remedies)
    {
        for (var mask = 1; mask < 1 << remedies.Count; mask++)
        {
            if (int.PopCount(mask) is < 2 or > LargestSet) continue;
            Remedy[] set = [.. remedies.Where((_, i) => (mask >> i & 1) == 1)];
            if (set.Where(r => r.Sells).DistinctBy(r => r.From).Count() == set.Count(r => r.Sells)) yield return set;
        }
    }

    /// <summary>Remedies of which no token is sold by two, the most effective first.</summary>
    private static List<Remedy> Compatible(List<Remedy> ranked)
    {
        var sold = new HashSet<TokenSymbol>();
        return [.. ranked.Where(r => !r.Sells || sold.Add(r.From))];
    }
}
