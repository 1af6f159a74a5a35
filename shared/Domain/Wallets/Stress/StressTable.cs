using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Stress;

/// <summary>What one scenario does to a wallet.</summary>
/// <param name="Scenario">What happens.</param>
/// <param name="Ratio">The health ratio afterwards; null as in <see cref="WalletHealth"/>.</param>
/// <param name="Worst">The worst health factor afterwards; null as in <see cref="WalletHealth"/>.</param>
/// <param name="Loss">What the wallet's net worth falls by; negative for a gain, as when a debt gets cheaper.</param>
/// <param name="Liquidated">Protocols in which the wallet could be liquidated afterwards, those included where it can be now.</param>
public sealed record StressRow(StressScenario Scenario, decimal? Ratio, HealthFactor? Worst, Usd Loss, IReadOnlyList<LendingProtocol> Liquidated);

/// <summary>What falling prices do to a wallet.</summary>
/// <param name="Rows">Each priced token alone in the order of the holdings, then stablecoins, then crashes.</param>
/// <param name="Unpriced">Tokens of the wallet without a price, of which the rows know nothing.</param>
public sealed record StressTable(IReadOnlyList<StressRow> Rows, IReadOnlyList<TokenSymbol> Unpriced)
{
    /// <summary>Puts a wallet through all scenarios. A token of unknown market is taken for no stablecoin.</summary>
    public static StressTable Of(
        WalletHoldings holdings, PriceBook prices, IReadOnlyDictionary<TokenSymbol, TokenMarket> markets, StressRules rules)
    {
        var tokens = holdings.Positions.SelectMany(p => p.Supplied.Select(s => s.Asset).Concat(p.Borrowed.Select(b => b.Asset)))
            .Concat(holdings.Balances.Select(b => b.Asset)).Distinct().ToList();
        var stable = tokens.Where(t => markets.GetValueOrDefault(t) is { IsStablecoin: true }).ToHashSet();
        var priced = tokens.Where(t => prices.Of(t) is not null).ToList();
        IEnumerable<StressScenario> scenarios =
        [
            .. from token in priced where !stable.Contains(token) from fall in rules.AssetFalls select new AssetFall(token, fall),
            .. from token in priced where stable.Contains(token) from to in rules.Depegs select new Depeg(token, to),
            .. from fall in rules.Crashes where priced.Count > stable.Count(priced.Contains) select new Crash(fall),
        ];
        var worth = NetWorth(holdings, prices);
        return new([.. scenarios.Select(s => Row(s, holdings, After(s, prices, stable), worth, rules))], [.. tokens.Except(priced)]);
    }

    private static StressRow Row(StressScenario scenario, WalletHoldings holdings, PriceBook after, Usd worth, StressRules rules)
    {
        var health = WalletHealth.Of(holdings, after, rules.SafetyThreshold);
        return new(
            scenario,
            health.Ratio,
            health.Worst,
            worth - NetWorth(holdings, after),
            [.. health.Positions.Where(p => p.Factor is { IsLiquidatable: true }).Select(p => p.Protocol)]);
    }

    private static PriceBook After(StressScenario scenario, PriceBook prices, HashSet<TokenSymbol> stable) => scenario switch
    {
        AssetFall one => prices.With(one.Asset, prices.Of(one.Asset)!.Value.Times(Kept(one.Fall))),
        Depeg one when prices.Of(one.Stablecoin)!.Value.CompareTo(one.To) > 0 => prices.With(one.Stablecoin, one.To),
        Crash all => prices.Scaled(t => stable.Contains(t) ? 1 : Kept(all.Fall)),
        _ => prices,
    };

    private static decimal Kept(PartsPerMillion fall) => 1 - (fall.Value / (decimal)PartsPerMillion.Whole);

    private static Usd NetWorth(WalletHoldings holdings, PriceBook prices)
    {
        return new(
            holdings.Positions.Sum(p => p.Supplied.Sum(s => Worth(s.Asset, s.Amount)) - p.Borrowed.Sum(b => Worth(b.Asset, b.Amount)))
            + holdings.Balances.Sum(b => Worth(b.Asset, b.Amount)));

        decimal Worth(TokenSymbol asset, TokenAmount amount) => (prices.Worth(asset, amount) ?? Usd.Zero).Amount;
    }
}
