using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Options;

/// <summary>Which way an option pays.</summary>
public enum OptionType
{
    /// <summary>Pays max(S − K, 0).</summary>
    Call = 1,

    /// <summary>Pays max(K − S, 0).</summary>
    Put = -1,
}

/// <summary>
/// A European option and the market around it, its volatility left out: the terms of the generalised Black-Scholes-Merton formula.
/// <code>
/// b = r − q      F = S·e^(b·T)      A = S·e^(−q·T) = F·e^(−r·T)      B = K·e^(−r·T)
/// </code>
/// b: cost of carry; F: forward; A, B: what the underlying and the strike at expiry are worth today. b = r: a share without dividends
/// (Black and Scholes 1973); b = r − q: a dividend yield (Merton 1973); b = 0: a future (Black 1976); b = r − foreign rate: a currency
/// (Garman and Kohlhagen 1983). Source of the common form: E. G. Haug (1998), The Complete Guide to Option Pricing Formulas, 1.1.6.
/// </summary>
/// <param name="Type">Call or put.</param>
/// <param name="Spot">S: price of the underlying (of the future when q = r), above 0.</param>
/// <param name="Strike">K: in the same currency, above 0.</param>
/// <param name="Years">T: years to expiry, not negative.</param>
/// <param name="Rate">r: continuously compounded a year, as a fraction.</param>
/// <param name="DividendYield">q: continuously compounded a year, as a fraction.</param>
public readonly record struct EuropeanOption(OptionType Type, double Spot, double Strike, double Years, double Rate, double DividendYield)
{
    /// <summary>b = r − q, a year, as a fraction.</summary>
    public double CostOfCarry => Rate - DividendYield;

    /// <summary>1 for a call, −1 for a put.</summary>
    internal double Sign => Type == OptionType.Call ? 1 : -1;

    /// <summary>A = S·e^(−q·T).</summary>
    internal double UnderlyingWorth => Spot * Math.Exp(-DividendYield * Years);

    /// <summary>B = K·e^(−r·T).</summary>
    internal double StrikeWorth => Strike * Math.Exp(-Rate * Years);

    /// <summary>x = ln(F/K).</summary>
    internal double LogMoneyness => Math.Log(Spot / Strike) + (CostOfCarry * Years);

    /// <summary>An option on a future (Black 1976): cost of carry 0.</summary>
    /// <param name="type">Call or put.</param>
    /// <param name="future">F: price of the future, above 0.</param>
    /// <param name="strike">K: above 0.</param>
    /// <param name="years">T: not negative.</param>
    /// <param name="rate">r: continuously compounded a year, as a fraction.</param>
    public static EuropeanOption OnFuture(OptionType type, double future, double strike, double years, double rate) =>
        new(type, future, strike, years, rate, rate);

    /// <summary>An option whose underlying costs b a year to hold.</summary>
    /// <param name="type">Call or put.</param>
    /// <param name="spot">S: above 0.</param>
    /// <param name="strike">K: above 0.</param>
    /// <param name="years">T: not negative.</param>
    /// <param name="rate">r: continuously compounded a year, as a fraction.</param>
    /// <param name="costOfCarry">b: continuously compounded a year, as a fraction.</param>
    public static EuropeanOption WithCarry(OptionType type, double spot, double strike, double years, double rate, double costOfCarry) =>
        new(type, spot, strike, years, rate, rate - costOfCarry);

    internal static void Check(in EuropeanOption option)
    {
        if (option.Type is not (OptionType.Call or OptionType.Put)) throw new ArgumentException("An option is a call or a put.", nameof(option));
        Inputs.CheckPositive(option.Spot, nameof(Spot));
        Inputs.CheckPositive(option.Strike, nameof(Strike));
        Inputs.CheckNotNegative(option.Years, nameof(Years));
        Inputs.CheckFinite(option.Rate, nameof(Rate));
        Inputs.CheckFinite(option.DividendYield, nameof(DividendYield));
        if (!double.IsNormal(option.UnderlyingWorth) || !double.IsNormal(option.StrikeWorth) || !double.IsFinite(option.LogMoneyness))
            throw new ArithmeticException("Spot or strike, discounted, is beyond what a double holds.");
    }
}
