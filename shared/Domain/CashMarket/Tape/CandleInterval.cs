namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>How much time a candle covers, and how many a tape keeps besides the last one, which may still grow.</summary>
public enum CandleInterval
{
    /// <summary>A minute; 1,440 are kept.</summary>
    Minute,

    /// <summary>An hour; 720 are kept.</summary>
    Hour,

    /// <summary>A day in UTC; 730 are kept.</summary>
    Day,
}
