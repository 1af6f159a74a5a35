using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Flows.Bonds.Answers;
using LiquidityRisk.Narrative.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Answers what a bond means now.</summary>
public sealed class ReadTranslation(
    BondBook book,
    BondSettings settings,
    BondModel model,
    ExitQualityBook quality,
    Retranslation retranslation,
    AnnounceBonds announce,
    TimeProvider time)
{
    private const double Doubtful = 0.5;

    /// <summary>Reads one bond.</summary>
    /// <param name="isin">Which bond.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The translation, or null for an unknown bond.</returns>
    public async ValueTask<BondReading?> ReadAsync(Isin isin, ReadRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var document = request.Accurate
            ? await MadeAnewAsync(isin, now, cancellationToken)
            : (await book.ReadAsync(isin, cancellationToken))?.Body;
        if (document is null) return null;

        var translation = Current(document, now);
        if (request.TradeSize is { } size && size != translation.Exits!.TradeSize)
            translation = translation with { Exits = Exits(document, translation, size) };
        return new(document, translation);
    }

    /// <summary>The complete form.</summary>
    public LiquidityRiskAnswer Complete(BondReading reading, ReadRequest request) => TranslationAnswers.Complete(
        reading.Translation,
        reading.Document.Inputs,
        reading.Document.History,
        NeedsPlan(reading, request) ? Plan(reading) : null,
        request.Audience,
        request.Language,
        quality.Gates);

    /// <summary>The short form, stamped with the time it is given.</summary>
    public LiquidityRiskSummaryAnswer Summarise(BondReading reading, ReadRequest request) =>
        TranslationAnswers.Summary(reading.Translation, time.GetUtcNow(), request.Language, quality.Gates);

    /// <summary>A name for what a reader sees: the same as long as it does not change.</summary>
    public string Version(BondReading reading, ReadRequest request) => FormattableString.Invariant(
        $"{reading.Translation.AsOf.UtcTicks:x}-{reading.Translation.Exits!.AsOf.UtcTicks:x}-{reading.Document.LastNumber:x}-{(int)reading.Translation.Freshness}{(int)request.Audience}{(int)request.Language}-{quality.Gates.Code:x}-{(request.TradeSize is null ? 'u' : 'a')}{reading.Translation.Exits.TradeSize.Value:0.####}");

    /// <summary>Ways out for another size, as of the translation's instant.</summary>
    internal ExitRecommendations Exits(BondDocument document, BondTranslation translation, FaceAmount size) =>
        ExitRecommender.Recommend(document.Inputs, translation.Liquidity?.Index, size, model.Current.Policy, translation.AsOf);

    /// <summary>How to sell a size in parts.</summary>
    internal SplitPlan Plan(BondReading reading) => SplitPlanner.Plan(
        reading.Document.Inputs,
        reading.Translation.Liquidity?.Index,
        reading.Translation.Exits!.TradeSize,
        model.Current.Policy,
        reading.Translation.AsOf);

    // A plan takes longer to make than all the rest, so it is made when one path will hardly do, or when a size was asked for.
    // It reckons with every path's probability, so it is left out while one of them is withheld.
    private bool NeedsPlan(BondReading reading, ReadRequest request) =>
        !quality.Gates.Withholds && (request.TradeSize is not null || reading.Translation.Exits!.Best is not { FillProbability.Value: >= Doubtful });

    private BondTranslation Current(BondDocument document, DateTimeOffset now)
    {
        var (state, clocks, under) = (document.State, settings.Clocks, model.Current);
        if (state is not null && now - state.AsOf < clocks.Liquidity && now - state.Exits.AsOf < clocks.Exits
            && now - state.Risk.AsOf < clocks.Risk && TranslationParts.Holds(state.Exits, under))
        {
            var stored = document.Translation(settings.Weights)!;
            return stored with { Freshness = FreshnessAt(document, stored, now) };
        }

        return TranslationParts.Advance(
            document.Isin, state?.Risk, state?.Exits, state?.Basis, document.Inputs, document.Inputs, under, clocks, now).Translation;
    }

    // How old the market data is depends on when it is read, not on when it was translated.
    private static DataFreshness FreshnessAt(BondDocument document, BondTranslation stored, DateTimeOffset now) =>
        document.Inputs.Market is { } market ? Freshness.Of(now - market.Stamp.OccurredAt) : stored.Freshness;

    private async Task<BondDocument?> MadeAnewAsync(Isin isin, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var changed = await book.ChangeAsync(
            isin,
            fromMemory: false,
            known => known is null ? null : retranslation.Next(known, known.Inputs, now, anew: true),
            cancellationToken);
        if (changed is not null) await announce.PublishAsync([changed], cancellationToken);
        return changed;
    }
}

/// <summary>What a reader asks for.</summary>
/// <param name="Accurate">
/// Whether everything is made anew from the stored inputs, and recorded; otherwise stored parts are served while they are within
/// their lifetimes.
/// </param>
/// <param name="TradeSize">Face amount to sell, above 0; null means the usual one.</param>
/// <param name="Audience">Who reads.</param>
/// <param name="Language">Language of the narrative.</param>
public sealed record ReadRequest(
    bool Accurate = false,
    FaceAmount? TradeSize = null,
    Audience Audience = Audience.Professional,
    NarrativeLanguage Language = NarrativeLanguage.English);

/// <summary>A bond as read.</summary>
/// <param name="Document">What is stored.</param>
/// <param name="Translation">What it means, with all parts.</param>
public sealed record BondReading(BondDocument Document, BondTranslation Translation)
{
    /// <summary>Whether it is what is stored, and not made for this reading.</summary>
    public bool IsStored => Document.State is { } state && Translation.AsOf == state.AsOf && Translation.Exits?.AsOf == state.Exits.AsOf;
}
