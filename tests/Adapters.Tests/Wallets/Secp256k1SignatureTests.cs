using System.Text.Json;
using LiquidityRisk.Adapters.Wallets.Proof;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Tests.Wallets;

public class Secp256k1SignatureTests
{
    private const string SomeData =
        "b91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a0291c";

    private readonly Secp256k1Signatures _signatures = new();

    [Theory]
    // web3.js documentation, eth.accounts.sign
    [InlineData("Some data", "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23", SomeData)]
    // eth-account, tests of the signing of messages
    [InlineData("10284", "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23", "00515bc8fd32264e21ec0820e8c5123ed58c1195c9ea17cb018b1ad4073cc5a60080f5dcec397a5a8c523082bfa41771568903aa554ec06ba8475ca9050fb7d51b")]
    // siwe, verification_positive.json: a message of EIP-4361, and one whose v is 0 or 1
    [InlineData("login.xyz wants you to sign in with your Ethereum account:\n0x9D85ca56217D2bb651b00f15e694EB7E713637D4\n\nSign-In With Ethereum Example Statement\n\nURI: https://login.xyz\nVersion: 1\nChain ID: 1\nNonce: bTyXgcQxn2htgkjJn\nIssued At: 2022-01-27T17:09:38.578Z\nExpiration Time: 2100-01-07T14:31:43.952Z", "0x9D85ca56217D2bb651b00f15e694EB7E713637D4", "dc35c7f8ba2720df052e0092556456127f00f7707eaa8e3bbff7e56774e7f2e05a093cfc9e02964c33d86e8e066e221b7d153d27e5a2e97ccd5ca7d3f2ce06cb1b")]
    [InlineData("www.tally.xyz wants you to sign in with your Ethereum account:\n0xc95EB884FE852e241D409234bfC7045CB9E31BD7\n\nSign in with Ethereum to Tally\n\nURI: https://tally.xyz\nVersion: 1\nChain ID: 1\nNonce: 15050747\nIssued At: 2022-06-30T14:08:51.382Z", "0xc95EB884FE852e241D409234bfC7045CB9E31BD7", "8c46b6eb8505939892d8e9b075f89f8277321b17b993151f37810cdda38cce6f4a85909d2b53e6a14629c74c0ac38bf4becde78ee5b2529812bf6cceaf7b2a2501")]
    public void The_signer_of_a_published_message_is_found(string message, string signer, string signature) =>
        Assert.Equal(signer, _signatures.SignerOf(message, Convert.FromHexString(signature))?.ToString());

    [Fact]
    public void The_signers_that_an_independent_implementation_used_are_found()
    {
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "tests", "Golden", "Wallets", "signatures.json")));
        var rows = golden.RootElement.GetProperty("signatures").EnumerateArray().ToList();

        Assert.Equal(40, rows.Count);
        Assert.All(rows, row => Assert.Equal(
            WalletAddress.Parse(row.GetProperty("signer").GetString()!),
            _signatures.SignerOf(row.GetProperty("message").GetString()!, Convert.FromHexString(row.GetProperty("signature").GetString()!))));
    }

    // go-ethereum, core/vm/testdata/precompiles/ecRecover.json
    [Theory]
    [InlineData("18c547e4f7b0f325ad1e56f57e26c745b09a3e503d86e00e5255ff7f715d3d1c", "73b1693892219d736caba55bdb67216e485557ea6b6af75f37096c9aa6a5a75feeb940b1d03b21e36b0e47e79769f095fe2ab855bd91e3a38756b7d75a9c4549", 1, "0xa94f5374fce5edbc8e2a8697c15331677e6ebf0b")]
    [InlineData("a8b53bdf3306a35a7103ab5504a0c9b492295564b6202b1942a84ef300107281", "30783565316530336635336365313862373732636362303039336666373166336635336635633735623734646362333161383561613862383839326234653862", 0, null)]
    public void A_digest_is_recovered_as_the_chains_own_function_does(string digest, string compact, int recovery, string? signer) =>
        Assert.Equal(signer, Secp256k1Signatures.SignerOfDigest(Convert.FromHexString(digest), Convert.FromHexString(compact), recovery)?.Value);

    [Fact]
    public void A_changed_message_or_signature_is_somebody_elses_or_nobodys()
    {
        var (signature, signer) = (Convert.FromHexString(SomeData), WalletAddress.Parse("0x2c7536E3605D9C16a7a3D7b1898e529396a65c23"));

        Assert.NotEqual(signer, _signatures.SignerOf("Some datA", signature));
        for (var i = 0; i < signature.Length; i++)
        {
            var changed = (byte[])signature.Clone();
            changed[i] ^= 1;

            Assert.NotEqual(signer, _signatures.SignerOf("Some data", changed));
        }
    }

    [Fact]
    public void The_second_signature_that_can_be_made_of_one_is_refused()
    {
        var order = Convert.FromHexString("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");
        var signature = Convert.FromHexString(SomeData);
        var s = new System.Numerics.BigInteger(signature.AsSpan(32, 32), isUnsigned: true, isBigEndian: true);
        var mirrored = (byte[])signature.Clone();
        (new System.Numerics.BigInteger(order, isUnsigned: true, isBigEndian: true) - s).ToByteArray(isUnsigned: true, isBigEndian: true).CopyTo(mirrored, 32);
        mirrored[64] ^= 7; // 27 and 28 change places

        Assert.Null(_signatures.SignerOf("Some data", mirrored));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData(SomeData + "00")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000" + "1b")]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a0291c")]
    [InlineData("b91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a0291d")]
    [InlineData("b91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a02902")]
    [InlineData("b91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a029ff")]
    public void What_nobody_can_have_signed_has_no_signer(string signature) =>
        Assert.Null(_signatures.SignerOf("Some data", Convert.FromHexString(signature)));
}
