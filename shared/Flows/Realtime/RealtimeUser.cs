using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Realtime;

/// <summary>
/// Who holds a connection. The service's events name only the user of the token, so what the reader may see is part of that name;
/// tokens are made by this app alone.
/// </summary>
/// <param name="UserId">The user.</param>
/// <param name="Audience">What the reader may see.</param>
/// <param name="IsAdmin">Whether the reader may see what only administrators see.</param>
/// <param name="SeesAllWallets">Whether the reader may see every wallet.</param>
/// <param name="Wallet">The wallet that a development sign-in says is the reader's; null for none.</param>
public sealed record RealtimeUser(string UserId, Audience Audience, bool IsAdmin = false, bool SeesAllWallets = false, WalletAddress? Wallet = null)
{
    private const string Admin = "admin";
    private const string Professional = "professional";
    private const string Retail = "retail";
    private const string AllWallets = "all";
    private const string None = "-";
    private const int Fields = 4;

    /// <summary>The user as tokens name it: three fields that say what the reader may see, then the user, whose name may hold bars itself.</summary>
    public string TokenName => string.Join(
        '|',
        IsAdmin ? Admin : Audience == Audience.Professional ? Professional : Retail,
        SeesAllWallets ? AllWallets : None,
        Wallet is { } wallet ? wallet.Value : None,
        UserId);

    /// <summary>Reads the name of a token's user; whoever is not known to be a professional is a retail reader.</summary>
    public static RealtimeUser Of(string tokenName) => tokenName.Split('|', Fields) is [var role, var wallets, var wallet, var user]
        ? new(
            user,
            role is Admin or Professional ? Audience.Professional : Audience.Retail,
            role is Admin,
            wallets is AllWallets,
            WalletAddress.TryParse(wallet, out var own, out _) ? own : null)
        : new(tokenName, Audience.Retail);
}
