using System.Collections.Immutable;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching;

/// <summary>
/// Something asked of a market. It happens whole or not at all. <see cref="PlaceOrder"/>, <see cref="PlaceOrders"/>,
/// <see cref="CancelOrder"/>, <see cref="CancelOrders"/> or <see cref="ReplaceOrder"/>.
/// </summary>
public interface IMarketCommand
{
    /// <summary>What it is known by; the same when it is sent again.</summary>
    CommandId Id { get; }
}

/// <summary>Asks to place an order.</summary>
/// <param name="Id">What the command is known by.</param>
/// <param name="Order">The order.</param>
public readonly record struct PlaceOrder(CommandId Id, NewOrder Order) : IMarketCommand;

/// <summary>
/// Asks to place orders that rest: limit orders, good till cancelled, none of which trades with the book or with another of
/// them. When one cannot be placed, none is.
/// </summary>
/// <param name="Id">What the command is known by.</param>
/// <param name="Orders">The orders, in the order of their time priority.</param>
public readonly record struct PlaceOrders(CommandId Id, ImmutableArray<NewOrder> Orders) : IMarketCommand;

/// <summary>Asks to cancel what is left of an order.</summary>
/// <param name="Id">What the command is known by.</param>
/// <param name="Order">Which.</param>
/// <param name="Account">Whose it is; another account's order is not touched.</param>
public readonly record struct CancelOrder(CommandId Id, OrderId Order, AccountId Account) : IMarketCommand;

/// <summary>Asks to cancel what is left of several orders. When one cannot be cancelled, none is.</summary>
/// <param name="Id">What the command is known by.</param>
/// <param name="Orders">Which, and whose.</param>
public readonly record struct CancelOrders(CommandId Id, ImmutableArray<OwnedOrder> Orders) : IMarketCommand;

/// <summary>An order and whose it is.</summary>
/// <param name="Order">Which.</param>
/// <param name="Account">Whose it is.</param>
public readonly record struct OwnedOrder(OrderId Order, AccountId Account);

/// <summary>
/// Asks for another price or size of a resting order. Less at the same price keeps its time priority. Another price, or more,
/// makes it the newest at its price and may trade at once, as a good-till-cancelled order that arrives.
/// </summary>
/// <param name="Id">What the command is known by.</param>
/// <param name="Order">Which.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Price">The price from now on.</param>
/// <param name="Remaining">What is left to trade from now on, not counting what has traded. Not zero: that is a cancellation.</param>
/// <param name="IfRemaining">
/// What the sender believes is left; refused when it is not, so that a trade on the way does not let an order trade more than was
/// meant. Null to replace regardless.
/// </param>
public readonly record struct ReplaceOrder(
    CommandId Id, OrderId Order, AccountId Account, Ticks Price, Lots Remaining, Lots? IfRemaining = null) : IMarketCommand;
