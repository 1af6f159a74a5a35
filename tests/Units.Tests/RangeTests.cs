namespace LiquidityRisk.Units.Tests;

public class RangeTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-0.001)]
    [InlineData(100.001)]
    public void A_score_outside_its_range_is_refused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Score(value));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1e-9)]
    [InlineData(1.0000001)]
    public void A_probability_outside_its_range_is_refused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Probability(value));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Basis_points_are_finite(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BasisPoints(value));

    [Fact]
    public void A_price_is_positive_and_bounded()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BondPrice(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BondPrice(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BondPrice(1_000.01m));
        Assert.Equal(1_000m, new BondPrice(1_000).PercentOfFace);
    }

    [Fact]
    public void An_amount_is_not_negative() => Assert.Throws<ArgumentOutOfRangeException>(() => new FaceAmount(-0.01m));

    [Fact]
    public void The_spread_is_relative_to_the_midpoint() =>
        Assert.Equal(24.8447, BasisPoints.Spread(new BondPrice(100.50m), new BondPrice(100.75m)).Value, 4);

    [Fact]
    public void Value_at_a_price_is_face_times_percent() => Assert.Equal(985m, new FaceAmount(1_000).ValueAt(new BondPrice(98.5m)));

    [Theory]
    [InlineData("AAA", 0, true)]
    [InlineData("BBB-", 9, true)]
    [InlineData("BB+", 10, false)]
    [InlineData("D", 21, false)]
    public void Ratings_are_ordered_by_notch(string text, int notch, bool investmentGrade)
    {
        Assert.True(CreditRating.TryParse(text, out var rating));
        Assert.Equal(notch, rating.Notch);
        Assert.Equal(investmentGrade, rating.IsInvestmentGrade);
        Assert.Equal(text, rating.ToString());
    }

    [Fact]
    public void Downgrading_stays_on_the_scale_and_leaves_the_unrated_alone()
    {
        Assert.True(CreditRating.TryParse("CC", out var weak));
        Assert.Equal(CreditRating.Default, weak.Downgrade(5));
        Assert.Equal(CreditRating.NotRated, CreditRating.NotRated.Downgrade(3));
    }
}
