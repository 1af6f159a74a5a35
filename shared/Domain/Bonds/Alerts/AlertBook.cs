using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Alerts;

/// <summary>All that is remembered about one bond's alerts.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="AsOf">When the book last changed; what was observed earlier changes nothing any more.</param>
/// <param name="Level">The settled liquidity level, slower than the index by the hysteresis; null before any index.</param>
/// <param name="Highs">Recent highs of the index, falling and oldest first: see <see cref="IndexHighs"/>.</param>
/// <param name="Open">Active and acknowledged alerts, oldest first.</param>
/// <param name="Resolved">The last <see cref="AlertRules.ResolvedKept"/> resolved ones, oldest first.</param>
public sealed record AlertBook(
    Isin Isin,
    DateTimeOffset AsOf,
    LiquidityLevel? Level,
    IReadOnlyList<IndexHigh> Highs,
    IReadOnlyList<Alert> Open,
    IReadOnlyList<Alert> Resolved)
{
    /// <summary>A bond about which nothing is remembered.</summary>
    public static AlertBook Empty(Isin isin) => new(isin, DateTimeOffset.MinValue, null, [], [], []);

    /// <summary>The open alert of a kind; null when there is none.</summary>
    public Alert? OpenOf(AlertKind kind)
    {
        for (var i = 0; i < Open.Count; i++) // by index: enumerating an interface allocates, and this runs on every tick
            if (Open[i].Kind == kind) return Open[i];
        return null;
    }

    internal AlertBook Raise(Alert alert) => this with { Open = [.. Open, alert] };

    internal AlertBook Replace(Alert before, Alert after) =>
        this with { Open = [.. Open.Select(a => ReferenceEquals(a, before) ? after : a)] };

    internal AlertBook Close(Alert before, Alert closed) => this with
    {
        Open = [.. Open.Where(a => !ReferenceEquals(a, before))],
        Resolved = [.. Resolved.Append(closed).TakeLast(AlertRules.ResolvedKept)],
    };
}

/// <summary>Something that happened to an alert.</summary>
/// <param name="Kind">What.</param>
/// <param name="Alert">The alert after it.</param>
public sealed record AlertChange(AlertChangeKind Kind, Alert Alert);

/// <summary>What can happen to an alert.</summary>
public enum AlertChangeKind
{
    /// <summary>It was raised.</summary>
    Raised,

    /// <summary>It was open and became worse; active again even if somebody had taken note.</summary>
    Worsened,

    /// <summary>Somebody took note.</summary>
    Acknowledged,

    /// <summary>It was closed.</summary>
    Resolved,
}
