using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace LiquidityRisk.Local.Runtime.WebPubSub;

/// <summary>One client: who it is, what it may do, and what it has still to receive. Outlives its socket when reliable.</summary>
internal sealed class PubSubConnection(string id, string reconnectionToken, string subprotocol)
{
    private const int RememberedAcks = 4_096;

    private readonly HashSet<ulong> _acknowledged = [];
    private readonly Queue<ulong> _acknowledgedOrder = new();
    private readonly TaskCompletionSource _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? _service;
    private volatile WebSocketCloseStatus _closeStatus = WebSocketCloseStatus.NormalClosure;
    private volatile string _closeReason = "";

    public string Id => id;

    public string ReconnectionToken => reconnectionToken;

    public string Subprotocol => subprotocol;

    public bool IsReliable { get; } = subprotocol == PubSubEndpoint.ReliableSubprotocol;

    public string? UserId { get; set; }

    public HashSet<string> Roles { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, bool> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>What the upstream asked to get back with every event of this connection.</summary>
    public string? State { get; set; }

    public Outbox Outbox { get; } = new(subprotocol == PubSubEndpoint.ReliableSubprotocol);

    /// <summary>Held by the socket that serves the connection: a client that comes back first interrupts the old one.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>The delivery of the <c>connected</c> event, after which <c>disconnected</c> may follow.</summary>
    public Task Announced { get; set; } = Task.CompletedTask;

    /// <summary>Ends the connection when its client does not come back in time.</summary>
    public ITimer? Expiry { get; set; }

    /// <summary>Completes when the connection is to be closed from this side.</summary>
    public Task Closing => _closing.Task;

    public WebSocketCloseStatus CloseStatus => _closeStatus;

    public string CloseReason => _closeReason;

    public bool MayJoin(string group) => May("webpubsub.joinLeaveGroup", group);

    public bool MaySend(string group) => May("webpubsub.sendToGroup", group);

    public void Send(ReadOnlyMemory<byte> body, bool sequenced = false)
    {
        if (!Outbox.TryAdd(body, sequenced))
            Close(WebSocketCloseStatus.PolicyViolation, "The client is too slow: its queue of unsent messages is full.");
    }

    /// <summary>Tells the client why and closes; a socket that does not take even that is cut by the caller's deadline.</summary>
    public void Close(WebSocketCloseStatus status, string reason)
    {
        if (Outbox.IsClosed) return;
        _closeStatus = status;
        _closeReason = reason;
        Outbox.Close(ServerFrame.Disconnected(reason));
        _closing.TrySetResult();
    }

    /// <summary>Starts a socket's term of service; it ends when a newer socket starts its own.</summary>
    public CancellationToken BeginService()
    {
        var service = new CancellationTokenSource();
        Interlocked.Exchange(ref _service, service)?.Cancel();
        return service.Token;
    }

    public bool HasAcknowledged(ulong ackId) => _acknowledged.Contains(ackId);

    public void RememberAcknowledged(ulong ackId)
    {
        if (!_acknowledged.Add(ackId)) return;
        _acknowledgedOrder.Enqueue(ackId);
        if (_acknowledgedOrder.Count > RememberedAcks) _acknowledged.Remove(_acknowledgedOrder.Dequeue());
    }

    private bool May(string permission, string group) => Roles.Contains(permission) || Roles.Contains($"{permission}.{group}");
}
