namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>A limit on a score.</summary>
public sealed record ConductLimit
{
    /// <summary>Takes a limit.</summary>
    /// <param name="warnAbove">Warn above this score; not negative.</param>
    /// <param name="refuseAbove">Refuse above this score, not below the warning; null never to refuse.</param>
    /// <exception cref="ArgumentOutOfRangeException">NaN, negative or the wrong way round.</exception>
    public ConductLimit(double warnAbove, double? refuseAbove)
    {
        if (!(warnAbove >= 0 && double.IsFinite(warnAbove))) throw new ArgumentOutOfRangeException(nameof(warnAbove), warnAbove, "A limit is finite and not negative.");
        if (refuseAbove is { } refuse && !(refuse >= warnAbove && double.IsFinite(refuse)))
            throw new ArgumentOutOfRangeException(nameof(refuseAbove), refuseAbove, "A refusal is finite and not before the warning.");
        (WarnAbove, RefuseAbove) = (warnAbove, refuseAbove);
    }

    /// <summary>Warn above this score.</summary>
    public double WarnAbove { get; }

    /// <summary>Refuse above this score; null never to refuse.</summary>
    public double? RefuseAbove { get; }

    /// <summary>What a score leads to; null when it is within the limit.</summary>
    public ConductVerdict? Judge(double score) =>
        score > RefuseAbove ? ConductVerdict.Refusal : score > WarnAbove ? ConductVerdict.Warning : null;
}

/// <summary>The limits of <see cref="ConductCheck"/>. Self-crossing has none: it is always refused.</summary>
/// <param name="OrderToTrade">Of the order-to-trade score, orders per trade minus 1.</param>
/// <param name="Layering">Of the layering score, 0 to 1.</param>
public sealed record ConductLimits(ConductLimit OrderToTrade, ConductLimit Layering)
{
    /// <summary>
    /// Warn above 50 orders per trade and refuse above 500; warn when more than 60 % of a side is one owner's, away from the best price
    /// and not balanced on the other side, and never refuse for it: a market with no other makers looks like that.
    /// </summary>
    public static ConductLimits Standard { get; } = new(new(50, 500), new(0.6, null));
}

/// <summary>What a score leads to.</summary>
public enum ConductVerdict
{
    /// <summary>Whoever approves should know.</summary>
    Warning,

    /// <summary>The plan may not be carried out.</summary>
    Refusal,
}
