using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Proof;

/// <summary>What somebody who claims a wallet is asked to sign with its key; used once.</summary>
/// <param name="Origin">Who asks.</param>
/// <param name="Wallet">Which wallet is claimed.</param>
/// <param name="Nonce">At least 8 letters and digits that nobody can guess.</param>
/// <param name="IssuedAt">When it was made.</param>
/// <param name="ExpiresAt">From when on it is no longer taken.</param>
public sealed record SignInChallenge(SignInOrigin Origin, WalletAddress Wallet, string Nonce, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Ethereum's main chain (EIP-155).</summary>
    public const long MainChain = 1;

    private const string Statement = "I own this wallet and want to see its risk. Signing costs nothing and moves nothing.";

    /// <summary>The message that is to be signed.</summary>
    public SignInMessage Message => new(Origin.Domain, Wallet, Origin.Uri, MainChain, Nonce, IssuedAt)
    {
        Scheme = Origin.Scheme is "https" ? null : Origin.Scheme,
        Statement = Statement,
        ExpiresAt = ExpiresAt,
    };
}

/// <summary>Where people sign in: the address of the site that they see while they sign. Wallets warn when it is another one.</summary>
public sealed record SignInOrigin
{
    /// <summary>Takes the address of a site.</summary>
    /// <param name="site">http or https, with a host and nothing after the path.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    public SignInOrigin(Uri site)
    {
        if (!site.IsAbsoluteUri || site.Scheme is not ("http" or "https") || site.Query.Length > 0 || site.Fragment.Length > 0 || site.UserInfo.Length > 0)
            throw new ArgumentException($"'{site}' is no address of a site: http or https, a host and perhaps a path.", nameof(site));
        (Scheme, Domain, Uri) = (site.Scheme, site.Authority, site.AbsoluteUri);
    }

    /// <summary>http or https.</summary>
    public string Scheme { get; }

    /// <summary>Host and, unless it is the scheme's own, port.</summary>
    public string Domain { get; }

    /// <summary>The whole address.</summary>
    public string Uri { get; }
}
