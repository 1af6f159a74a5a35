using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>A change of a bond's inputs that has not happened.</summary>
/// <param name="SpreadFactor">Multiplies the spread about mid and the market maker's, 0.1 to 20.</param>
/// <param name="DepthFactor">Multiplies sizes and depth, 0 to 20.</param>
/// <param name="MarketMakerOffline">Takes the market maker offline.</param>
/// <param name="RatingNotchesDown">Steps down the ladder, 0 to 21; an unrated bond stays unrated.</param>
public sealed record WhatIf(double SpreadFactor = 1, double DepthFactor = 1, bool MarketMakerOffline = false, int RatingNotchesDown = 0)
{
    /// <summary>The inputs as they would be. A one-sided market has no spread to change.</summary>
    public BondInputs Apply(BondInputs inputs) => inputs with
    {
        Market = With(inputs.Market, Changed),
        MarketMaker = With(inputs.MarketMaker, Changed),
        Reference = With(inputs.Reference, r => r with { Rating = r.Rating.Downgrade(RatingNotchesDown) }),
    };

    private Microstructure Changed(Microstructure m)
    {
        if (m is { IsCrossed: false, Bid: { } bid, Ask: { } ask, Mid: { } mid })
        {
            var half = (ask - bid) / 2 * (decimal)SpreadFactor;
            m = m with { Bid = Price(mid.PercentOfFace - half), Ask = Price(mid.PercentOfFace + half) };
        }

        return m with { BidSize = Scaled(m.BidSize), AskSize = Scaled(m.AskSize), DepthFace = Scaled(m.DepthFace) };
    }

    private MarketMakerState Changed(MarketMakerState s) => s with
    {
        IsOnline = s.IsOnline && !MarketMakerOffline,
        MinSpread = Scaled(s.MinSpread),
        LastQuoteSpread = Scaled(s.LastQuoteSpread),
    };

    private FaceAmount? Scaled(FaceAmount? amount) =>
        amount is { } a ? new FaceAmount(Math.Min(FaceAmount.Max, Math.Round(a.Value * (decimal)DepthFactor))) : null;

    private BasisPoints? Scaled(BasisPoints? spread) => spread is { } s ? new BasisPoints(s.Value * SpreadFactor) : null;

    private static BondPrice Price(decimal percent) => new(Math.Clamp(Math.Round(percent, 6), 0.000001m, BondPrice.Max));

    private static Stamped<T>? With<T>(Stamped<T>? input, Func<T, T> change)
        where T : class => input is null ? null : input with { Value = change(input.Value) };
}
