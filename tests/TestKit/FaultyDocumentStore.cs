using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.TestKit;

/// <summary>When a write fails: before anything is stored, or after it was stored and before its caller hears of it.</summary>
public enum FaultPoint
{
    Before,
    After,
}

/// <summary>A store that fails at a chosen write, and from then on until it recovers or for that once only.</summary>
public sealed class FaultyDocumentStore(IDocumentStore store) : IDocumentStore
{
    private readonly Lock _gate = new();
    private readonly List<string> _log = [];
    private long _failsAt;
    private string? _failsOn;
    private FaultPoint _point;
    private bool _isLasting;
    private Action? _onFault;

    /// <summary>Writes and deletes since it was armed, each as collection and partition.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_gate) return [.. _log];
        }
    }

    /// <summary>Whether the chosen write has come.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Whether everything fails.</summary>
    public bool IsDown { get; private set; }

    /// <summary>Chooses the write that fails, counted from now on, from 1.</summary>
    /// <param name="write">Which.</param>
    /// <param name="point">When in it.</param>
    /// <param name="isLasting">Whether everything fails from then on.</param>
    /// <param name="onFault">What happens at that instant.</param>
    public void Arm(long write, FaultPoint point, bool isLasting, Action? onFault = null) => Choose(write, null, point, isLasting, onFault);

    /// <summary>Chooses the first write to one place, however many go elsewhere before it.</summary>
    /// <param name="place">Collection and partition, as in <see cref="Log"/>.</param>
    /// <param name="point">When in it.</param>
    /// <param name="isLasting">Whether everything fails from then on.</param>
    /// <param name="onFault">What happens at that instant.</param>
    public void ArmAtFirst(string place, FaultPoint point, bool isLasting, Action? onFault = null) => Choose(0, place, point, isLasting, onFault);

    /// <summary>Nothing fails any more.</summary>
    public void Recover() => IsDown = false;

    public ValueTask<StoredDocument<T>?> ReadAsync<T>(DocumentKey key, CancellationToken cancellationToken)
        where T : class
    {
        Enter();
        return store.ReadAsync<T>(key, cancellationToken);
    }

    public ValueTask<StoredDocument<T>?> RefreshAsync<T>(DocumentKey key, StoredDocument<T> known, CancellationToken cancellationToken)
        where T : class
    {
        Enter();
        return store.RefreshAsync(key, known, cancellationToken);
    }

    public async ValueTask<WriteResult> WriteAsync<T>(
        DocumentKey key, T body, string? ifMatch, DocumentTags tags, CancellationToken cancellationToken)
        where T : class
    {
        var fault = Count(key);
        if (fault == FaultPoint.Before) Fail();
        var result = await store.WriteAsync(key, body, ifMatch, tags, cancellationToken);
        if (fault == FaultPoint.After) Fail();
        return result;
    }

    public async ValueTask<bool> DeleteAsync(DocumentKey key, string ifMatch, CancellationToken cancellationToken)
    {
        var fault = Count(key);
        if (fault == FaultPoint.Before) Fail();
        var result = await store.DeleteAsync(key, ifMatch, cancellationToken);
        if (fault == FaultPoint.After) Fail();
        return result;
    }

    public Task<DocumentPage<T>> ListAsync<T>(ListQuery query, CancellationToken cancellationToken)
        where T : class
    {
        Enter();
        return store.ListAsync<T>(query, cancellationToken);
    }

    public Task<DocumentPage<T>> ListHeadsAsync<T>(ListQuery query, CancellationToken cancellationToken)
        where T : class
    {
        Enter();
        return store.ListHeadsAsync<T>(query, cancellationToken);
    }

    public Task PingAsync(CancellationToken cancellationToken)
    {
        Enter();
        return store.PingAsync(cancellationToken);
    }

    private static StoreUnavailableException Unavailable() => new("The test has made the document store fail.");

    private void Choose(long write, string? place, FaultPoint point, bool isLasting, Action? onFault)
    {
        lock (_gate)
        {
            (_failsAt, _failsOn, _point, _isLasting, _onFault) = (write, place, point, isLasting, onFault);
            _log.Clear();
        }
    }

    private void Enter()
    {
        if (IsDown) throw Unavailable();
    }

    private FaultPoint? Count(DocumentKey key)
    {
        Enter();
        lock (_gate)
        {
            var place = $"{key.Collection} {key.Partition}";
            _log.Add(place);
            if (_log.Count != _failsAt && !string.Equals(place, _failsOn, StringComparison.Ordinal)) return null;
            _failsOn = null;
            return _point;
        }
    }

    private void Fail()
    {
        (IsDown, HasFailed) = (_isLasting, true);
        _onFault?.Invoke();
        throw Unavailable();
    }
}
