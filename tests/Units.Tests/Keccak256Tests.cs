using System.Security.Cryptography;
using System.Text;

namespace LiquidityRisk.Units.Tests;

public class Keccak256Tests
{
    private const byte StandardPadding = 0x06;

    // The first two are published with the Keccak team's known answers and in Ethereum's yellow paper; the others come from a plain
    // Python implementation that agrees with hashlib.sha3_256 when it pads as FIPS 202 does.
    [Theory]
    [InlineData("", 1, "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData("abc", 1, "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45")]
    [InlineData("a", 135, "34367dc248bbd832f4e3e69dfaac2f92638bd0bbd18f2912ba4ef454919cf446")]
    [InlineData("a", 136, "a6c4d403279fe3e0af03729caada8374b5ca54d8065329a3ebcaeb4b60aa386e")]
    [InlineData("a", 137, "d869f639c7046b4929fc92a4d988a8b22c55fbadb802c0c66ebcd484f1915f39")]
    [InlineData("a", 1_000, "b6a4ac1f51884d71f30fa397a5e155de3099e11fc0edef5d08b646e621e19de9")]
    public void A_text_has_its_published_digest(string part, int times, string digest) =>
        Assert.Equal(digest, Convert.ToHexStringLower(Keccak256.Of(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(part, times))))));

    [Fact]
    public void With_the_padding_of_the_standard_it_is_the_platforms_sha3()
    {
        Assert.SkipUnless(SHA3_256.IsSupported, "The platform's cryptography has no SHA-3.");
        var random = new Random(20);
        foreach (var length in Enumerable.Range(0, 300).Concat(Enumerable.Range(0, 100).Select(_ => random.Next(10_000))))
        {
            var data = new byte[length];
            random.NextBytes(data);

            Assert.Equal(SHA3_256.HashData(data), Keccak256.Of(data, StandardPadding));
        }
    }
}
