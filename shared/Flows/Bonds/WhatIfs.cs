using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Flows.Bonds.Answers;
using LiquidityRisk.Narrative.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>What if the trade were larger or smaller, or the market worse? Nothing is stored.</summary>
public sealed class WhatIfs(ReadTranslation read, BondModel model, ExitQualityBook quality, TimeProvider time)
{
    /// <summary>The same bond for several trade sizes, in rising order; null for an unknown bond.</summary>
    public async Task<LadderAnswer?> LadderAsync(
        Isin isin, IReadOnlyList<FaceAmount> sizes, Audience audience, CancellationToken cancellationToken)
    {
        if (await read.ReadAsync(isin, new ReadRequest(), cancellationToken) is not { } reading) return null;
        var currency = reading.Translation.Reference?.Currency;
        var rungs = sizes.Distinct().OrderBy(s => s.Value).Select(s => Rung(reading, s, audience)).ToList();
        return new(isin, reading.Translation.AsOf, currency == default(CurrencyCode) ? null : currency, rungs);
    }

    /// <summary>A bond before and after a what-if; null for an unknown bond.</summary>
    public async Task<ScenarioAnswer?> ScenarioAsync(
        Isin isin, WhatIf change, FaceAmount? size, Audience audience, CancellationToken cancellationToken)
    {
        var request = new ReadRequest(TradeSize: size, Audience: audience);
        if (await read.ReadAsync(isin, request, cancellationToken) is not { Document: var document }) return null;
        var under = size is { } s ? model.Current with { TradeSize = s } : model.Current;
        var now = time.GetUtcNow();
        var changed = document with { Inputs = change.Apply(document.Inputs) };
        var before = new BondReading(document, TranslationParts.Complete(isin, document.Inputs, under, now));
        var after = new BondReading(changed, TranslationParts.Complete(isin, changed.Inputs, under, now));
        return new(
            isin,
            read.Complete(before, request),
            read.Complete(after, request),
            ScenarioChanges.Of(before.Translation, after.Translation));
    }

    private LadderRung Rung(BondReading reading, FaceAmount size, Audience audience)
    {
        var exits = read.Exits(reading.Document, reading.Translation, size);
        var plan = read.Plan(reading with { Translation = reading.Translation with { Exits = exits } });
        var paths = ExitAnswers.Paths(exits, audience, quality.Gates);
        var best = exits.Best is null ? null : paths[0];
        return new(
            size,
            best?.Path,
            best?.FillProbability,
            best?.ExpectedTimeToExitMinutes,
            best?.ExpectedPrice,
            best?.ExpectedSpreadBps,
            best?.Cost,
            reading.Translation.Liquidity is { Market: var market } ? LiquidityAnswers.Slippage(market, size)?.CostBps : null,
            paths,
            Rounded.Probability(plan.Recommended?.ExpectedFill),
            plan.Recommended?.Steps.Count ?? 0);
    }
}
