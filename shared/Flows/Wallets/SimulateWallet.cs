using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Liquidation;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Measures;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Domain.Wallets.WhatIf;
using LiquidityRisk.Flows.Wallets.Answers;
using LiquidityRisk.Narrative.Wallets;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets;

/// <summary>Tries changes on a wallet as it was analysed last. Nothing is stored.</summary>
public sealed class SimulateWallet(WalletBook book, WalletAnswers answers, WalletRules rules)
{
    /// <summary>A wallet before and after changes; null when it was never analysed.</summary>
    /// <param name="address">Which wallet.</param>
    /// <param name="changes">What to change, in order. A shock without a token is one of every token that is no stablecoin.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="WalletRefusedException">A change cannot be: it names which, and why.</exception>
    public async Task<WalletSimulateAnswer?> TryAsync(
        WalletAddress address, IReadOnlyList<WalletChange> changes, CancellationToken cancellationToken)
    {
        if (await book.ReadAsync(address, cancellationToken) is not { Body: var document }) return null;
        if (await answers.MarketOfAsync(document, cancellationToken) is not { } market) return null;
        var reading = WalletReading.Of(document, market, rules);
        var holdings = reading.Assessment.Holdings;
        var (steps, origin) = Expand(changes, holdings, reading.View);
        var result = WhatIfs.Apply(holdings, reading.View.Prices, steps);
        if (result.Refusal is { } refusal)
            throw new WalletRefusedException(FormattableString.Invariant($"changes[{origin[refusal.Index]}]"), WhatIfSentences.Refusal(refusal.Change, refusal.Fault));
        var after = reading.View with { Prices = result.Prices };
        var (was, becomes) = (Health(holdings, reading.View), Health(result.Holdings, after));
        return new(
            address.ToString(),
            reading.AsOf,
            Simulated(holdings, reading.View, was.Mark, was.AtExit),
            Simulated(result.Holdings, after, becomes.Mark, becomes.AtExit),
            WhatIfSentences.Effect(was.Mark, becomes.Mark),
            WalletCaveats.Of(WalletAssessment.Of(result.Holdings, after, rules), []));
    }

    private (WalletHealth Mark, WalletHealth AtExit) Health(WalletHoldings holdings, MarketView view) => (
        WalletHealth.Of(holdings, view.Prices, rules.SafetyThreshold),
        WalletHealth.AtExit(holdings, view.Prices, view.Tokens, rules.SafetyThreshold, rules.Exit));

    private SimulatedWalletAnswer Simulated(WalletHoldings holdings, MarketView view, WalletHealth mark, WalletHealth atExit) => new(
        HealthAnswers.Health(mark, atExit, LiquidationRiskScore.OfWallet(mark), rules),
        HealthAnswers.Money(WalletExposures.Of(holdings, view.Prices).NetWorth),
        HealthAnswers.Money(mark.Debt),
        HealthAnswers.Money(mark.Collateral),
        [.. holdings.Positions.Select((p, i) => HealthAnswers.Position(p, mark.Positions[i], atExit.Positions[i], view))],
        [.. holdings.Positions.SelectMany(p => LiquidationPrices.Of(p, view.Prices, view.Tokens).Select(l => HealthAnswers.Price(p.Protocol, l)))]);

    // With each step, the place of the change that it came from.
    private static (List<WalletChange> Steps, List<int> Origin) Expand(IReadOnlyList<WalletChange> changes, WalletHoldings holdings, MarketView view)
    {
        var (steps, origin) = (new List<WalletChange>(changes.Count), new List<int>(changes.Count));
        for (var i = 0; i < changes.Count; i++)
        {
            IEnumerable<WalletChange> parts = changes[i] is PriceShock { Asset: null } all
                ? Tokens(holdings).Where(t => view.Prices.Of(t) is not null && view.Of(t) is not { IsStablecoin: true }).Select(t => all with { Asset = t })
                : [changes[i]];
            foreach (var part in parts)
            {
                steps.Add(part);
                origin.Add(i);
            }
        }

        return (steps, origin);
    }

    private static IEnumerable<TokenSymbol> Tokens(WalletHoldings holdings) => holdings.Positions
        .SelectMany(p => p.Supplied.Select(s => s.Asset).Concat(p.Borrowed.Select(b => b.Asset)))
        .Concat(holdings.Balances.Select(b => b.Asset))
        .Distinct();
}
