namespace LiquidityRisk.Domain.Bonds.Exits;

/// <summary>
/// What experience makes of the factors of <see cref="ExitModel"/>: each contribution is multiplied by a weight above 0, and the base
/// gets a shift. Signs stay, so every monotonicity of the factors does too.
/// </summary>
/// <remarks>
/// Fitted to the simulated market by <c>dotnet run --configuration Release --project tests/Benchmarks -- calibration</c>, which prints
/// these figures: see docs/calibration.md for method, gain and limits. Weights are held within 0.6 and 2.5.
/// </remarks>
public static class ExitCalibration
{
    /// <summary>Log-odds added to a path's base.</summary>
    public static double ShiftOf(ExitPath path) => path switch
    {
        ExitPath.MarketMaker => -1.573,
        ExitPath.Auction => -1.708,
        ExitPath.RfqBatch => -0.468,
        _ => 0.572,
    };

    /// <summary>What a factor of a path is multiplied by, above 0.</summary>
    public static double WeightOf(ExitPath path, ExitFactorKind kind) => (path, kind) switch
    {
        (ExitPath.MarketMaker, ExitFactorKind.QuoteActivity) => 1.873,
        (ExitPath.MarketMaker, ExitFactorKind.QuoteTightness) => 0.786,
        (ExitPath.MarketMaker, ExitFactorKind.InventoryRoom) => 1.449,
        (ExitPath.MarketMaker, ExitFactorKind.Rating) => 0.600,
        (ExitPath.MarketMaker, ExitFactorKind.SizeToDepth) => 0.600,
        (ExitPath.MarketMaker, ExitFactorKind.LiquidityIndex) => 0.600,
        (ExitPath.Auction, ExitFactorKind.BidCover) => 2.449,
        (ExitPath.Auction, ExitFactorKind.DemandCover) => 2.256,
        (ExitPath.Auction, ExitFactorKind.DemandSlope) => 2.281,
        (ExitPath.Auction, ExitFactorKind.Rating) => 0.600,
        (ExitPath.RfqBatch, ExitFactorKind.DealerPresence) => 0.600,
        (ExitPath.RfqBatch, ExitFactorKind.QuoteActivity) => 2.500,
        (ExitPath.RfqBatch, ExitFactorKind.Rating) => 0.600,
        (ExitPath.RfqBatch, ExitFactorKind.SizeToCap) => 1.761,
        (ExitPath.RfqBatch, ExitFactorKind.LiquidityIndex) => 2.500,
        (ExitPath.TokenizedP2p, ExitFactorKind.Rating) => 0.676,
        (ExitPath.TokenizedP2p, ExitFactorKind.SizeToLots) => 2.500,
        (ExitPath.TokenizedP2p, ExitFactorKind.LiquidityIndex) => 2.500,
        _ => 1,
    };
}
