using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Answers what a bond means now.</summary>
public sealed class ReadTranslation(BondBook book, BondSettings settings, TimeProvider time)
{
    /// <summary>Reads one bond.</summary>
    /// <param name="isin">Which bond.</param>
    /// <param name="recompute">
    /// True computes from the stored inputs at this instant; false serves the stored translation while it is within its
    /// lifetime, and computes only afterwards.
    /// </param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The translation, or null for an unknown bond.</returns>
    public async ValueTask<LiquidityRiskAnswer?> ReadAsync(Isin isin, bool recompute, CancellationToken cancellationToken)
    {
        if (await book.ReadAsync(isin, cancellationToken) is not { Body: var document }) return null;
        var now = time.GetUtcNow();
        return !recompute && document.Translation is { } stored && now - stored.AsOf < settings.LiquidityTtl
            ? stored with { DataFreshness = FreshnessOf(stored, now) }
            : TranslationAnswers.Complete(BondTranslator.Translate(isin, document.Inputs, now, settings.Weights), document.Inputs);
    }

    // How old the market data is depends on when it is read, not on when it was translated.
    private static string FreshnessOf(LiquidityRiskAnswer answer, DateTimeOffset now) => answer.LiquidityProfile is { } profile
        ? SnakeCase.Of(Freshness.Of(now - profile.ObservedAt))
        : answer.DataFreshness;

    /// <summary>The short form of an answer, stamped with the time it is given.</summary>
    public LiquidityRiskSummaryAnswer Summarise(LiquidityRiskAnswer answer) => TranslationAnswers.Summary(answer, time.GetUtcNow());
}
