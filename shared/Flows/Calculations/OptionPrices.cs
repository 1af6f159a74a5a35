using LiquidityRisk.Contracts.Calculations;
using LiquidityRisk.Quant.Options;

namespace LiquidityRisk.Flows.Calculations;

/// <summary>Prices, sensitivities and implied volatilities of European options. Nothing is stored.</summary>
public static class OptionPrices
{
    private const int MaxOptions = 1_000;
    private const double MaxPrice = 1e12;

    /// <summary>Prices and Greeks, each and together.</summary>
    /// <exception cref="CalculationRefusedException">The request is at fault.</exception>
    public static GreeksAnswer Of(GreeksRequest request)
    {
        var asked = Asked.List("options", request.Options, 1, MaxOptions);
        var positions = new OptionPosition[asked.Count];
        var each = new OptionGreeksAnswer[asked.Count];
        for (var i = 0; i < positions.Length; i++)
        {
            var (option, at) = (asked[i], FormattableString.Invariant($"options[{i}]"));
            positions[i] = new(
                Terms(option, at),
                Asked.Required(at + ".volatility", option.Volatility, 0, 100),
                Asked.Number(at + ".quantity", option.Quantity, 1, -1e12, 1e12),
                Asked.Number(at + ".multiplier", option.Multiplier, 1, 1e-9, 1e9));
            var position = positions[i];
            each[i] = Answer(Asked.Solve(at, () => BlackScholesGreeks.Of(position.Option, position.Volatility)));
        }

        return new(each, Answer(Asked.Solve("options", () => OptionPortfolio.Sum(positions))));
    }

    /// <summary>Implied volatilities; a price that implies none is answered with the reason and the others go on.</summary>
    /// <exception cref="CalculationRefusedException">The request is at fault.</exception>
    public static ImpliedVolAnswer Of(ImpliedVolRequest request)
    {
        var asked = Asked.List("options", request.Options, 1, MaxOptions);
        return new([.. asked.Select((option, i) => Imply(option, FormattableString.Invariant($"options[{i}]")))]);
    }

    private static ImpliedVolatilityAnswer Imply(OptionInput input, string at)
    {
        var (option, price) = (Terms(input, at), Asked.Required(at + ".price", input.Price, 0, MaxPrice));
        try
        {
            return new(Asked.Solve(at + ".price", () => ImpliedVolatility.Of(option, price)), null);
        }
        catch (CalculationRefusedException e) when (e.IsImpossible)
        {
            return new(null, e.Message);
        }
    }

    private static EuropeanOption Terms(OptionInput option, string at) => new(
        option.Right switch
        {
            OptionRight.Call => OptionType.Call,
            OptionRight.Put => OptionType.Put,
            _ => throw Asked.Fault(at + ".right", "One of call, put is expected."),
        },
        Asked.Required(at + ".spot", option.Spot, 1e-9, MaxPrice),
        Asked.Required(at + ".strike", option.Strike, 1e-9, MaxPrice),
        Asked.Required(at + ".years", option.Years, 0, 100),
        Asked.Number(at + ".rate", option.Rate, 0, -1, 10),
        Asked.Number(at + ".dividend_yield", option.DividendYield, 0, -1, 10));

    private static OptionGreeksAnswer Answer(OptionGreeks g) => new(
        g.Price, g.Delta, g.Gamma, g.Vega, g.Theta, g.Rho, g.DividendRho, g.Vanna, g.Volga, g.Charm);
}
