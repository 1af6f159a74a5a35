using System.Collections;

namespace LiquidityRisk.Domain.CashMarket.Matching;

/// <summary>
/// Where a market's events go, one method for each kind, so that none is allocated on the way. Called in the middle of a command:
/// it must not throw and must not call the engine.
/// </summary>
public interface IMarketEventSink
{
    /// <summary>Takes an event.</summary>
    void On(in OrderAccepted happened);

    /// <summary>Takes an event.</summary>
    void On(in OrderRested happened);

    /// <summary>Takes an event.</summary>
    void On(in TradeExecuted happened);

    /// <summary>Takes an event.</summary>
    void On(in OrderReduced happened);

    /// <summary>Takes an event.</summary>
    void On(in OrderCancelled happened);

    /// <summary>Takes an event.</summary>
    void On(in OrderReplaced happened);

    /// <summary>Takes an event.</summary>
    void On(in CommandRejected happened);
}

/// <summary>Keeps a market's events as a list, for a journal or a topic; each costs an allocation.</summary>
public sealed class MarketEventList : IMarketEventSink, IReadOnlyList<IMarketEvent>
{
    private readonly List<IMarketEvent> _events = [];

    /// <inheritdoc/>
    public int Count => _events.Count;

    /// <inheritdoc/>
    public IMarketEvent this[int index] => _events[index];

    /// <summary>Forgets all events, so that the list can be used for the next command.</summary>
    public void Clear() => _events.Clear();

    /// <inheritdoc/>
    public void On(in OrderAccepted happened) => _events.Add(happened);

    /// <inheritdoc/>
    public void On(in OrderRested happened) => _events.Add(happened);

    /// <inheritdoc/>
    public void On(in TradeExecuted happened) => _events.Add(happened);

    /// <inheritdoc/>
    public void On(in OrderReduced happened) => _events.Add(happened);

    /// <inheritdoc/>
    public void On(in OrderCancelled happened) => _events.Add(happened);

    /// <inheritdoc/>
    public void On(in OrderReplaced happened) => _events.Add(happened);

    /// <inheritdoc/>
    public void On(in CommandRejected happened) => _events.Add(happened);

    /// <inheritdoc/>
    public IEnumerator<IMarketEvent> GetEnumerator() => _events.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
