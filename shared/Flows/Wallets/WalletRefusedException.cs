namespace LiquidityRisk.Flows.Wallets;

/// <summary>Something about a wallet that is well formed and cannot be.</summary>
/// <param name="field">Which part of the request.</param>
/// <param name="message">Why, in words.</param>
public sealed class WalletRefusedException(string field, string message) : Exception(message)
{
    /// <summary>Which part of the request.</summary>
    public string Field { get; } = field;
}
