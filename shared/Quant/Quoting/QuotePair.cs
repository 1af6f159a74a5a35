namespace LiquidityRisk.Quant.Quoting;

/// <summary>A bid and an ask, in price; a side that must not be quoted (inventory at its bound) is null.</summary>
/// <param name="Bid">Price to buy at.</param>
/// <param name="Ask">Price to sell at.</param>
public readonly record struct QuotePair(double? Bid, double? Ask)
{
    /// <summary>Ask − bid, in price; null when a side is missing.</summary>
    public double? Spread => Ask - Bid;

    /// <summary>(bid + ask) / 2; null when a side is missing.</summary>
    public double? Centre => (Bid + Ask) / 2;
}
