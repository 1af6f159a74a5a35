using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>Adds lots for display, so that a record of the past never refuses what the market let through.</summary>
internal static class CappedLots
{
    /// <summary>The sum, or <see cref="Lots.Max"/> when it is more.</summary>
    public static Lots Sum(Lots left, Lots right) => new(Math.Min(left.Value + right.Value, Lots.Max));
}
