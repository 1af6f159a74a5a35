using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Realtime;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Quality;
using LiquidityRisk.Flows.Bonds.Answers;
using LiquidityRisk.Flows.Telemetry;
using LiquidityRisk.Narrative.Bonds;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Puts what readers must be told of into a bond's outbox: liquidity, risk and ways out, each when it changed materially.</summary>
internal static class BondNews
{
    /// <summary>Tells what changed materially.</summary>
    /// <returns>
    /// The document with its announcements, and whether the best way out or a level of risk changed, not just a figure.
    /// </returns>
    public static (BondDocument Document, bool Decisive) Announce(BondDocument document, BondTranslation t, BondSettings settings, ExitGates gates)
    {
        var told = document.Announced;
        var decisive = false;
        var liquidity = LiquidityReading.Of(t.Liquidity);
        if (MaterialChange.InLiquidity(told.Liquidity, liquidity, settings.News.Liquidity))
        {
            document = WithLiquidity(document, gates.Apply(t), settings);
        }

        var risk = RiskReading.Of(t.Risk)!;
        if (told.Risk?.IsNews(risk, settings.News.RiskPoints) is not false)
        {
            decisive |= told.Risk?.Levels.SequenceEqual(risk.Levels) is not true;
            document = WithRisk(document, t, settings);
        }
        else
        {
            risk = told.Risk;
        }

        var exits = ExitReading.Of(t.Exits)!;
        if (told.Exits?.IsNews(exits, settings.News.FillProbability, settings.News.ExitTime) is not false)
        {
            decisive |= told.Exits?.Best != exits.Best;
            document = WithExits(document, t, settings, gates);
        }
        else
        {
            exits = told.Exits;
        }

        return (document with { Announced = document.LastNumber == 0 ? told : new(liquidity ?? told.Liquidity, risk, exits) }, decisive);
    }

    /// <summary>Adds one announcement.</summary>
    public static BondDocument With<T>(
        BondDocument document, BondTopic topic, string type, T payload, T? retail, JsonTypeInfo<T> shape, BondTranslation t, BondSettings settings)
        where T : class
    {
        string[] topics = topic == BondTopic.All
            ? [BondTopics.Main(document.Isin)]
            : [BondTopics.Main(document.Isin), BondTopics.Of(document.Isin, topic)];
        var sequences = new Dictionary<string, long>(document.Sequences, StringComparer.Ordinal);
        foreach (var name in topics) sequences[name] = sequences.GetValueOrDefault(name) + 1;
        var entry = new OutboxEntry(
            sequences[topics[0]],
            type,
            topics.ToDictionary(n => n, n => sequences[n], StringComparer.Ordinal),
            t.AsOf,
            Json(payload),
            retail is null ? null : Json(retail),
            new TopicMeta(SnakeCase.Of(t.Freshness), Rounded.Probability(t.Confidence).Value),
            Tracing.Current);
        return document with { Sequences = sequences, Outbox = [.. document.Outbox.TakeLast(settings.MaxOutbox - 1), entry] };

        RawJson Json(T value) => new(JsonSerializer.SerializeToUtf8Bytes(value, shape));
    }

    private static BondDocument WithLiquidity(BondDocument document, BondTranslation t, BondSettings settings) => With(
        document,
        BondTopic.Liquidity,
        "liquidity_update",
        new LiquidityPayload(
            t.Isin, t.Liquidity is null ? null : LiquidityAnswers.Profile(t), RetailNarrative.Of(t, NarrativeLanguage.English), t.AsOf),
        retail: null,
        ContractsJson.Default.LiquidityPayload,
        t,
        settings);

    private static BondDocument WithRisk(BondDocument document, BondTranslation t, BondSettings settings) => With(
        document,
        BondTopic.All,
        "risk_update",
        new RiskPayload(t.Isin, RiskAnswers.Summary(t.Isin, t.Risk!), [.. t.Exits!.Warnings.Select(RiskAnswers.Warning)]),
        retail: null,
        ContractsJson.Default.RiskPayload,
        t,
        settings);

    private static BondDocument WithExits(BondDocument document, BondTranslation t, BondSettings settings, ExitGates gates) => With(
        document,
        BondTopic.Exit,
        "exit_path_update",
        Exits(t, Audience.Professional, gates),
        Exits(t, Audience.Retail, gates),
        ContractsJson.Default.ExitPayload,
        t,
        settings);

    private static ExitPayload Exits(BondTranslation t, Audience audience, ExitGates gates) =>
        new(t.Isin, t.Exits!.TradeSize, ExitAnswers.Paths(t.Exits, audience, gates), ExitAnswers.BestPath(t.Exits));
}
