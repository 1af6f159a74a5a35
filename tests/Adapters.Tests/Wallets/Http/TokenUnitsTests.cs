using System.Globalization;
using System.Numerics;
using LiquidityRisk.Adapters.Wallets.Http;

namespace LiquidityRisk.Adapters.Tests.Wallets.Http;

public sealed class TokenUnitsTests
{
    [Theory]
    [InlineData("1", 18, "0.000000000000000001")]
    [InlineData("1234567", 6, "1.234567")]
    [InlineData("100", 0, "100")]
    [InlineData("0", 18, "0.000000000000000000")]
    [InlineData("79228162514264337593543950335", 18, "79228162514.264337593543950335")] // 2^96 - 1
    [InlineData("79228162514264337593543950340", 18, "79228162514.26433759354395034")] // more, but it ends in 0
    [InlineData("100000000000000000000000000000000000000", 30, "100000000")]
    public void Smallest_units_become_whole_tokens_exactly(string units, int decimals, string whole) => Assert.Equal(
        decimal.Parse(whole, CultureInfo.InvariantCulture), TokenUnits.Whole(BigInteger.Parse(units, CultureInfo.InvariantCulture), decimals));

    [Theory]
    [InlineData("79228162514264337593543950336", 18)] // 2^96
    [InlineData("79228162514264337593543950336", 0)]
    [InlineData("115792089237316195423570985008687907853269984665640564039457584007913129639935", 18)] // 2^256 - 1
    [InlineData("1", 29)]
    [InlineData("-1", 18)]
    public void What_a_decimal_cannot_hold_exactly_is_none(string units, int decimals) =>
        Assert.Null(TokenUnits.Whole(BigInteger.Parse(units, CultureInfo.InvariantCulture), decimals));

    [Theory]
    [InlineData("0x0", "0")]
    [InlineData("0xff", "255")]
    [InlineData("0x000000000000000000000000000000000000000000000000000000000000000F", "15")]
    public void Quantities_are_never_negative(string text, string value)
    {
        Assert.True(TokenUnits.TryHex(text, out var read));
        Assert.Equal(BigInteger.Parse(value, CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0x")]
    [InlineData("ff")]
    [InlineData("0x-1")]
    [InlineData("0xg")]
    [InlineData("0x00000000000000000000000000000000000000000000000000000000000000001")]
    public void Other_texts_are_no_quantities(string? text) => Assert.False(TokenUnits.TryHex(text, out _));
}
