using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Realtime;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Everything stored about one bond: what is known, what it means, and what has yet to be announced.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="Inputs">The newest input of each type.</param>
/// <param name="Translation">What they meant when last computed.</param>
/// <param name="Announced">What subscribers were last told about liquidity.</param>
/// <param name="Sequences">The last sequence number used, per topic.</param>
/// <param name="Outbox">Announcements saved with the state they announce; published afterwards, in order.</param>
public sealed record BondDocument(
    Isin Isin,
    BondInputs Inputs,
    LiquidityRiskAnswer? Translation,
    LiquidityReading? Announced,
    IReadOnlyDictionary<string, long> Sequences,
    IReadOnlyList<OutboxEntry> Outbox)
{
    /// <summary>A bond about which nothing is known yet.</summary>
    public static BondDocument New(Isin isin) =>
        new(isin, BondInputs.None, null, null, new Dictionary<string, long>(StringComparer.Ordinal), []);

    /// <summary>The number of the newest announcement; 0 when there was none.</summary>
    public long LastNumber => Sequences.GetValueOrDefault(BondTopics.Main(Isin));
}

/// <summary>One announcement that goes to several topics.</summary>
/// <param name="Number">Counts the bond's announcements from 1.</param>
/// <param name="Type">Kind of event.</param>
/// <param name="Topics">Sequence number in each topic it goes to.</param>
/// <param name="Ts">When it was made.</param>
/// <param name="Payload">The news.</param>
/// <param name="Meta">How far to trust it.</param>
public sealed record OutboxEntry(
    long Number,
    string Type,
    IReadOnlyDictionary<string, long> Topics,
    DateTimeOffset Ts,
    RawJson Payload,
    TopicMeta Meta);

/// <summary>What lists see of a bond.</summary>
/// <param name="Item">The row.</param>
/// <param name="Pending">Announcements still in the outbox.</param>
public sealed record BondHead(BondListItem Item, int Pending);
