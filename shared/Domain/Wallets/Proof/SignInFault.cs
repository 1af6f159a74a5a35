namespace LiquidityRisk.Domain.Wallets.Proof;

/// <summary>The first part of a text that is not as a sign-in message has it.</summary>
public enum SignInFault
{
    /// <summary>It is a sign-in message.</summary>
    None,

    /// <summary>The first line does not ask for a sign-in, or a line is missing between the parts.</summary>
    Form,

    /// <summary>What stands before <c>://</c> is no scheme.</summary>
    Scheme,

    /// <summary>Who asks is no authority of RFC 3986.</summary>
    Domain,

    /// <summary>The second line is no address, or its checksum (EIP-55) is wrong or absent.</summary>
    Wallet,

    /// <summary>The statement holds a character that it may not.</summary>
    Statement,

    /// <summary>The URI is missing or none of RFC 3986.</summary>
    Uri,

    /// <summary>The version is missing or not 1.</summary>
    Version,

    /// <summary>The chain is missing or no number.</summary>
    ChainId,

    /// <summary>The nonce is missing, shorter than 8, or holds more than letters and digits.</summary>
    Nonce,

    /// <summary>The time of issue is missing or none of RFC 3339.</summary>
    IssuedAt,

    /// <summary>The expiration is no time of RFC 3339.</summary>
    ExpiresAt,

    /// <summary>The beginning is no time of RFC 3339.</summary>
    NotBefore,

    /// <summary>The request's id holds a character that it may not.</summary>
    RequestId,

    /// <summary>A resource is no URI of RFC 3986.</summary>
    Resources,

    /// <summary>Something follows that has no place there.</summary>
    Remainder,
}
