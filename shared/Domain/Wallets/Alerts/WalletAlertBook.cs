namespace LiquidityRisk.Domain.Wallets.Alerts;

/// <summary>All that is remembered about one wallet's alerts.</summary>
/// <param name="AsOf">When it was last observed; what was observed earlier changes nothing any more.</param>
/// <param name="Open">Open alerts, oldest first.</param>
/// <param name="Closed">The last <see cref="WalletAlertRules.ClosedKept"/> closed ones, oldest first.</param>
/// <param name="Muted">Kinds that somebody closed while their condition held.</param>
public sealed record WalletAlertBook(
    DateTimeOffset AsOf, IReadOnlyList<WalletAlert> Open, IReadOnlyList<WalletAlert> Closed, IReadOnlyList<MutedAlert> Muted)
{
    /// <summary>A wallet about which nothing is remembered.</summary>
    public static WalletAlertBook Empty { get; } = new(DateTimeOffset.MinValue, [], [], []);

    /// <summary>The open alert of a kind; null when there is none.</summary>
    public WalletAlert? OpenOf(WalletAlertKind kind) => Open.FirstOrDefault(a => a.Kind == kind);

    /// <summary>The alert with an id; null when it is not remembered.</summary>
    public WalletAlert? Find(string id) => Open.Concat(Closed).FirstOrDefault(a => string.Equals(a.Id, id, StringComparison.Ordinal));

    internal WalletAlertBook Raise(WalletAlert alert) => this with { Open = [.. Open, alert] };

    internal WalletAlertBook Replace(WalletAlert before, WalletAlert after) =>
        this with { Open = [.. Open.Select(a => ReferenceEquals(a, before) ? after : a)] };

    internal WalletAlertBook Close(WalletAlert before, WalletAlert closed) => this with
    {
        Open = [.. Open.Where(a => !ReferenceEquals(a, before))],
        Closed = [.. Closed.Append(closed).TakeLast(WalletAlertRules.ClosedKept)],
    };

    internal WalletAlertBook Unmute(WalletAlertKind kind) => this with { Muted = [.. Muted.Where(m => m.Kind != kind)] };
}

/// <summary>A kind that is not raised again while it lasts, unless it becomes worse.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Severity">How severe it was when somebody closed it.</param>
/// <param name="LeftAt">Since when its condition has been gone; null while it holds.</param>
public sealed record MutedAlert(WalletAlertKind Kind, WalletAlertSeverity Severity, DateTimeOffset? LeftAt);

/// <summary>Something that happened to an alert.</summary>
/// <param name="Kind">What.</param>
/// <param name="Alert">The alert after it.</param>
public sealed record WalletAlertChange(WalletAlertChangeKind Kind, WalletAlert Alert);

/// <summary>What can happen to an alert.</summary>
public enum WalletAlertChangeKind
{
    /// <summary>It was raised.</summary>
    Raised,

    /// <summary>It was open and became critical.</summary>
    Worsened,

    /// <summary>It was critical and is a warning again.</summary>
    Eased,

    /// <summary>It was closed.</summary>
    Resolved,
}

/// <summary>What was measured of one kind.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Value">In the unit of the kind; null when it was not observed, which neither raises nor closes anything.</param>
/// <param name="Subject">Which token, protocol or source.</param>
/// <param name="IsMoot">Whether there is nothing that it could be about.</param>
public readonly record struct AlertReading(WalletAlertKind Kind, double? Value, string? Subject, bool IsMoot = false);
