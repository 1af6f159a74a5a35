using System.Reflection;
using LiquidityRisk.Quant.Tests;

namespace LiquidityRisk.Quant.Quoting.Tests;

/// <summary>Quotes against mpmath at 60 digits (tests/Golden/Quoting/quotes.csv).</summary>
public class QuotesGoldenTests
{
    private const double Tolerance = 1e-10; // on quotes about 100, so the twelfth digit

    public static TheoryData<string> Rows => [.. Golden.Rows("Quoting/quotes.csv").Select(r => string.Join(',', r))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Quotes_equal_those_of_mpmath(string row)
    {
        var r = row.Split(',');
        RiskAversion aversion = new(Golden.Number(r[1]));
        VarianceRate variance = new(Golden.Number(r[2]));
        FillDecay decay = new(Golden.Number(r[3]));
        FillIntensity intensity = new(Golden.Number(r[4]));
        var (bound, mid, q) = (int.Parse(r[5]), Golden.Number(r[7]), int.Parse(r[8]));

        var quotes = r[0] switch
        {
            "as" => AvellanedaStoikov.Quotes(mid, new(q), aversion, variance, decay, new(Golden.Number(r[6]))),
            "asymptotic" => AsymptoticQuotes.Of(mid, new(q), aversion, variance, decay, intensity),
            _ when r[6].Length == 0 => GueantLehalleFernandezTapia.Of(aversion, variance, decay, intensity, bound).StationaryQuotes(mid, q),
            _ => GueantLehalleFernandezTapia.Of(aversion, variance, decay, intensity, bound).Quotes(mid, q, new(Golden.Number(r[6]))),
        };

        Same(r[9], quotes.Bid);
        Same(r[10], quotes.Ask);
    }

    [Fact]
    public void Hummingbot_mode_puts_the_volatility_where_the_model_has_the_variance()
    {
        var found = HummingbotQuotes.Of(100, new(3), new(0.2), new(4), new(1.5), new(0.5));
        var squared = AvellanedaStoikov.Quotes(100, new(3), new(0.2), new VarianceRate(4), new(1.5), new(0.5));

        Assert.Equal(squared, found);
        Assert.NotEqual(AvellanedaStoikov.Quotes(100, new(3), new(0.2), new PriceVolatility(4).Squared, new(1.5), new(0.5)), found);
    }

    [Fact]
    public void A_volatility_cannot_be_given_for_a_variance()
    {
        Type[] units = [typeof(PriceVolatility), typeof(VarianceRate), typeof(RiskAversion), typeof(FillDecay), typeof(FillIntensity), typeof(Inventory), typeof(TimeLeft)];

        Assert.All(units, u => Assert.DoesNotContain(u.GetMethods(BindingFlags.Static | BindingFlags.Public), m => m.Name is "op_Implicit" or "op_Explicit"));
        Assert.DoesNotContain(typeof(AvellanedaStoikov).GetMethods().SelectMany(m => m.GetParameters()), p => p.ParameterType == typeof(PriceVolatility));
        Assert.DoesNotContain(typeof(HummingbotQuotes).GetMethods().SelectMany(m => m.GetParameters()), p => p.ParameterType == typeof(VarianceRate));
    }

    [Fact]
    public void A_session_that_rolls_begins_anew_and_a_horizon_ends()
    {
        Assert.Equal(10, TimeLeft.OfSession(0, 10).Value);
        Assert.Equal(1, TimeLeft.OfSession(9, 10).Value);
        Assert.Equal(10, TimeLeft.OfSession(20, 10).Value);
        Assert.Equal(3, TimeLeft.Until(2, 5).Value);
        Assert.Equal(0, TimeLeft.Until(6, 5).Value);
    }

    private static void Same(string expected, double? found)
    {
        if (expected.Length == 0) Assert.Null(found);
        else Assert.InRange(found!.Value - Golden.Number(expected), -Tolerance, Tolerance);
    }
}
