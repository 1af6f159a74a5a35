using LiquidityRisk.Domain.CashMarket.Accounts;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>Stops a request to the cash market that cannot be met; nothing has changed.</summary>
/// <param name="code">Stable name of the reason.</param>
/// <param name="member">The member of the request at fault; null when none is.</param>
/// <param name="message">What happened, in words.</param>
/// <param name="kind">What kind of refusal it is.</param>
/// <param name="shortfall">What is missing; null when nothing is.</param>
public sealed class CashMarketRefusedException(
    string code, string? member, string message, RefusalKind kind, AssetShortfall? shortfall = null) : Exception(message)
{
    /// <summary>Stable name of the reason.</summary>
    public string Code => code;

    /// <summary>The member of the request at fault; null when none is.</summary>
    public string? Field => member;

    /// <summary>What kind of refusal it is.</summary>
    public RefusalKind Kind => kind;

    /// <summary>What is missing; null when nothing is.</summary>
    public AssetShortfall? Shortfall => shortfall;
}

/// <summary>Kinds of refusals.</summary>
public enum RefusalKind
{
    /// <summary>The request is malformed.</summary>
    Malformed,

    /// <summary>The request is well-formed, but cannot be met.</summary>
    Impossible,

    /// <summary>What it is about is not there.</summary>
    NotFound,

    /// <summary>Things have changed, or are not in the state that it needs.</summary>
    Conflict,

    /// <summary>Whoever asks may not do this.</summary>
    NotAllowed,
}
