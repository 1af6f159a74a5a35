using LiquidityRisk.Quant.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>A bond's earlier days, at most <see cref="MaxDays"/>, oldest first.</summary>
/// <param name="Days">One per UTC day with a price.</param>
public sealed record TradingHistory(IReadOnlyList<TradingDay> Days)
{
    /// <summary>How many days are kept.</summary>
    public const int MaxDays = 30;

    /// <summary>No day yet.</summary>
    public static TradingHistory None { get; } = new([]);

    /// <summary>
    /// Takes a look at the market in: it replaces what is known of its day. Returns this very instance when the look has no price of
    /// a trade or of two sides, belongs to an earlier day, or says nothing new.
    /// </summary>
    public TradingHistory With(Microstructure market, DateTimeOffset observedAt)
    {
        if ((market.Vwap ?? market.Mid) is not { } price) return this;
        var day = new TradingDay(DateOnly.FromDateTime(observedAt.UtcDateTime), price, market.VolumeFace ?? default);
        if (Days is [.., var last])
        {
            if (day.Date < last.Date || day == last) return this;
            if (day.Date == last.Date) return new([.. Days.SkipLast(1), day]);
        }

        return new([.. Days.TakeLast(MaxDays - 1), day]);
    }

    /// <summary>Return per million of face traded (Amihud 2002), over the days after the first; null when none of them traded.</summary>
    public double? Amihud()
    {
        if (Days.Count < 2) return null;
        var returns = Days.Zip(Days.Skip(1), (a, b) => (double)(b.Price.PercentOfFace / a.Price.PercentOfFace) - 1).ToArray();
        var volumes = Days.Skip(1).Select(d => (double)d.Volume.Value / 1e6).ToArray();
        return AmihudIlliquidity.Of(returns, volumes);
    }

    /// <summary>Effective spread relative to price (Roll 1984); null with fewer than four days or a trend.</summary>
    public BasisPoints? Roll()
    {
        if (Days.Count < RollSpread.MinPrices) return null;
        var logs = Days.Select(d => Math.Log((double)d.Price.PercentOfFace)).ToArray();
        return RollSpread.Of(logs) is { } spread ? new BasisPoints(spread * 1e4) : null;
    }
}

/// <summary>A day of a bond.</summary>
/// <param name="Date">UTC day.</param>
/// <param name="Price">The session's average price, else the last midpoint.</param>
/// <param name="Volume">Face amount traded; 0 when none or not known.</param>
public sealed record TradingDay(DateOnly Date, BondPrice Price, FaceAmount Volume);
