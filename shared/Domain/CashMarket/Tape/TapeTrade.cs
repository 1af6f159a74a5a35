using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>A trade as everybody may see it: without who traded.</summary>
/// <param name="Id">The trade's number.</param>
/// <param name="Price">At which price.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Aggressor">Whether the order that arrived bought or sold.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Sequence">In which entry of the market's journal.</param>
public readonly record struct TapeTrade(
    TradeId Id, Ticks Price, Lots Quantity, OrderSide Aggressor, DateTimeOffset At, long Sequence);
