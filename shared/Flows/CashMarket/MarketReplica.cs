using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Tape;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>
/// One market in memory, as far as its journal has been followed. A command is tried first and kept when its entry was written; when somebody
/// else was first it is taken back. One thread at a time may change it or look at its engine; what was kept (<see cref="Tape"/>,
/// <see cref="StepsAfter"/>) can be read by all meanwhile.
/// </summary>
public sealed class MarketReplica
{
    private const int TakenBackOver = 256;
    private const int MaxRecent = 512;

    private readonly MatchingRules _rules;
    private readonly Lock _kept = new();
    private readonly List<MarketStep> _recent = [];
    private readonly Dictionary<CommandId, JournalDocument> _byCommand = [];
    private readonly List<JournalDocument> _sinceBase = [];
    private BookSnapshot _base;
    private MatchingEngine _engine;
    private MarketTape _tape;

    /// <summary>Starts from a place in the journal.</summary>
    /// <exception cref="ArgumentException">The snapshot is of no possible market.</exception>
    public MarketReplica(MatchingRules rules, BookSnapshot start, MarketTape tape, ImmutableArray<MakerRecord> makers)
    {
        (_rules, _base, _tape) = (rules, start, tape);
        _engine = MatchingEngine.Restore(rules, start);
        Makers = new(makers, [.. start.Bids, .. start.Asks]);
    }

    /// <summary>What people see of it.</summary>
    public MarketTape Tape => Volatile.Read(ref _tape);

    /// <summary>How well market makers do their job in it.</summary>
    public MakerWatch Makers { get; }

    /// <summary>Sequence of the last entry that it includes.</summary>
    public long Position => Tape.Sequence;

    /// <summary>How many commands back one is surely known again.</summary>
    public int Remembered => _rules.RememberedCommands;

    /// <summary>Everything that rests.</summary>
    public BookSnapshot Book => _engine.Snapshot();

    /// <summary>What rests on a side, in the order of priority.</summary>
    public IEnumerable<RestingOrder> Orders(OrderSide side) => _engine.Orders(side);

    /// <summary>A resting order; null when it does not rest.</summary>
    public RestingOrder? Find(OrderId order) => _engine.Find(order);

    /// <summary>The entry of a command, if it is in memory.</summary>
    public JournalDocument? RecentOf(CommandId command) => _byCommand.GetValueOrDefault(command);

    /// <summary>The next entries after a place with what they did to the market; null when the next one is no longer in memory.</summary>
    public IReadOnlyList<MarketStep>? StepsAfter(long sequence, int most)
    {
        lock (_kept)
        {
            var oldest = _recent.Count > 0 ? _recent[0].Entry.Sequence : _tape.Sequence + 1;
            if (sequence + 1 < oldest) return null;
            var from = (int)Math.Min(sequence + 1 - oldest, _recent.Count);
            return _recent.GetRange(from, Math.Min(most, _recent.Count - from));
        }
    }

    /// <summary>Carries a command out; <see cref="Keep"/> or <see cref="TakeBack"/> follows.</summary>
    /// <returns>Null when it had been carried out before; nothing follows then.</returns>
    public ImmutableArray<IMarketEvent>? Try(IMarketCommand command)
    {
        var events = new MarketEventList();
        return _engine.Apply(command, events) == CommandOutcome.AlreadyApplied ? null : [.. events];
    }

    /// <summary>The command that was tried is in the journal.</summary>
    public void Keep(JournalDocument entry)
    {
        _sinceBase.Add(entry);
        if (_sinceBase.Count == TakenBackOver)
        {
            _base = _engine.Snapshot();
            _sinceBase.Clear();
        }

        Remember(entry, _tape.With(entry.Events, entry.Sequence, entry.At, _engine.Depth()));
        if (entry.Source.StartsWith(MarketSources.Liquidity, StringComparison.Ordinal)) Makers.Begin(entry.Accounts, entry.Sequence - 1, entry.At);
        Makers.Follow(entry.Events, entry.Sequence, entry.At, Tape.Book);
    }

    /// <summary>The command that was tried is not in the journal, or it is not known whether it is.</summary>
    public void TakeBack()
    {
        _engine = MatchingEngine.Restore(_rules, _base);
        foreach (var entry in _sinceBase) _engine.Apply(entry.Asked, new MarketEventList());
    }

    /// <summary>Goes on by an entry that somebody else wrote.</summary>
    /// <exception cref="InvalidOperationException">The entry does not follow, or says something else than what the engine makes of its command.</exception>
    public void Follow(JournalDocument entry)
    {
        if (entry.Sequence != Position + 1) throw new InvalidOperationException($"Entry {entry.Sequence} does not follow {Position}.");
        if (Try(entry.Asked) is not { } events || !events.SequenceEqual(entry.Events))
            throw new InvalidOperationException($"Entry {entry.Sequence} says something else than what its command does.");
        Keep(entry);
    }

    private void Remember(JournalDocument entry, MarketTape after)
    {
        lock (_kept)
        {
            _recent.Add(new(entry, _tape.Book, after.Book, after.Trades.IsEmpty ? null : after.Trades[^1].Price));
            Volatile.Write(ref _tape, after);
            _byCommand[entry.Command] = entry;
            if (_recent.Count < 2 * MaxRecent) return;
            foreach (var step in _recent.Take(MaxRecent)) _byCommand.Remove(step.Entry.Command);
            _recent.RemoveRange(0, MaxRecent);
        }
    }
}

/// <summary>An entry of the journal with what it did to the market.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Before">The book before it.</param>
/// <param name="After">The book after it.</param>
/// <param name="LastPrice">Price of the last trade after it; null before the first.</param>
public sealed record MarketStep(JournalDocument Entry, BookDepth Before, BookDepth After, Ticks? LastPrice);
