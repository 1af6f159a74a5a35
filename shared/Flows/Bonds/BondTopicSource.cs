using System.Text.Json;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Realtime;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Flows.Bonds.Answers;
using LiquidityRisk.Flows.Realtime;
using LiquidityRisk.Narrative.Bonds;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>The topics of bonds. Retail readers and professionals are in groups of their own where news differ.</summary>
public sealed class BondTopicSource(BondBook book, BondSettings settings, ExitQualityBook quality, TimeProvider time) : ITopicSource
{
    /// <inheritdoc/>
    public bool Knows(string topic) => BondTopics.TryParse(topic, out _, out _);

    /// <inheritdoc/>
    public IReadOnlyList<string> Groups(string topic, RealtimeUser user) => [topic, BondTopics.Group(topic, user.Audience)];

    /// <inheritdoc/>
    public async ValueTask<TopicRefusal?> RefusalAsync(string topic, RealtimeUser user, CancellationToken cancellationToken) =>
        BondTopics.TryParse(topic, out var isin, out _) && await book.ReadAsync(isin, cancellationToken) is not null
            ? null
            : new("unknown_bond", "Nothing is known about this bond.");

    /// <inheritdoc/>
    public async Task<byte[]?> SnapshotAsync(string topic, RealtimeUser user, CancellationToken cancellationToken)
    {
        if (!BondTopics.TryParse(topic, out var isin, out var part)) return null;
        if (await book.ReadAsync(isin, cancellationToken) is not { Body: var document }) return null;
        if (document.Translation(settings.Weights) is not { } translation) return null;
        var snapshot = new TopicEnvelope<SnapshotPayload>(
            "snapshot",
            topic,
            document.Sequences.GetValueOrDefault(topic),
            time.GetUtcNow(),
            Snapshot(document, translation, part, user.Audience),
            new TopicMeta(SnakeCase.Of(translation.Freshness), Rounded.Probability(translation.Confidence).Value));
        return JsonSerializer.SerializeToUtf8Bytes(snapshot, ContractsJson.Default.TopicEnvelopeSnapshotPayload);
    }

    private SnapshotPayload Snapshot(BondDocument document, BondTranslation t, BondTopic part, Audience audience)
    {
        bool Has(BondTopic topic) => part is BondTopic.All || part == topic;
        return new(
            t.Isin,
            t.AsOf,
            part == BondTopic.All ? RiskAnswers.Summary(t.Isin, t.Risk!) : null,
            Has(BondTopic.Liquidity) && t.Liquidity is not null ? LiquidityAnswers.Profile(t) : null,
            Has(BondTopic.Exit) ? ExitAnswers.Paths(t.Exits!, audience, quality.Gates) : null,
            Has(BondTopic.Exit) ? ExitAnswers.BestPath(t.Exits) : null,
            part == BondTopic.All ? [.. t.Exits!.Warnings.Select(RiskAnswers.Warning)] : null,
            Has(BondTopic.Alerts) ? [.. document.Alerts.Open.Select(a => AlertNews.Answer(document, a))] : null,
            Has(BondTopic.Liquidity) ? RetailNarrative.Of(quality.Gates.Apply(t), NarrativeLanguage.English) : null);
    }
}
