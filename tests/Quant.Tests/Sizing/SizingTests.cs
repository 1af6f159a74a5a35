using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Quant.Risk;
using LiquidityRisk.Quant.Tests;

namespace LiquidityRisk.Quant.Sizing.Tests;

/// <summary>Against the maximum of expected growth and bracketed roots: tests/Golden/Sizing/sizing.py; and laws.</summary>
public class SizingTests
{
    private static readonly Config TenThousand = Config.QuickThrowOnFailure.WithMaxTest(10_000).WithReplay(20_240_105, 7);

    [Fact]
    public void A_kelly_bet_is_where_expected_growth_is_largest() => Each("bet", r =>
        Assert.Equal(r.Expected[0], Kelly.OfBet(r.Arguments[0], r.Arguments[1]), 1e-12));

    [Fact]
    public void Kelly_stakes_in_several_assets_agree_with_numpy() => Each("assets", r =>
    {
        var stakes = Kelly.OfAssets(r.First, r.Square, 0.5);
        for (var i = 0; i < stakes.Length; i++) Assert.Equal(r.Expected[i] / 2, stakes[i], 1e-10 * Math.Max(1, Math.Abs(r.Expected[i])));
    });

    [Fact]
    public void Room_in_a_budget_agrees_with_bracketed_roots() => Each("budget", r =>
    {
        var (least, largest) = VarBudget.Room(r.First, r.Square, (int)r.Arguments[0], r.Arguments[1], r.Arguments[2]);
        Assert.Equal(r.Expected[0], least, 1e-7);
        Assert.Equal(r.Expected[1], largest, 1e-7);
    });

    [Fact]
    public void Either_end_of_the_room_uses_the_whole_budget() => Check.One(TenThousand, Prop.ForAll(
        Gen.Choose(-100, 100).ToArbitrary(), Gen.Choose(-99, 99).ToArbitrary(), Gen.Choose(1, 1_000).ToArbitrary(), (e, rho, b) =>
        {
            var covariance = new double[,] { { 0.04, rho * 0.0006 }, { rho * 0.0006, 0.09 } };
            double[] exposures = [e, 50 - e];
            try
            {
                var (least, largest) = VarBudget.Room(exposures, covariance, 1, b, 0.95);
                return new[] { least, largest }.All(x =>
                {
                    var found = ComponentVar.Of([e, 50 - e + x], covariance, 0.95).Total;
                    return Math.Abs(found - b) < 1e-8 * (1 + b);
                });
            }
            catch (ArithmeticException)
            {
                return ComponentVar.Of([e, 0], new double[,] { { 0.04 * (1 - (rho * rho / 1e4)), 0 }, { 0, 1 } }, 0.95).Total > b - 1e-9;
            }
        }));

    [Fact]
    public void Targeting_reaches_the_volatility_unless_the_cap_stops_it() => Check.One(TenThousand, Prop.ForAll(
        Gen.Choose(0, 100).ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (target, forecast) =>
        {
            var leverage = VolatilityTargeting.Leverage(target / 100.0, forecast / 100.0, 3);
            return leverage is >= 0 and <= 3 && leverage * forecast <= target + 1e-9 && (leverage == 3 || Math.Abs((leverage * forecast) - target) < 1e-9);
        }));

    [Fact]
    public void A_stopped_out_trade_costs_its_fraction() => Check.One(TenThousand, Prop.ForAll(
        Gen.Choose(1, 1_000).ToArbitrary(), Gen.Choose(0, 1_000).ToArbitrary(), Gen.Choose(1, 100).ToArbitrary(), (entry, stop, percent) =>
            entry == stop || Math.Abs((FixedFractional.Units(5_000, percent / 100.0, entry, stop, 0.5) * (Math.Abs(entry - stop) + 0.5)) - (50 * percent)) < 1e-8));

    [Fact]
    public void Bets_by_hand()
    {
        Assert.Equal(0.2, Kelly.OfBet(0.6, 1), 12);
        Assert.Equal(0.05, Kelly.OfBet(0.6, 1, 0.25), 12);
        Assert.Equal(-0.2, Kelly.OfBet(0.4, 1), 12);
        Assert.Equal(1.25, Kelly.OfAsset(0.05, 0.04), 12);
        Assert.Equal(200, FixedFractional.Units(100_000, 0.01, 50, 45), 12);
    }

    [Fact]
    public void Degenerate_input_is_refused_and_never_becomes_nan()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Kelly.OfBet(1.1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kelly.OfBet(0.5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kelly.OfBet(0.5, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kelly.OfAsset(double.NaN, 1));
        Assert.Throws<ArithmeticException>(() => Kelly.OfAsset(1e200, 1e-200));
        Assert.Throws<ArithmeticException>(() => Kelly.OfAssets([1, 1], new double[,] { { 1, 1 }, { 1, 1 } }));
        Assert.Throws<ArgumentException>(() => Kelly.OfAssets([1, 1], new double[,] { { 1 } }));
        Assert.Throws<ArgumentOutOfRangeException>(() => VolatilityTargeting.Leverage(-0.1, 0.1, 1));
        Assert.Equal(2, VolatilityTargeting.Leverage(0.1, 0, 2));
        Assert.Throws<ArgumentException>(() => FixedFractional.Units(1, 0.1, 5, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => FixedFractional.Units(-1, 0.1, 5, 4));
        Assert.Throws<ArithmeticException>(() => VarBudget.Room([1], new double[,] { { 0 } }, 0, 1, 0.95));
        Assert.Throws<ArithmeticException>(() => VarBudget.Room([100, 0], new double[,] { { 1, 0 }, { 0, 1 } }, 1, 1, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => VarBudget.Room([1], new double[,] { { 1 } }, 1, 1, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => VarBudget.Room([1], new double[,] { { 1 } }, 0, 1, 0.5));
    }

    private static void Each(string kind, Action<Row> check)
    {
        var rows = Golden.Rows("Sizing/sizing.csv").Where(r => string.Equals(r[0], kind, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, r =>
        {
            var (first, second) = (Numbers(r, 3), Numbers(r, 4));
            var square = new double[first.Length, first.Length];
            for (var i = 0; i < second.Length; i++) square[i / first.Length, i % first.Length] = second[i];
            check(new(Numbers(r, 1), Numbers(r, 2), first, square));
        });
    }

    private static double[] Numbers(string[] row, int i) =>
        row.Length > i ? [.. row[i].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Golden.Number)] : [];

    private sealed record Row(double[] Expected, double[] Arguments, double[] First, double[,] Square);
}
