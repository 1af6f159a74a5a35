using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Domain.Wallets.Proof;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Proof.Tests;

public class SignInTextTests
{
    // The example messages of ERC-4361 differ in their first line only.
    private const string Example =
        "\n0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2\n\nI accept the ExampleOrg Terms of Service: https://example.com/tos\n\n"
        + "URI: https://example.com/login\nVersion: 1\nChain ID: 1\nNonce: 32891756\nIssued At: 2021-09-30T16:25:24Z\nResources:\n"
        + "- ipfs://bafybeiemxf5abjwjbikoz4mc3a3dla6ual3jsgpdr4cjr3oz3evfyavhwq/\n- https://example.com/my-web2-claim.json";

    private const string Full =
        "https://app.example.com:8443 wants you to sign in with your Ethereum account:\n0xe5A12547fe4E872D192E3eCecb76F2Ce1aeA4946\n\n"
        + "I accept.\n\nURI: https://example.com/login\nVersion: 1\nChain ID: 137\nNonce: 12341234\nIssued At: 2022-03-17T12:45:13.61Z\n"
        + "Expiration Time: 2023-03-17T12:45:13.61Z\nNot Before: 2022-03-17T12:45:13.61Z\nRequest ID: some_id\nResources:\n- https://example.com/a";

    [Theory]
    [InlineData("example.com", null, "example.com")]
    [InlineData("example.com:3388", null, "example.com:3388")]
    [InlineData("https://example.com", "https", "example.com")]
    public void A_published_example_is_read_and_written_again_to_the_letter(string origin, string? scheme, string domain)
    {
        var text = origin + " wants you to sign in with your Ethereum account:" + Example;

        Assert.True(SignInText.TryParse(text, out var message, out _));
        Assert.Equal((scheme, domain, "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2"), (message.Scheme, message.Domain, message.Wallet.ToString()));
        Assert.Equal(("I accept the ExampleOrg Terms of Service: https://example.com/tos", "https://example.com/login"), (message.Statement, message.Uri));
        Assert.Equal((1L, "32891756", new DateTimeOffset(2021, 9, 30, 16, 25, 24, TimeSpan.Zero)), (message.ChainId, message.Nonce, message.IssuedAt));
        Assert.Equal(["ipfs://bafybeiemxf5abjwjbikoz4mc3a3dla6ual3jsgpdr4cjr3oz3evfyavhwq/", "https://example.com/my-web2-claim.json"], message.Resources);
        Assert.Equal(text, SignInText.Format(message));
    }

    [Fact]
    public void Every_optional_part_is_read_and_written_again()
    {
        Assert.True(SignInText.TryParse(Full, out var message, out _));
        Assert.Equal(("some_id", 137L, 2023, 2022), (message.RequestId, message.ChainId, message.ExpiresAt?.Year, message.NotBefore?.Year));
        Assert.Equal(Full, SignInText.Format(message));
    }

    // Positive vectors of the reference implementation (siwe, parsing_positive.json).
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("test@127.0.0.1", true)]
    [InlineData("127.0.0.1:8080", true)]
    [InlineData("test@127.0.0.1:8080", true)]
    [InlineData("service.org", false)]
    public void What_the_reference_implementation_takes_is_taken(string domain, bool hasStatement)
    {
        var statement = hasStatement ? "I accept the ServiceOrg Terms of Service: https://service.org/tos" : null;
        var text = $"{domain} wants you to sign in with your Ethereum account:\n0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2\n\n"
            + (hasStatement ? statement + "\n" : "") + "\nURI: https://service.org/login\nVersion: 1\nChain ID: 1\nNonce: 32891757\nIssued At: 2021-09-30T16:25:24.000Z";

        Assert.True(SignInText.TryParse(text, out var message, out _));
        Assert.Equal((domain, statement), (message.Domain, message.Statement));
    }

    [Theory]
    [InlineData("https://app.example.com:8443 wants", " wants", SignInFault.Domain)]
    [InlineData("https://app", "4ttps://app", SignInFault.Scheme)]
    [InlineData("app.example.com:8443", "app example.com", SignInFault.Domain)]
    [InlineData("app.example.com:8443", "app.example.com:84a3", SignInFault.Domain)]
    [InlineData("wants you to sign in", "asks you to sign in", SignInFault.Form)]
    [InlineData("account:\n", "account: \n", SignInFault.Form)]
    [InlineData("\n", "\r\n", SignInFault.Form)]
    [InlineData("0xe5A12547fe4E872D192E3eCecb76F2Ce1aeA4946", "", SignInFault.Wallet)]
    [InlineData("0xe5A12547fe4E872D192E3eCecb76F2Ce1aeA4946", "0xe5a12547fe4e872d192e3ececb76f2ce1aea4946", SignInFault.Wallet)]
    [InlineData("0xe5A12547fe4E872D192E3eCecb76F2Ce1aeA4946", "0xe5A12547fe4E872D192E3eCecb76F2Ce1aeA494", SignInFault.Wallet)]
    [InlineData("4946\n\n", "4946\n", SignInFault.Form)]
    [InlineData("I accept.", "I ‘accept’.", SignInFault.Statement)]
    [InlineData("I accept.", "I accept \"this\".", SignInFault.Statement)]
    [InlineData("I accept.", "I accept\nall.", SignInFault.Form)]
    [InlineData("\n\nI accept.", "\n\n\nI accept.", SignInFault.Uri)]
    [InlineData("URI: https://example.com/login\n", "", SignInFault.Uri)]
    [InlineData("URI: https://example.com/login", "URI: _not_a_uri_", SignInFault.Uri)]
    [InlineData("URI: https://example.com/login", "URI: https://example.com/lo gin", SignInFault.Uri)]
    [InlineData("URI: https://example.com/login", "URI: https://example.com/%zz", SignInFault.Uri)]
    [InlineData("URI: https://example.com/login", "URI: https://example.com/#a#b", SignInFault.Uri)]
    [InlineData("URI: ", "uri: ", SignInFault.Uri)]
    [InlineData("Version: 1\n", "", SignInFault.Version)]
    [InlineData("Version: 1\n", "Version: 2\n", SignInFault.Version)]
    [InlineData("Version: 1\nChain ID: 137\n", "Chain ID: 137\nVersion: 1\n", SignInFault.Version)]
    [InlineData("Chain ID: 137\n", "", SignInFault.ChainId)]
    [InlineData("Chain ID: 137", "Chain ID: ?", SignInFault.ChainId)]
    [InlineData("Chain ID: 137", "Chain ID: 99999999999999999999", SignInFault.ChainId)]
    [InlineData("Nonce: 12341234\n", "", SignInFault.Nonce)]
    [InlineData("Nonce: 12341234", "Nonce: 1234567", SignInFault.Nonce)]
    [InlineData("Nonce: 12341234", "Nonce: 1234-1234", SignInFault.Nonce)]
    [InlineData("Issued At: 2022-03-17T12:45:13.61Z\n", "", SignInFault.IssuedAt)]
    [InlineData("Issued At: 2022-03-17T12:45:13.61Z", "Issued At: Wed Oct 05 2011 16:48:00 GMT+0200 (CEST)", SignInFault.IssuedAt)]
    [InlineData("Issued At: 2022-03-17T12:45:13.61Z", "Issued At: 2022-02-30T12:45:13Z", SignInFault.IssuedAt)]
    [InlineData("Issued At: 2022-03-17T12:45:13.61Z", "Issued At: 2022-03-17T12:45:13", SignInFault.IssuedAt)]
    [InlineData("Issued At: 2022-03-17T12:45:13.61Z", "Issued At: 2022-03-17 12:45:13Z", SignInFault.IssuedAt)]
    [InlineData("Expiration Time: 2023-03-17T12:45:13.61Z", "Expiration Time: never", SignInFault.ExpiresAt)]
    [InlineData("Not Before: 2022-03-17T12:45:13.61Z", "Not Before: now", SignInFault.NotBefore)]
    [InlineData("Request ID: some_id", "Request ID: some/id", SignInFault.RequestId)]
    [InlineData("Request ID: some_id\nResources:\n- https://example.com/a", "Resources:\n- https://example.com/a\nRequest ID: some_id", SignInFault.Remainder)]
    [InlineData("- https://example.com/a", "- https://example.com/a - https://example.com/b", SignInFault.Resources)]
    [InlineData("- https://example.com/a", "- https://example.com/a\n- nonsense", SignInFault.Resources)]
    [InlineData("- https://example.com/a", "- https://example.com/a\n", SignInFault.Remainder)]
    public void What_is_not_as_the_standard_has_it_is_refused_by_name(string part, string other, SignInFault expected)
    {
        Assert.False(SignInText.TryParse(Full.Replace(part, other, StringComparison.Ordinal), out var message, out var fault));
        Assert.Equal((null, expected), (message, fault));
    }

    [Theory]
    [InlineData("2022-03-17T12:45:13Z", "2022-03-17T12:45:13.0000000Z")]
    [InlineData("2022-03-17t12:45:13.123456789z", "2022-03-17T12:45:13.1234567Z")]
    [InlineData("2022-03-17T12:45:13.5+02:00", "2022-03-17T10:45:13.5000000Z")]
    public void A_time_may_have_a_fraction_and_an_offset(string text, string utc)
    {
        Assert.True(SignInText.TryParse(Full.Replace("2022-03-17T12:45:13.61Z", text, StringComparison.Ordinal), out var message, out _));
        Assert.Equal(utc, message.IssuedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Nothing_and_too_much_are_refused_at_once()
    {
        Assert.False(SignInText.TryParse(null, out _, out _));
        Assert.False(SignInText.TryParse("", out _, out _));
        Assert.False(SignInText.TryParse(Full.Replace("some_id", new string('x', SignInText.MaxLength), StringComparison.Ordinal), out _, out _));
    }

    [Theory]
    [InlineData("I accept.\nURI: https://elsewhere.example")]
    [InlineData("€")]
    public void A_message_that_would_be_read_as_another_is_not_written(string statement)
    {
        Assert.True(SignInText.TryParse(Full, out var message, out _));
        Assert.Throws<ArgumentException>(() => SignInText.Format(message with { Statement = statement }));
    }

    [Fact]
    public void What_is_written_is_read_as_it_was_meant() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Messages.ToArbitrary(), message =>
    {
        var text = SignInText.Format(message);
        return SignInText.TryParse(text, out var read, out _)
            && read with { Resources = null } == message with { Resources = null }
            && (read.Resources ?? ["none"]).SequenceEqual(message.Resources ?? ["none"])
            && SignInText.Format(read) == text;
    }));

    [Fact]
    public void Whatever_can_be_read_can_be_written_and_read_again()
    {
        var (random, read) = (new Random(4361), 0);
        const string Alphabet = "aZ09 :/?#[]@!$%-._~\n\r\t\"é";
        for (var i = 0; i < 50_000; i++)
        {
            var text = Full.ToCharArray().ToList();
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(text.Count);
                if (random.Next(3) > 0) text.RemoveAt(at);
                if (random.Next(3) > 0) text.Insert(at, Alphabet[random.Next(Alphabet.Length)]);
            }

            if (!SignInText.TryParse(string.Concat(text), out var message, out var fault)) continue;
            read++;
            Assert.Equal(SignInFault.None, fault);
            Assert.True(SignInText.TryParse(SignInText.Format(message), out var again, out _));
            Assert.Equal(message with { Resources = null }, again with { Resources = null });
        }

        Assert.InRange(read, 1_000, 49_000);
    }

    private static Gen<SignInMessage> Messages =>
        from wallet in Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b), 20)
        from domain in Gen.Elements("a", "app.example.com", "[::1]:8080", "user:pw@host", "x_y%20z:1")
        from uri in Gen.Elements("https://a", "urn:isbn:1", "ipfs://x/y?z=1#f", "http://[2001:db8::7]/c=GB?objectClass?one", "mailto:a@b.c")
        from chain in Gen.Choose(0, int.MaxValue)
        from nonce in Gen.Elements("12345678", "aB3dE6gH9", new string('z', 100))
        from ticks in Gen.Choose(0, int.MaxValue)
        from parts in Gen.Choose(0, 63)
        select new SignInMessage(domain, WalletAddress.FromBytes(wallet), uri, chain, nonce, new DateTimeOffset(637_000_000_000_000_000 + ticks, TimeSpan.Zero))
        {
            Scheme = (parts & 1) > 0 ? "https" : null,
            Statement = (parts & 2) > 0 ? (ticks % 3 == 0 ? "" : "Yes: [all] of it?") : null,
            ExpiresAt = (parts & 4) > 0 ? new DateTimeOffset(638_000_000_000_000_000 + ticks, TimeSpan.Zero) : null,
            NotBefore = (parts & 8) > 0 ? new DateTimeOffset(636_000_000_000_000_000, TimeSpan.Zero) : null,
            RequestId = (parts & 16) > 0 ? (ticks % 2 == 0 ? "" : "a%20b:@!") : null,
            Resources = (parts & 32) > 0 ? [.. Enumerable.Repeat("ipfs://x", ticks % 3)] : null,
        };
}
