namespace LiquidityRisk.Domain.Wallets.Positions;

/// <summary>What a wallet has and owes in one protocol. Its debt is secured by its collateral as a whole.</summary>
/// <param name="Protocol">Which protocol.</param>
/// <param name="Supplied">What is supplied, each asset once.</param>
/// <param name="Borrowed">What is owed, each asset once.</param>
/// <param name="Mode">The efficiency mode that the wallet has chosen (Aave v3); null for none.</param>
public sealed record ProtocolPosition(
    LendingProtocol Protocol, IReadOnlyList<SuppliedAsset> Supplied, IReadOnlyList<BorrowedAsset> Borrowed, EfficiencyMode? Mode = null)
{
    /// <summary>The terms that hold for an asset: the mode's where it names the asset, else its own.</summary>
    public CollateralTerms TermsOf(SuppliedAsset supplied) =>
        Mode is { } mode && mode.Collateral.Contains(supplied.Asset) ? mode.Terms : supplied.Terms;
}
