namespace LiquidityRisk.Units.Tests;

public class WalletAddressTests
{
    // The test cases of EIP-55: all upper, all lower and mixed case.
    public static TheoryData<string> Published =>
    [
        "0x52908400098527886E0F7030069857D2E4169EE7",
        "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
        "0xde709f2102306220921060314715629080e2fb77",
        "0x27b1fdb04752bbc536007a920d24acb045561c26",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
    ];

    [Theory]
    [MemberData(nameof(Published))]
    public void A_published_address_keeps_its_checksum(string text)
    {
        var address = WalletAddress.Parse(text);

        Assert.Equal((text, text.ToLowerInvariant()), (address.ToString(), address.Value));
        Assert.Equal(address, WalletAddress.FromBytes(address.ToBytes()));
    }

    [Theory]
    [MemberData(nameof(Published))]
    public void Letters_in_one_case_carry_no_checksum(string text)
    {
        Assert.Equal(WalletAddress.Parse(text), WalletAddress.Parse(text.ToLowerInvariant()));
        Assert.Equal(WalletAddress.Parse(text), WalletAddress.Parse("0x" + text[2..].ToUpperInvariant()));
    }

    [Theory]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")]
    public void One_letter_in_the_other_case_is_a_wrong_checksum(string text)
    {
        for (var i = 2; i < text.Length; i++)
        {
            if (!char.IsAsciiLetter(text[i])) continue;
            var flipped = text[..i] + (char)(text[i] ^ 0x20) + text[(i + 1)..];

            Assert.False(WalletAddress.TryParse(flipped, out var none, out var fault));
            Assert.Equal((default, WalletAddressFault.WrongChecksum), (none, fault));
            Assert.Contains("EIP-55", Assert.Throws<FormatException>(() => WalletAddress.Parse(flipped)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0x")]
    [InlineData("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed00")]
    [InlineData("0X5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAedd")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeg")]
    [InlineData(" 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe")]
    [InlineData("0x５aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    public void Anything_else_is_malformed(string? text)
    {
        Assert.False(WalletAddress.TryParse(text, out _, out var fault));
        Assert.Equal(WalletAddressFault.Malformed, fault);
    }

    [Fact]
    public void An_address_has_twenty_bytes_and_none_is_empty()
    {
        Assert.Throws<ArgumentException>(() => WalletAddress.FromBytes(new byte[19]));
        Assert.Throws<ArgumentException>(() => WalletAddress.FromBytes(new byte[21]));
        Assert.Equal(("", ""), (default(WalletAddress).Value, default(WalletAddress).ToString()));
    }
}
