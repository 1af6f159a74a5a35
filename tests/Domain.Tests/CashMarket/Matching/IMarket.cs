namespace LiquidityRisk.Domain.CashMarket.Matching.Tests;

/// <summary>What the fast and the naive market have in common.</summary>
public interface IMarket
{
    IEnumerable<RestingOrder> Bids { get; }

    IEnumerable<RestingOrder> Asks { get; }

    CommandOutcome Apply(IMarketCommand command, IMarketEventSink sink);
}

/// <summary>The engine that ships.</summary>
internal sealed class FastMarket(MatchingRules rules) : IMarket
{
    public MatchingEngine Engine { get; } = new(rules);

    public IEnumerable<RestingOrder> Bids => Engine.Snapshot().Bids;

    public IEnumerable<RestingOrder> Asks => Engine.Snapshot().Asks;

    public CommandOutcome Apply(IMarketCommand command, IMarketEventSink sink) => Engine.Apply(command, sink);
}
