namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>An asset of which there is not enough.</summary>
/// <param name="Required">How much is needed.</param>
/// <param name="Available">How much is there; less, and of the same asset.</param>
public sealed record AssetShortfall(AssetAmount Required, AssetAmount Available)
{
    /// <summary>Which asset.</summary>
    public Asset AssetType => Required.Asset;

    /// <summary>How much is missing.</summary>
    public AssetAmount Shortfall => Required - Available;
}
