using System.Text.Json.Serialization;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Realtime;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Alerts;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Everything stored about one bond: what is known, what it means, what has yet to be announced and recorded.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="Inputs">The newest input of each type.</param>
/// <param name="State">What they meant when last computed; null before that.</param>
/// <param name="Announced">What subscribers were last told.</param>
/// <param name="History">Earlier days.</param>
/// <param name="Alerts">Its alerts.</param>
/// <param name="Trend">Liquidity index at earlier times, oldest first.</param>
/// <param name="Sequences">The last sequence number used, per topic.</param>
/// <param name="Outbox">Announcements saved with the state they announce; published afterwards, in order.</param>
/// <param name="Audit">Where the bond's chain of audit records ends.</param>
/// <param name="AuditedAt">When the newest translation was recorded.</param>
/// <param name="Unfiled">Audit records saved with the state they record; filed afterwards.</param>
public sealed record BondDocument(
    Isin Isin,
    BondInputs Inputs,
    BondState? State,
    AnnouncedState Announced,
    TradingHistory History,
    AlertBook Alerts,
    IReadOnlyList<TrendPoint> Trend,
    IReadOnlyDictionary<string, long> Sequences,
    IReadOnlyList<OutboxEntry> Outbox,
    AuditTail Audit,
    DateTimeOffset? AuditedAt,
    IReadOnlyList<UnfiledRecord> Unfiled)
{
    /// <summary>A bond about which nothing is known yet.</summary>
    public static BondDocument New(Isin isin) => new(
        isin,
        BondInputs.None,
        null,
        AnnouncedState.Nothing,
        TradingHistory.None,
        AlertBook.Empty(isin),
        [],
        new Dictionary<string, long>(StringComparer.Ordinal),
        [],
        AuditTail.Empty,
        null,
        []);

    /// <summary>The number of the newest announcement; 0 when there was none.</summary>
    public long LastNumber => Sequences.GetValueOrDefault(BondTopics.Main(Isin));

    /// <summary>The subject of the bond's audit records.</summary>
    public string Subject => BondTopics.Main(Isin);

    /// <summary>What its state says, with all parts; null before the first.</summary>
    public BondTranslation? Translation(LiquidityWeights weights) => State is null
        ? null
        : TranslationParts.Join(Isin, Inputs, weights, State.Risk, State.Exits, State.AsOf);
}

/// <summary>
/// What cannot be had from the inputs alone: when the parts of a translation were made, and the parts that have clocks of their own.
/// Liquidity is a function of the inputs and is computed again when it is read.
/// </summary>
/// <param name="AsOf">When liquidity was computed.</param>
/// <param name="Risk">Its risk.</param>
/// <param name="Exits">The ways out for the usual trade size.</param>
/// <param name="Basis">The market that risk and ways out were made for.</param>
public sealed record BondState(
    DateTimeOffset AsOf,
    [property: JsonConverter(typeof(RiskWrittenOnce))] RiskAssessment Risk,
    [property: JsonConverter(typeof(ExitsWrittenOnce))] ExitRecommendations Exits,
    LiquidityReading? Basis);

/// <summary>See <see cref="WrittenOnce{T}"/>.</summary>
public sealed class RiskWrittenOnce() : WrittenOnce<RiskAssessment>(() => FlowsJson.Default.RiskAssessment);

/// <summary>See <see cref="WrittenOnce{T}"/>.</summary>
public sealed class ExitsWrittenOnce() : WrittenOnce<ExitRecommendations>(() => FlowsJson.Default.ExitRecommendations);

/// <summary>What subscribers were last told.</summary>
/// <param name="Liquidity">About liquidity.</param>
/// <param name="Risk">About risk.</param>
/// <param name="Exits">About the ways out.</param>
public sealed record AnnouncedState(LiquidityReading? Liquidity, RiskReading? Risk, ExitReading? Exits)
{
    /// <summary>Nothing yet.</summary>
    public static AnnouncedState Nothing { get; } = new(null, null, null);
}

/// <summary>The liquidity index at a time.</summary>
/// <param name="At">The time.</param>
/// <param name="Index">The index; null when not assessed.</param>
public sealed record TrendPoint(DateTimeOffset At, Score? Index);

/// <summary>One announcement that goes to several topics.</summary>
/// <param name="Number">Counts the bond's announcements from 1.</param>
/// <param name="Type">Kind of event.</param>
/// <param name="Topics">Sequence number in each topic it goes to.</param>
/// <param name="Ts">When it was made.</param>
/// <param name="Payload">The news.</param>
/// <param name="RetailPayload">The news as retail readers get it; null when they get the same.</param>
/// <param name="Meta">How far to trust it.</param>
/// <param name="TraceParent">The trace that it was made in; null for none.</param>
public sealed record OutboxEntry(
    long Number,
    string Type,
    IReadOnlyDictionary<string, long> Topics,
    DateTimeOffset Ts,
    RawJson Payload,
    RawJson? RetailPayload,
    TopicMeta Meta,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TraceParent = null);
