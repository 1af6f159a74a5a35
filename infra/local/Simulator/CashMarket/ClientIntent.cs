using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.CashMarket;

/// <summary>What a simulated client wants to do.</summary>
internal abstract record ClientIntent;

/// <summary>Places an order.</summary>
internal sealed record PlaceIntent(OrderRequest Request) : ClientIntent;

/// <summary>Gives an order another price.</summary>
internal sealed record ReplaceIntent(OrderId Order, ReplaceOrderRequest Request) : ClientIntent;

/// <summary>Cancels an order.</summary>
internal sealed record CancelIntent(OrderId Order) : ClientIntent;
