using LiquidityRisk.Domain.Wallets.Proof;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Proof.Tests;

public class SignInCheckTests
{
    private static readonly WalletAddress Mine = WalletAddress.Parse("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2");
    private static readonly WalletAddress Theirs = WalletAddress.Parse("0xe5A12547fe4E872D192E3eCecb76F2Ce1aeA4946");
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly SignInChallenge Challenge = new(new SignInOrigin(new Uri("https://app.example.com")), Mine, "abcd1234EFGH", Now, Now.AddMinutes(10));

    [Fact]
    public void The_message_that_was_given_out_proves_the_wallet_of_whoever_signed_it() =>
        Assert.Equal(SignInRefusal.None, SignInCheck.Of(Read(Challenge.Message), Challenge, isUsed: false, Mine, Now.AddMinutes(9)));

    public static TheoryData<string, SignInRefusal> Changed => new()
    {
        { "domain", SignInRefusal.WrongDomain },
        { "scheme", SignInRefusal.WrongDomain },
        { "nonce", SignInRefusal.WrongNonce },
        { "wallet", SignInRefusal.OtherWallet },
        { "chain", SignInRefusal.OtherChain },
        { "expired", SignInRefusal.Expired },
        { "begins", SignInRefusal.NotYetValid },
        { "statement", SignInRefusal.Altered },
        { "uri", SignInRefusal.Altered },
        { "issued", SignInRefusal.Altered },
        { "resources", SignInRefusal.Altered },
    };

    [Theory]
    [MemberData(nameof(Changed))]
    public void A_changed_part_is_refused_by_name(string part, SignInRefusal expected)
    {
        var asked = Challenge.Message;
        var message = part switch
        {
            "domain" => asked with { Domain = "app.example.org" },
            "scheme" => asked with { Scheme = "http" },
            "nonce" => asked with { Nonce = "abcd1234EFGI" },
            "wallet" => asked with { Wallet = Theirs },
            "chain" => asked with { ChainId = 137 },
            "expired" => asked with { ExpiresAt = Now },
            "begins" => asked with { NotBefore = Now.AddSeconds(1) },
            "statement" => asked with { Statement = "Something else." },
            "uri" => asked with { Uri = "https://app.example.com/other" },
            "issued" => asked with { IssuedAt = Now.AddSeconds(-1) },
            _ => asked with { Resources = ["https://app.example.com/a"] },
        };

        Assert.Equal(expected, SignInCheck.Of(Read(message), Challenge, isUsed: false, Mine, Now));
    }

    [Fact]
    public void A_challenge_lives_until_it_expires_whatever_the_message_says()
    {
        var lasting = Read(Challenge.Message with { ExpiresAt = null });

        Assert.Equal(SignInRefusal.Altered, SignInCheck.Of(lasting, Challenge, isUsed: false, Mine, Now.AddMinutes(10).AddTicks(-1)));
        Assert.Equal(SignInRefusal.Expired, SignInCheck.Of(lasting, Challenge, isUsed: false, Mine, Now.AddMinutes(10)));
    }

    [Fact]
    public void Somebody_elses_signature_nobodys_and_a_second_use_are_refused()
    {
        var message = Read(Challenge.Message);

        Assert.Equal(SignInRefusal.OtherSigner, SignInCheck.Of(message, Challenge, isUsed: false, Theirs, Now));
        Assert.Equal(SignInRefusal.OtherSigner, SignInCheck.Of(message, Challenge, isUsed: false, signer: null, Now));
        Assert.Equal(SignInRefusal.AlreadyUsed, SignInCheck.Of(message, Challenge, isUsed: true, Mine, Now));
    }

    [Theory]
    [InlineData("http://localhost:7071", "http", "localhost:7071", "http://localhost:7071/")]
    [InlineData("https://app.example.com:443/x", null, "app.example.com", "https://app.example.com/x")]
    public void The_site_is_named_as_wallets_see_it(string site, string? scheme, string domain, string uri)
    {
        var message = (Challenge with { Origin = new SignInOrigin(new Uri(site)) }).Message;

        Assert.Equal((scheme, domain, uri), (message.Scheme, message.Domain, message.Uri));
        Assert.Contains("Signing costs nothing", SignInText.Format(message), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://app.example.com")]
    [InlineData("https://user@app.example.com")]
    [InlineData("https://app.example.com/?a=b")]
    [InlineData("https://app.example.com/#a")]
    public void What_is_no_site_is_refused(string site) => Assert.Throws<ArgumentException>(() => new SignInOrigin(new Uri(site)));

    private static SignInMessage Read(SignInMessage message)
    {
        Assert.True(SignInText.TryParse(SignInText.Format(message), out var read, out _));
        return read;
    }
}
