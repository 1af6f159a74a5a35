using System.Globalization;
using System.Text.Json;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.App.Tests.Calculations;

/// <summary>The stateless mathematics over HTTP. Expected figures are numpy's, scipy's or a book's, as each test says.</summary>
public sealed class QuantEndpointTests(AppUnderTest app) : IClassFixture<AppUnderTest>
{
    private const string Assets =
        """
        "assets":[{"name":"BTC","exposure":60000,"returns":[0.01,-0.03,0.02,0.00,-0.01,0.04,-0.05,0.03,0.01,-0.02,0.02,-0.01,0.00,0.03,-0.04,0.01,0.02,-0.02,0.05,-0.03]},
        {"name":"ETH","exposure":40000,"returns":[0.02,-0.04,0.01,0.01,-0.02,0.05,-0.06,0.02,0.02,-0.03,0.01,-0.02,0.01,0.04,-0.05,0.02,0.01,-0.03,0.06,-0.02]}]
        """;

    private const string Pair =
        """
        "assets":[{"name":"A","returns":[0.01,-0.02,0.01,0.02,-0.01,0.00,0.01,-0.01,0.02,-0.02]},{"name":"B","returns":[0.00,-0.01,0.02,0.01,-0.02,0.01,0.00,-0.01,0.01,0.01]}]
        """;

    private const string Option = """{"right":"call","spot":60,"strike":65,"years":0.25,"rate":0.08""";

    /// <summary>numpy: percentile of the portfolio's profits, mean of the two worst, each asset's part in them.</summary>
    [Fact]
    public async Task A_historical_value_at_risk_is_the_percentile_and_its_parts_sum_to_the_shortfall()
    {
        var answer = await PostAsync("var", $$"""{"method":"historical","confidence":0.9,{{Assets}}}""");

        Near(3_500, answer.GetProperty("value_at_risk"));
        Near(4_900, answer.GetProperty("expected_shortfall"));
        Assert.Equal([2_700, 2_200], answer.GetProperty("components").EnumerateArray().Select(c => Math.Round(c.GetProperty("component").GetDouble(), 6)));
        Near(20, answer.GetProperty("observations"));
    }

    /// <summary>scipy: mean, standard deviation and normal quantile.</summary>
    [Fact]
    public async Task A_normal_value_at_risk_is_scipys()
    {
        var answer = await PostAsync("var", $$"""{"method":"normal","confidence":0.9,{{Assets}}}""");

        Near(3640.8565692662914, answer.GetProperty("value_at_risk"));
        Near(5026.500855074922, answer.GetProperty("expected_shortfall"));
    }

    [Theory]
    [InlineData("weighted_historical", 1)]
    [InlineData("student_t", 5)]
    [InlineData("monte_carlo", 5)]
    [InlineData("historical", 4)]
    public async Task Every_method_answers_with_a_shortfall_that_is_not_below_the_value_at_risk(string method, int horizon)
    {
        var answer = await PostAsync("var", $$"""{"method":"{{method}}","horizon":{{horizon}},"confidence":0.95,{{Assets}}}""");

        Assert.InRange(answer.GetProperty("value_at_risk").GetDouble(), 1_000, 20_000);
        Assert.True(answer.GetProperty("expected_shortfall").GetDouble() >= answer.GetProperty("value_at_risk").GetDouble());
    }

    [Fact]
    public async Task Returns_that_the_cornish_fisher_expansion_cannot_take_are_refused()
    {
        var response = await app.SendAsync(
            HttpMethod.Post, "/api/v1/quant/var", AppUnderTest.Json($$"""{"method":"cornish_fisher",{{Assets}}}"""), "retail");
        var problem = await AppUnderTest.ReadAsync(response);

        Assert.Equal(422, (int)response.StatusCode); // flatter than a normal distribution
        Assert.Contains("Cornish-Fisher", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    /// <summary>The published benchmark of GARCH(1,1): Fiorentini, Calzolari, Panattoni (1996).</summary>
    [Fact]
    public async Task Garch_meets_the_published_benchmark()
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
        var returns = string.Join(',', File.ReadLines(Path.Combine(RealData.Folder!, "dem2gbp.csv")).Skip(1).Select(l => l.Split(',')[1]));

        var answer = await PostAsync("garch", $$"""{"returns":[{{returns}}],"horizon":3}""");
        var filtered = await PostAsync("var", $$"""{"assets":[{"name":"DEM","exposure":1,"returns":[{{returns}}]}],"horizon":10,"seed":7}""");

        Assert.Equal("converged", answer.GetProperty("outcome").GetString());
        Near(-0.00619041, answer.GetProperty("mean").GetProperty("value"), 1e-6);
        Near(0.0107613978, answer.GetProperty("omega").GetProperty("value"), 1e-6);
        Near(0.1531340618, answer.GetProperty("alpha")[0].GetProperty("value"), 1e-6);
        Near(0.8059736703, answer.GetProperty("beta")[0].GetProperty("value"), 1e-6);
        Near(-1106.60788, answer.GetProperty("log_likelihood"), 1e-8);
        Assert.Equal(1974, answer.GetProperty("volatilities").GetArrayLength());
        Assert.Equal(3, answer.GetProperty("forecast").GetArrayLength());
        Assert.Equal("filtered_historical", filtered.GetProperty("method").GetString());
        Assert.InRange(filtered.GetProperty("value_at_risk").GetDouble(), 0.5, 10); // per cent over ten days
    }

    [Fact]
    public async Task Correlations_of_several_assets_are_told_for_the_next_period()
    {
        var random = new Random(3);
        var (first, second) = (new double[300], new double[300]);
        for (var t = 0; t < 300; t++)
        {
            var (x, y) = (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5, random.NextDouble() - 0.5);
            (first[t], second[t]) = (0.01 * x, 0.01 * ((0.8 * x) + (0.3 * y)));
        }

        var answer = await PostAsync("dcc", $$"""{"assets":[{"name":"A","returns":{{List(first)}}},{"name":"B","returns":{{List(second)}}}],"path":true}""");

        var next = answer.GetProperty("next");
        Assert.Equal(1, next[0][0].GetDouble());
        Assert.Equal(next[0][1].GetDouble(), next[1][0].GetDouble());
        Assert.InRange(next[0][1].GetDouble(), 0.8, 1);
        Assert.Equal(300, answer.GetProperty("path")[0].GetProperty("correlations").GetArrayLength());
    }

    /// <summary>E. G. Haug (1998), The Complete Guide to Option Pricing Formulas, pages 2 to 8.</summary>
    [Fact]
    public async Task An_option_costs_what_the_book_says_and_implies_its_volatility_back()
    {
        var greeks = await PostAsync("greeks", $$"""{"options":[{{Option}},"volatility":0.3,"quantity":-2}]}""");
        var price = greeks.GetProperty("options")[0].GetProperty("price").GetDouble();
        var implied = await PostAsync(
            "implied-vol", $$"""{"options":[{{Option}},"price":{{price.ToString("R", CultureInfo.InvariantCulture)}}},{{Option}},"price":61}]}""");

        Assert.Equal(2.1334, price, 4);
        Near(-2 * price, greeks.GetProperty("total").GetProperty("price"));
        Near(0.3, implied.GetProperty("volatilities")[0].GetProperty("volatility"), 1e-10);
        var none = implied.GetProperty("volatilities")[1];
        Assert.Equal(JsonValueKind.Null, none.GetProperty("volatility").ValueKind);
        Assert.Contains("above the bound", none.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    /// <summary>numpy on the same eight returns.</summary>
    [Fact]
    public async Task Performance_is_numpys()
    {
        var answer = await PostAsync("performance", """
            {"returns":[0.01,-0.02,0.015,0.003,-0.007,0.02,-0.01,0.005],"benchmark":[0.008,-0.015,0.01,0.002,-0.01,0.018,-0.012,0.004],"periods_per_year":252}
            """);

        Near(0.015465332424718259, answer.GetProperty("total_return"), 1e-12);
        Near(0.6216259768808068, answer.GetProperty("annualised_return"), 1e-12);
        Near(0.21432685319390105, answer.GetProperty("volatility"), 1e-12);
        Near(2.3515485460145884, answer.GetProperty("sharpe_ratio"), 1e-12);
        Near(0.02, answer.GetProperty("max_drawdown"), 1e-12);
        Near(1.1254011, answer.GetProperty("beta").GetProperty("slope"), 1e-7);
        Near(7.59113100785395, answer.GetProperty("information_ratio"), 1e-12);
        Near(0.625, answer.GetProperty("win_rate"));
    }

    /// <summary>Two assets have weights in closed form; numpy's covariance.</summary>
    [Theory]
    [InlineData("minimum_variance", 0.28402366863905326)]
    [InlineData("risk_parity", 0.4464957167898738)]
    public async Task Weights_of_two_assets_are_those_of_the_closed_form(string objective, double first)
    {
        var answer = await PostAsync("optimize", $$"""{"objective":"{{objective}}","covariance":"sample",{{Pair}}}""");

        Near(first, answer.GetProperty("weights")[0].GetProperty("weight"));
        Near(1 - first, answer.GetProperty("weights")[1].GetProperty("weight"));
        Assert.Equal(1, answer.GetProperty("weights").EnumerateArray().Sum(w => w.GetProperty("risk_share").GetDouble()), 12);
    }

    [Theory]
    [InlineData("maximum_sharpe")]
    [InlineData("hierarchical_risk_parity")]
    [InlineData("minimum_shortfall")]
    public async Task Every_aim_gives_weights_within_bounds_that_sum_to_one(string objective)
    {
        var answer = await PostAsync("optimize", $$"""{"objective":"{{objective}}","lower":[0.2,0.2],"upper":[0.8,0.8],{{Pair}}}""");

        var weights = answer.GetProperty("weights").EnumerateArray().Select(w => w.GetProperty("weight").GetDouble()).ToList();
        Assert.All(weights, w => Assert.InRange(w, 0.2 - 1e-12, 0.8 + 1e-12));
        Assert.Equal(1, weights.Sum(), 12);
    }

    [Theory]
    [InlineData("var", "{}", 400, "assets")]
    [InlineData("var", """{"assets":[{"name":"A","exposure":1,"returns":[1,2]}]}""", 400, "assets[0].returns")]
    [InlineData("var", """{"method":"guess","assets":[]}""", 400, "method")]
    [InlineData("var", """{"assets":[{"name":"A","returns":[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}]}""", 400, "assets[0].exposure")]
    [InlineData("var", """{"confidence":1,"method":"normal","assets":[{"name":"A","exposure":1,"returns":[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}]}""", 400, "confidence")]
    [InlineData("var", """{"assets":[{"name":"A","exposure":1,"returns":[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}]}""", 400, "assets[0].returns")]
    [InlineData("garch", """{"returns":[1,2,3]}""", 400, "returns")]
    [InlineData("garch", """{"returns":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}""", 422, "returns")]
    [InlineData("dcc", """{"assets":[{"name":"A","returns":[1]}]}""", 400, "assets")]
    [InlineData("greeks", """{"options":[{"right":"call","spot":-1,"strike":1,"years":1,"volatility":1}]}""", 400, "options[0].spot")]
    [InlineData("greeks", """{"options":[{"right":"swap"}]}""", 400, "options[0].right")]
    [InlineData("greeks", """{"options":[{"right":"call","spot":100,"strike":100,"years":0,"volatility":0.2}]}""", 422, "options[0]")]
    [InlineData("implied-vol", """{"options":[{"right":"put","spot":1,"strike":1,"years":1}]}""", 400, "options[0].price")]
    [InlineData("performance", """{"returns":[0.1,-2]}""", 422, "returns")]
    [InlineData("performance", """{"returns":[0.1,0.2],"benchmark":[0.1]}""", 400, "benchmark")]
    [InlineData("optimize", """{"assets":[{"name":"A","returns":[1,2,3,4,5,6,7,8,9,0]},{"name":"A","returns":[1,2,3,4,5,6,7,8,9,0]}]}""", 400, "assets[1].name")]
    [InlineData("optimize", """{"lower":[0.9,0.9],"assets":[{"name":"A","returns":[1,2,3,4,5,6,7,8,9,0]},{"name":"B","returns":[1,2,3,4,5,6,7,8,9,1]}]}""", 422, "lower")]
    public async Task A_request_that_cannot_be_met_is_refused_with_the_member_named(string calculation, string body, int status, string field)
    {
        var response = await app.SendAsync(HttpMethod.Post, "/api/v1/quant/" + calculation, AppUnderTest.Json(body), "retail");
        var problem = await AppUnderTest.ReadAsync(response);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
    }

    private static string List(double[] values) => JsonSerializer.Serialize(values);

    private static void Near(double expected, JsonElement actual, double relative = 1e-9)
    {
        var room = relative * Math.Abs(expected);
        Assert.InRange(actual.GetDouble(), expected - room, expected + room);
    }

    private async Task<JsonElement> PostAsync(string calculation, string body)
    {
        var response = await app.SendAsync(HttpMethod.Post, "/api/v1/quant/" + calculation, AppUnderTest.Json(body), "retail");
        var answer = await AppUnderTest.ReadAsync(response);
        Assert.True(response.IsSuccessStatusCode, answer.ToString());
        return answer;
    }
}
