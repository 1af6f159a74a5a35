using System.Collections.Immutable;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching;

/// <summary>All that an engine needs to go on from where another stood.</summary>
/// <param name="Position">Commands taken so far, refused ones included: where in its journal the market stands.</param>
/// <param name="LastTrade">The last trade's number; <c>default</c> before the first.</param>
/// <param name="Bids">Buy orders in the order of priority.</param>
/// <param name="Asks">Sell orders in the order of priority.</param>
/// <param name="Commands">The remembered commands, oldest first.</param>
public sealed record BookSnapshot(
    long Position,
    TradeId LastTrade,
    ImmutableArray<RestingOrder> Bids,
    ImmutableArray<RestingOrder> Asks,
    ImmutableArray<CommandId> Commands)
{
    /// <summary>The fingerprint of the book.</summary>
    public StateHash Hash => StateHash.Of(Bids, Asks);
}
