using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching;

/// <summary>Something that happened in a market; emitted by <see cref="MatchingEngine"/> in the order in which it happened.</summary>
public interface IMarketEvent;

/// <summary>An order was taken in. What became of it follows.</summary>
/// <param name="Command">By which command.</param>
/// <param name="Order">The order.</param>
public readonly record struct OrderAccepted(CommandId Command, NewOrder Order) : IMarketEvent;

/// <summary>An order, or what trades left of it, now waits in the book behind all others of its price.</summary>
/// <param name="Order">The order as it rests.</param>
public readonly record struct OrderRested(RestingOrder Order) : IMarketEvent;

/// <summary>Two orders of different owners traded, at the price of the one that was there first.</summary>
/// <param name="Trade">The trade's number.</param>
/// <param name="Maker">The order that rested.</param>
/// <param name="MakerAccount">Its account.</param>
/// <param name="Taker">The order that arrived.</param>
/// <param name="TakerAccount">Its account.</param>
/// <param name="TakerSide">Whether the taker bought or sold.</param>
/// <param name="Price">The maker's price.</param>
/// <param name="Quantity">How much changed hands.</param>
/// <param name="MakerRemaining">What is left of the maker's order.</param>
/// <param name="TakerRemaining">What is left of the taker's order.</param>
public readonly record struct TradeExecuted(
    TradeId Trade,
    OrderId Maker,
    AccountId MakerAccount,
    OrderId Taker,
    AccountId TakerAccount,
    OrderSide TakerSide,
    Ticks Price,
    Lots Quantity,
    Lots MakerRemaining,
    Lots TakerRemaining) : IMarketEvent;

/// <summary>An order became smaller without trading. A resting one keeps its time priority.</summary>
/// <param name="Order">Which.</param>
/// <param name="Account">Whose.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Limit">Its price; null for a market order.</param>
/// <param name="By">How much was taken off.</param>
/// <param name="Remaining">What is left.</param>
/// <param name="Reason">Why.</param>
public readonly record struct OrderReduced(
    OrderId Order, AccountId Account, OrderSide Side, Ticks? Limit, Lots By, Lots Remaining, ReduceReason Reason) : IMarketEvent;

/// <summary>What was left of an order is gone without trading.</summary>
/// <param name="Order">Which.</param>
/// <param name="Account">Whose.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Limit">Its price; null for a market order.</param>
/// <param name="Quantity">What was left.</param>
/// <param name="Reason">Why.</param>
public readonly record struct OrderCancelled(
    OrderId Order, AccountId Account, OrderSide Side, Ticks? Limit, Lots Quantity, CancelReason Reason) : IMarketEvent;

/// <summary>An order left its place for another price or a larger size. What became of it follows, as of an order that arrives.</summary>
/// <param name="Command">By which command.</param>
/// <param name="Before">The order as it rested.</param>
/// <param name="Price">Its price from now on.</param>
/// <param name="Remaining">What is left to trade from now on.</param>
public readonly record struct OrderReplaced(CommandId Command, RestingOrder Before, Ticks Price, Lots Remaining) : IMarketEvent;

/// <summary>A command was refused; the book is as it was.</summary>
/// <param name="Command">Which.</param>
/// <param name="Reason">Why.</param>
/// <param name="Order">The order that it failed for; <c>default</c> when it was not one of them.</param>
public readonly record struct CommandRejected(CommandId Command, RejectReason Reason, OrderId Order) : IMarketEvent;
