using System.Collections.Immutable;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Security;

/// <summary>
/// How a wallet has been asked for of late. It remembers no more than it needs: as many client addresses and failed checks as make an event,
/// and twelve counts of requests.
/// </summary>
public sealed record AccessPattern
{
    private const int Slots = 12;
    private static readonly long SlotTicks = AccessRules.Short.Ticks / Slots;

    private AccessPattern()
    {
    }

    /// <summary>Nobody has asked.</summary>
    public static AccessPattern Empty { get; } = new();

    private ImmutableArray<Sighting> Clients { get; init; } = []; // by the last time each was seen

    private ImmutableArray<DateTimeOffset> Failures { get; init; } = [];

    private ImmutableArray<int> Requests { get; init; } = [.. new int[Slots]];

    private ImmutableDictionary<SecurityEventKind, DateTimeOffset> Raised { get; init; } = ImmutableDictionary<SecurityEventKind, DateTimeOffset>.Empty;

    /// <summary>When the wallet was last asked for.</summary>
    public DateTimeOffset LastAt { get; private init; } = DateTimeOffset.MinValue;

    /// <summary>After another request for the wallet. Each kind of event is raised once in its window.</summary>
    public (AccessPattern Next, ImmutableArray<SecurityFinding> Findings) WithRequest(
        WalletAddress wallet, ClientOrigin client, DateTimeOffset at, AccessRules rules)
    {
        var clients = Fresh(Clients, static c => c.At, at).RemoveAll(c => c.Client == client).Add(new Sighting(client, at));
        if (clients.Length > rules.Clients) clients = clients.RemoveRange(0, clients.Length - rules.Clients);
        var next = this with { Clients = clients, Requests = Counted(at), LastAt = at };
        ImmutableArray<SecurityFinding> findings = [];
        next = next.Raise(SecurityEventKind.ManyClients, clients.Length, rules.Clients, AccessRules.Long, wallet, at, ref findings);
        next = next.Raise(SecurityEventKind.HighFrequency, next.Requests.Sum(), rules.Requests, AccessRules.Short, wallet, at, ref findings);
        return (next, findings);
    }

    /// <summary>After a check that failed: a mismatch, or a proof that proves nothing.</summary>
    public (AccessPattern Next, ImmutableArray<SecurityFinding> Findings) WithFailedCheck(
        WalletAddress wallet, ClientOrigin client, DateTimeOffset at, AccessRules rules)
    {
        var failures = Fresh(Failures, static f => f, at).Add(at);
        if (failures.Length > rules.FailedChecks) failures = failures.RemoveRange(0, failures.Length - rules.FailedChecks);
        var clients = Fresh(Clients, static c => c.At, at);
        if (clients.Length < rules.Clients && !clients.Any(c => c.Client == client)) clients = clients.Add(new Sighting(client, at));
        var next = this with { Failures = failures, Clients = clients, LastAt = at };
        ImmutableArray<SecurityFinding> findings = [];
        next = next.Raise(SecurityEventKind.ManyFailedChecks, failures.Length, rules.FailedChecks, AccessRules.Long, wallet, at, ref findings);
        return (next, findings);
    }

    private AccessPattern Raise(
        SecurityEventKind kind, int count, int threshold, TimeSpan window, WalletAddress wallet, DateTimeOffset at, ref ImmutableArray<SecurityFinding> findings)
    {
        if (count < threshold || (Raised.TryGetValue(kind, out var last) && at - last < window)) return this;
        var networks = Clients.Select(c => c.Client.ToString()).Distinct(StringComparer.Ordinal).ToImmutableArray();
        findings = findings.Add(new SecurityFinding(kind, wallet, at, count, window, networks));
        return this with { Raised = Raised.SetItem(kind, at) };
    }

    private static ImmutableArray<T> Fresh<T>(ImmutableArray<T> all, Func<T, DateTimeOffset> time, DateTimeOffset at) =>
        all.RemoveAll(x => at - time(x) >= AccessRules.Long);

    // The slots form a ring; those that time has passed over since the last request start anew.
    private ImmutableArray<int> Counted(DateTimeOffset at)
    {
        var (now, last) = (at.UtcTicks / SlotTicks, LastAt.UtcTicks / SlotTicks);
        var counts = Requests.ToBuilder();
        for (var slot = Math.Max(last + 1, now - Slots + 1); slot <= now; slot++) counts[(int)(slot % Slots)] = 0;
        counts[(int)(now % Slots)]++;
        return counts.ToImmutable();
    }

    internal readonly record struct Sighting(ClientOrigin Client, DateTimeOffset At);
}
