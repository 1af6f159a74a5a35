using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>Follows a market's journal for all its market makers at once. Not safe for two threads.</summary>
public sealed class MakerWatch
{
    private readonly Dictionary<AccountId, MakerRecord> _records;
    private readonly Dictionary<AccountId, Dictionary<OrderId, RestingOrder>> _own = [];

    /// <summary>Goes on from where records were stored.</summary>
    /// <param name="records">One for each maker.</param>
    /// <param name="resting">Everything that rests in the book at the same place in the journal.</param>
    public MakerWatch(IEnumerable<MakerRecord> records, IEnumerable<RestingOrder> resting)
    {
        ArgumentNullException.ThrowIfNull(resting);
        _records = records.ToDictionary(r => r.Account);
        foreach (var order in resting) Put(order);
    }

    /// <summary>The records as they stand.</summary>
    public ImmutableArray<MakerRecord> Records => [.. _records.Values];

    /// <summary>A maker's record; null when it has never quoted.</summary>
    public MakerRecord? Of(AccountId account) => _records.GetValueOrDefault(account);

    /// <summary>Starts to follow accounts that are not followed yet.</summary>
    public void Begin(IEnumerable<AccountId> accounts, long sequence, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        foreach (var account in accounts) _records.TryAdd(account, MakerRecord.Begin(account, sequence, at));
    }

    /// <summary>Goes on by an entry.</summary>
    /// <param name="events">Its events.</param>
    /// <param name="sequence">Its place in the journal.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="after">The book after it; its best prices are enough.</param>
    public void Follow(IReadOnlyList<IMarketEvent> events, long sequence, DateTimeOffset at, BookDepth after)
    {
        ArgumentNullException.ThrowIfNull(events);
        foreach (var happened in events) Note(happened);
        foreach (var (account, record) in _records.ToArray())
        {
            var own = _own.TryGetValue(account, out var orders) ? orders.Values : Enumerable.Empty<RestingOrder>();
            _records[account] = record.With(new(events, sequence, at, MakerQuote.Of(after, own)));
        }
    }

    private void Note(IMarketEvent happened)
    {
        switch (happened)
        {
            case OrderRested e:
                Put(e.Order);
                break;
            case OrderReplaced e:
                Take(e.Before.Account, e.Before.Id);
                break;
            case OrderCancelled e:
                Take(e.Account, e.Order);
                break;
            case OrderReduced { Remaining.IsZero: true } e:
                Take(e.Account, e.Order);
                break;
            case TradeExecuted { MakerRemaining.IsZero: true } e:
                Take(e.MakerAccount, e.Maker);
                break;
        }
    }

    private void Put(in RestingOrder order)
    {
        if (!_own.TryGetValue(order.Account, out var orders)) _own[order.Account] = orders = [];
        orders[order.Id] = order;
    }

    private void Take(AccountId account, OrderId order)
    {
        if (_own.TryGetValue(account, out var orders) && orders.Remove(order) && orders.Count == 0) _own.Remove(account);
    }
}
