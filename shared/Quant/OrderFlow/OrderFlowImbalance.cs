namespace LiquidityRisk.Quant.OrderFlow;

/// <summary>
/// What orders added to and took from the best quotes, bids counted up and asks down.
/// <code>
/// eₙ = q^b_n·1(P^b_n ≥ P^b_n−1) − q^b_n−1·1(P^b_n ≤ P^b_n−1) − q^a_n·1(P^a_n ≤ P^a_n−1) + q^a_n−1·1(P^a_n ≥ P^a_n−1)
/// OFI = Σ eₙ
/// </code>
/// P, q: best price and size before (n − 1) and after (n) an event. In units of the instrument; above 0 pushes the price up. Swapping the sides
/// (bids for asks at negated prices) turns the sign. Source: R. Cont, A. Kukanov and S. Stoikov (2014), The price impact of order book events,
/// Journal of Financial Econometrics 12. Valid for books that are not crossed.
/// </summary>
public static class OrderFlowImbalance
{
    /// <summary>e of one event.</summary>
    /// <param name="before">Best quotes before.</param>
    /// <param name="after">Best quotes after.</param>
    /// <exception cref="ArgumentException">A quote is not finite, is crossed or has no size.</exception>
    public static double Of(BestQuote before, BestQuote after)
    {
        before.Check(nameof(before));
        after.Check(nameof(after));
        return Event(before, after);
    }

    /// <summary>OFI over a run of quotes: the sum over each to the next, 0 for a single one.</summary>
    /// <param name="quotes">Best quotes after each event, at least one.</param>
    /// <exception cref="ArgumentException">No quotes, or one that is not finite, is crossed or has no size.</exception>
    /// <exception cref="ArithmeticException">The sum is beyond what a double holds.</exception>
    public static double Of(ReadOnlySpan<BestQuote> quotes)
    {
        if (quotes.IsEmpty) throw new ArgumentException("There is at least one quote.", nameof(quotes));
        quotes[0].Check(nameof(quotes));
        var sum = 0.0;
        for (var i = 1; i < quotes.Length; i++)
        {
            quotes[i].Check(nameof(quotes));
            sum += Event(quotes[i - 1], quotes[i]);
        }

        return Statistics.Inputs.Finite(sum);
    }

    private static double Event(BestQuote before, BestQuote after) =>
        (after.Bid >= before.Bid ? after.BidSize : 0) - (after.Bid <= before.Bid ? before.BidSize : 0)
        - (after.Ask <= before.Ask ? after.AskSize : 0) + (after.Ask >= before.Ask ? before.AskSize : 0);
}
