using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>Something that a feed said about a bond.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="Source">Which feed.</param>
/// <param name="Stamp">Its place in time; decides which of two events of one type is newer.</param>
/// <param name="ReceivedAt">When it reached us.</param>
/// <param name="Input">What it says: <see cref="Microstructure"/>, <see cref="AuctionSignal"/>, <see cref="MarketMakerState"/>,
/// <see cref="BondReference"/> or <see cref="RiskArtifact"/>.</param>
public sealed record BondEvent(Isin Isin, string Source, EventStamp Stamp, DateTimeOffset ReceivedAt, object Input);

/// <summary>An event's place among those of its bond and type: by time, then by the feed's own counter.</summary>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Sequence">The feed's counter.</param>
public readonly record struct EventStamp(DateTimeOffset OccurredAt, long Sequence) : IComparable<EventStamp>
{
    /// <summary>Whether the left one came first.</summary>
    public static bool operator <(EventStamp left, EventStamp right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one came later.</summary>
    public static bool operator >(EventStamp left, EventStamp right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one did not come later.</summary>
    public static bool operator <=(EventStamp left, EventStamp right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one did not come earlier.</summary>
    public static bool operator >=(EventStamp left, EventStamp right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(EventStamp other)
    {
        var byTime = OccurredAt.CompareTo(other.OccurredAt);
        return byTime != 0 ? byTime : Sequence.CompareTo(other.Sequence);
    }
}
