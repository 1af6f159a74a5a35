using LiquidityRisk.Units;

namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>Why a caller may read a wallet.</summary>
internal enum WalletAuthority
{
    /// <summary>He has proven it by a signature.</summary>
    Proof,

    /// <summary>The development sign-in says that it is his.</summary>
    DevelopmentSignIn,

    /// <summary>His role reads every wallet; each reading is on record.</summary>
    Role,
}

/// <summary>A call for a wallet by somebody who may read it.</summary>
internal sealed record WalletCall(WalletAddress Wallet, WalletAuthority Authority);
