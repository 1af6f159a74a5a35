using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Tape;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Telemetry;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>
/// One certificate's market: its journal, and this instance's replica of it. Several instances may serve the same market: whoever writes an
/// entry first is first, the others follow and try again.
/// </summary>
public sealed class CertificateMarket(MarketJournal journal, MarketSnapshots snapshots, MarketSettings settings, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private MarketReplica? _replica;
    private bool _isUncertain;
    private long _lookedAt;

    /// <summary>Which market.</summary>
    public CertificateType Certificate => journal.Certificate;

    /// <summary>What people see of the market, no older than <see cref="MarketSettings.MaxLag"/> behind other instances.</summary>
    public async ValueTask<MarketTape> TapeAsync(CancellationToken cancellationToken)
    {
        if (_replica is { } known && time.GetElapsedTime(Volatile.Read(ref _lookedAt)) < settings.MaxLag) return known.Tape;
        return await InTurnAsync(async replica =>
        {
            if (time.GetElapsedTime(_lookedAt) >= settings.MaxLag) await FollowAsync(replica, cancellationToken);
            return replica.Tape;
        }, cancellationToken);
    }

    /// <summary>Reads from the replica as it stands after following the journal to its end.</summary>
    public Task<T> ReadAsync<T>(Func<MarketReplica, T> read, CancellationToken cancellationToken) => InTurnAsync(async replica =>
    {
        await FollowAsync(replica, cancellationToken);
        return read(replica);
    }, cancellationToken);

    /// <summary>Reads from the replica as far as it is.</summary>
    public Task<T> PeekAsync<T>(Func<MarketReplica, T> read, CancellationToken cancellationToken) =>
        InTurnAsync(replica => ValueTask.FromResult(read(replica)), cancellationToken);

    /// <summary>Carries out a command, once: what was carried out under its id before is found again.</summary>
    /// <param name="id">The command's id.</param>
    /// <param name="source">On whose behalf; see <see cref="MarketSources"/>.</param>
    /// <param name="since">
    /// A place in the journal at or before which the command surely is not; null when it cannot have been sent longer than a moment ago.
    /// </param>
    /// <param name="ask">The command, given the market that it will be carried out in; its entry will be the next one.</param>
    /// <param name="cancellationToken">Stops waiting; the command may still be carried out.</param>
    /// <returns>The entry, also when it was written before or says that the command was refused.</returns>
    /// <exception cref="StoreUnavailableException">The store did not answer, or others were first every time. Ask again under the same id.</exception>
    public Task<JournalDocument> AppendAsync(
        CommandId id, string source, long? since, Func<MarketReplica, IMarketCommand> ask, CancellationToken cancellationToken) =>
        InTurnAsync(async replica =>
        {
            if (await EarlierAsync(replica, id, since, cancellationToken) is { } earlier) return earlier;
            for (var attempt = 0; attempt < settings.MaxAttempts; attempt++)
            {
                var (sequence, command) = (replica.Position + 1, ask(replica));
                if (replica.Try(command) is not { } events) return await FoundAsync(replica, id, since, cancellationToken);
                var now = time.GetUtcNow();
                var entry = new JournalDocument(sequence, now > replica.Tape.At ? now : replica.Tape.At, source, command, events, Tracing.Current);
                _isUncertain = true;
                if (await journal.TryAppendAsync(entry, cancellationToken))
                {
                    replica.Keep(entry);
                    _isUncertain = false;
                    Volatile.Write(ref _lookedAt, time.GetTimestamp());
                    if (sequence % settings.SnapshotEvery == 0) await snapshots.SaveAsync(Certificate, replica, cancellationToken);
                    return entry;
                }

                replica.TakeBack();
                _isUncertain = false;
                await FollowAsync(replica, cancellationToken);
                if (replica.RecentOf(id) is { } meanwhile) return meanwhile;
            }

            throw new StoreUnavailableException($"Others wrote to the {Certificate} market at every one of {settings.MaxAttempts} attempts.");
        }, cancellationToken);

    /// <summary>Makes sure that a command is never carried out any more, unless it already was.</summary>
    /// <returns>The entry in which it was carried out or refused before; null when it is now void.</returns>
    public async Task<JournalDocument?> VoidAsync(CommandId id, long? since, CancellationToken cancellationToken)
    {
        // A cancellation of nothing is refused, and a command that was refused is not carried out when it comes again.
        var entry = await AppendAsync(id, MarketSources.Voided, since, _ => new CancelOrders(id, []), cancellationToken);
        return entry.Source == MarketSources.Voided ? null : entry;
    }

    /// <summary>Entries after a place, in order; at most as far as this instance has followed, at least to <paramref name="atLeast"/> if it is written.</summary>
    public async Task<IReadOnlyList<JournalDocument>> EntriesAfterAsync(long sequence, long atLeast, int most, CancellationToken cancellationToken)
    {
        var steps = await StepsAfterAsync(sequence, atLeast, most, cancellationToken);
        if (steps is not null) return [.. steps.Select(s => s.Entry)];
        var position = _replica!.Position;
        var entries = new List<JournalDocument>();
        await foreach (var entry in journal.AfterAsync(sequence, cancellationToken))
        {
            if (entry.Sequence > position || entries.Count == most) break;
            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>
    /// The next entries after a place with what they did to the market, as <see cref="EntriesAfterAsync"/>; null when the next one is no longer
    /// in memory. Waits for no command that is on its way to the journal.
    /// </summary>
    public async ValueTask<IReadOnlyList<MarketStep>?> StepsAfterAsync(long sequence, long atLeast, int most, CancellationToken cancellationToken)
    {
        if (_replica is not { } known || known.Position < atLeast)
        {
            known = await InTurnAsync(async replica =>
            {
                if (replica.Position < atLeast) await FollowAsync(replica, cancellationToken);
                return replica;
            }, cancellationToken);
        }

        return known.StepsAfter(sequence, most);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<T> InTurnAsync<T>(Func<MarketReplica, ValueTask<T>> act, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_replica is null)
            {
                var loaded = await snapshots.LoadAsync(Certificate, cancellationToken);
                await FollowAsync(loaded, cancellationToken);
                _replica = loaded;
            }
            else if (_isUncertain)
            {
                _replica.TakeBack();
                await FollowAsync(_replica, cancellationToken);
            }

            _isUncertain = false;
            return await act(_replica);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async ValueTask FollowAsync(MarketReplica replica, CancellationToken cancellationToken)
    {
        await foreach (var entry in journal.AfterAsync(replica.Position, cancellationToken)) replica.Follow(entry);
        Volatile.Write(ref _lookedAt, time.GetTimestamp());
    }

    private async ValueTask<JournalDocument?> EarlierAsync(MarketReplica replica, CommandId id, long? since, CancellationToken cancellationToken)
    {
        if (replica.RecentOf(id) is { } recent) return recent;
        if (since is not { } from || replica.Position - from <= replica.Remembered) return null;
        await foreach (var entry in journal.AfterAsync(from, cancellationToken))
            if (entry.Command == id) return entry;
        return null;
    }

    // The engine knows the command; its entry is no longer in memory.
    private async ValueTask<JournalDocument> FoundAsync(MarketReplica replica, CommandId id, long? since, CancellationToken cancellationToken)
    {
        var from = Math.Max(since ?? 0, replica.Position - replica.Remembered);
        await foreach (var entry in journal.AfterAsync(from, cancellationToken))
            if (entry.Command == id) return entry;
        throw new InvalidOperationException($"The {Certificate} market knows command {id}, but its journal does not.");
    }
}
