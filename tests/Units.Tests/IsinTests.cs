using FsCheck;
using FsCheck.Fluent;

namespace LiquidityRisk.Units.Tests;

public class IsinTests
{
    [Theory]
    [InlineData("US0378331005")] // Apple, the standard's usual example
    [InlineData("AU0000XVGZA3")] // Treasury Corporation of Victoria
    [InlineData("GB0002634946")] // BAE Systems
    public void Published_isins_have_a_valid_check_digit(string text) => Assert.True(Isin.Parse(text).HasValidCheckDigit);

    [Theory]
    [InlineData("IN0012345678")]
    [InlineData("IN0087654321")]
    [InlineData("US0378331004")]
    public void A_wrong_check_digit_is_read_but_told(string text)
    {
        Assert.True(Isin.TryParse(text, out var isin));
        Assert.False(isin.HasValidCheckDigit);
    }

    [Theory]
    [InlineData("")]
    [InlineData("us0378331005")]
    [InlineData("US037833100")]
    [InlineData("US03783310055")]
    [InlineData("U10378331005")]
    [InlineData("US037833100A")]
    [InlineData("US0378-31005")]
    [InlineData("ÜS0378331005")]
    public void Anything_else_is_not_an_isin(string text) => Assert.False(Isin.TryParse(text, out _));

    [Fact]
    public void No_text_at_all_throws() => Prop.ForAll(
        ArbMap.Default.ArbFor<string?>(),
        text => !Isin.TryParse(text, out var isin) || string.Equals(isin.Value, text, StringComparison.Ordinal)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_default_value_is_empty_and_invalid()
    {
        Assert.Equal("", default(Isin).Value);
        Assert.False(default(Isin).HasValidCheckDigit);
    }
}
