using System.Text.Json.Serialization;
using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Contracts.Calculations;

/// <summary>What an option gives a right to.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<OptionRight>))]
public enum OptionRight
{
    /// <summary>To buy.</summary>
    Call,

    /// <summary>To sell.</summary>
    Put,
}

/// <summary>A European option in its market.</summary>
/// <param name="Right">Call or put.</param>
/// <param name="Spot">Price of the underlying, above 0; of the future when the dividend yield equals the rate.</param>
/// <param name="Strike">Above 0.</param>
/// <param name="Years">To expiry, 0 to 100.</param>
/// <param name="Rate">Continuous a year, −1 to 10; absent means 0.</param>
/// <param name="DividendYield">Continuous a year, −1 to 10; absent means 0. The rate makes it an option on a future (Black 1976).</param>
/// <param name="Volatility">A year, 0 to 100 (1 = 100 %); for Greeks.</param>
/// <param name="Price">What is paid for it, not negative; for implied volatility.</param>
/// <param name="Quantity">How many, negative when sold; absent means 1.</param>
/// <param name="Multiplier">Units of the underlying each; absent means 1.</param>
public sealed record OptionInput(
    OptionRight? Right,
    double? Spot,
    double? Strike,
    double? Years,
    double? Rate,
    double? DividendYield,
    double? Volatility,
    double? Price,
    double? Quantity,
    double? Multiplier);

/// <summary>Body of <c>POST /api/v1/quant/greeks</c>.</summary>
/// <param name="Options">1 to 1,000 options, each with a volatility.</param>
[JsonExample("""{"options":[{"right":"call","spot":100,"strike":105,"years":0.5,"rate":0.03,"volatility":0.25,"quantity":10}]}""")]
public sealed record GreeksRequest(IReadOnlyList<OptionInput>? Options);

/// <summary>Prices and sensitivities.</summary>
/// <param name="Options">Each option for one unit of the underlying, in the order asked.</param>
/// <param name="Total">All of them with their quantities and multipliers.</param>
public sealed record GreeksAnswer(IReadOnlyList<OptionGreeksAnswer> Options, OptionGreeksAnswer Total);

/// <summary>The price of an option and how it moves (Black, Scholes, Merton).</summary>
/// <param name="Price">In the unit of the spot.</param>
/// <param name="Delta">By the spot.</param>
/// <param name="Gamma">Twice by the spot.</param>
/// <param name="Vega">By volatility, for 1.00 (divide by 100 for a point).</param>
/// <param name="Theta">As a year passes (divide by 365 for a day).</param>
/// <param name="Rho">By the rate, for 1.00.</param>
/// <param name="DividendRho">By the dividend yield, for 1.00.</param>
/// <param name="Vanna">By the spot and volatility.</param>
/// <param name="Volga">Twice by volatility.</param>
/// <param name="Charm">Delta as a year passes.</param>
public sealed record OptionGreeksAnswer(
    double Price, double Delta, double Gamma, double Vega, double Theta, double Rho, double DividendRho, double Vanna, double Volga, double Charm);

/// <summary>Body of <c>POST /api/v1/quant/implied-vol</c>.</summary>
/// <param name="Options">1 to 1,000 options, each with a price.</param>
[JsonExample("""{"options":[{"right":"call","spot":100,"strike":105,"years":0.5,"rate":0.03,"price":5.3}]}""")]
public sealed record ImpliedVolRequest(IReadOnlyList<OptionInput>? Options);

/// <summary>The volatilities that prices imply, in the order asked.</summary>
/// <param name="Volatilities">One per option.</param>
public sealed record ImpliedVolAnswer(IReadOnlyList<ImpliedVolatilityAnswer> Volatilities);

/// <summary>An implied volatility, or why there is none.</summary>
/// <param name="Volatility">A year, 1 = 100 %; null when no volatility gives the price.</param>
/// <param name="Reason">Why not; null when there is one.</param>
public sealed record ImpliedVolatilityAnswer(double? Volatility, string? Reason);
