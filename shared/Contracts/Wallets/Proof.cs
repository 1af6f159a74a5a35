using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Contracts.Wallets;

/// <summary>Body of <c>POST /api/risk/wallets/challenge</c>.</summary>
/// <param name="WalletAddress">The wallet that is to be proven: 0x and 40 hexadecimal digits.</param>
[JsonExample("""{"wallet_address":"0x2c7536E3605D9C16a7a3D7b1898e529396a65c23"}""")]
public sealed record WalletChallengeRequest(string? WalletAddress);

/// <summary>What the owner of a wallet is to sign (ERC-4361) with <c>personal_sign</c>.</summary>
/// <param name="WalletAddress">Which wallet.</param>
/// <param name="Message">The text, to be signed to the letter.</param>
/// <param name="ExpiresAt">From when on it is no longer taken.</param>
public sealed record WalletChallengeAnswer(string WalletAddress, string Message, DateTimeOffset ExpiresAt);

/// <summary>Body of <c>POST /api/risk/wallets/bind</c>.</summary>
/// <param name="Message">The text that was signed.</param>
/// <param name="Signature">65 bytes r, s and v: 0x and 130 hexadecimal digits.</param>
[JsonExample("""
    {"message":"http://localhost:7071 wants you to sign in with your Ethereum account:\n0x2c7536E3605D9C16a7a3D7b1898e529396a65c23\n\nI own this wallet.\n\nURI: http://localhost:7071/\nVersion: 1\nChain ID: 1\nNonce: 0123456789abcdef0123456789abcdef\nIssued At: 2026-01-05T09:00:00Z",
     "signature":"0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a0291c"}
    """)]
public sealed record WalletBindRequest(string? Message, string? Signature);

/// <summary>A wallet that the caller has proven.</summary>
/// <param name="WalletAddress">Which wallet.</param>
/// <param name="BoundAt">When it was proven.</param>
/// <param name="ExpiresAt">When it must be proven again.</param>
public sealed record WalletBindingAnswer(string WalletAddress, DateTimeOffset BoundAt, DateTimeOffset ExpiresAt);

/// <summary>The wallets that the caller has proven.</summary>
/// <param name="Items">By the time of the proof, oldest first.</param>
public sealed record WalletBindingListAnswer(IReadOnlyList<WalletBindingAnswer> Items);

/// <summary>Why the caller may read a wallet.</summary>
/// <param name="WalletAddress">Which wallet.</param>
/// <param name="Authority">proof, development_sign_in or role.</param>
/// <param name="ExpiresAt">When the proof lapses; null when it is not by proof.</param>
public sealed record WalletAccessAnswer(string WalletAddress, string Authority, DateTimeOffset? ExpiresAt);
