namespace LiquidityRisk.Quant.OrderFlow;

/// <summary>The best bid and ask of a book.</summary>
/// <param name="Bid">Best bid, in price.</param>
/// <param name="BidSize">Size at it, in units, above 0.</param>
/// <param name="Ask">Best ask, in price, not below the bid.</param>
/// <param name="AskSize">Size at it, in units, above 0.</param>
public readonly record struct BestQuote(double Bid, double BidSize, double Ask, double AskSize)
{
    /// <summary>(bid + ask)/2.</summary>
    public double Mid => (Bid / 2) + (Ask / 2);

    /// <summary>I = bid size/(bid size + ask size), 0 to 1: above ½ when more wait to buy.</summary>
    public double Imbalance => 1 / (1 + (AskSize / BidSize));

    internal void Check(string name)
    {
        if (!double.IsFinite(Bid) || !double.IsFinite(Ask) || !(Bid <= Ask)) throw new ArgumentException("Prices are finite, the bid not above the ask.", name);
        if (!double.IsFinite(BidSize) || !double.IsFinite(AskSize) || !(BidSize > 0) || !(AskSize > 0)) throw new ArgumentException("Sizes are finite and above 0.", name);
    }
}
