using System.Text.Json;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Realtime;
using LiquidityRisk.Domain.Bonds;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>
/// Turns a bond's inputs into its next document. When the news is worth telling, the document carries its own announcement,
/// so that both are saved in one write.
/// </summary>
public sealed class Retranslation(BondSettings settings)
{
    private const string EventType = "liquidity_update";

    /// <summary>Translates inputs as they mean at an instant.</summary>
    /// <param name="known">What is stored; it tells what subscribers were last told.</param>
    /// <param name="inputs">The inputs to translate.</param>
    /// <param name="now">The instant to speak for.</param>
    /// <returns>
    /// The document to save. Its <see cref="BondDocument.LastNumber"/> is that of <paramref name="known"/> when nothing
    /// changed that readers must be told of.
    /// </returns>
    public BondDocument Next(BondDocument known, BondInputs inputs, DateTimeOffset now)
    {
        var translation = BondTranslator.Translate(known.Isin, inputs, now, settings.Weights);
        var answer = TranslationAnswers.Complete(translation, inputs);
        var changed = known with { Inputs = inputs, Translation = answer };
        var reading = LiquidityReading.Of(translation.Liquidity);
        return MaterialChange.InLiquidity(known.Announced, reading, settings.Thresholds)
            ? Announce(changed with { Announced = reading }, answer)
            : changed;
    }

    private BondDocument Announce(BondDocument document, LiquidityRiskAnswer answer)
    {
        string[] topics = [BondTopics.Main(document.Isin), BondTopics.Liquidity(document.Isin)];
        var sequences = new Dictionary<string, long>(document.Sequences, StringComparer.Ordinal);
        foreach (var topic in topics) sequences[topic] = sequences.GetValueOrDefault(topic) + 1;
        var payload = new LiquidityPayload(answer.Isin, answer.LiquidityProfile, answer.RetailNarrative, answer.AsOf);
        var entry = new OutboxEntry(
            sequences[topics[0]],
            EventType,
            topics.ToDictionary(t => t, t => sequences[t], StringComparer.Ordinal),
            answer.AsOf,
            new RawJson(JsonSerializer.SerializeToUtf8Bytes(payload, ContractsJson.Default.LiquidityPayload)),
            new TopicMeta(answer.DataFreshness, answer.ConfidenceOverall.Value));
        return document with { Sequences = sequences, Outbox = [.. document.Outbox.TakeLast(settings.MaxOutbox - 1), entry] };
    }
}
