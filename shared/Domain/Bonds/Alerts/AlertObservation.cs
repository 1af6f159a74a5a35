using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Alerts;

/// <summary>What the alerts look at. A null was not observed: it neither raises nor resolves anything.</summary>
/// <param name="Now">The instant.</param>
/// <param name="Index">The liquidity index.</param>
/// <param name="Confidence">How far the inputs carry the translation.</param>
/// <param name="Freshness">How old the look at the market is.</param>
/// <param name="MarketMakerOnline">Whether the market maker quotes.</param>
/// <param name="HasExit">Whether any way to sell is feasible.</param>
/// <param name="OverallRisk">The overall risk, 0 = none.</param>
/// <param name="Caveats">What is wrong with the data.</param>
public readonly record struct AlertObservation(
    DateTimeOffset Now,
    Score? Index,
    Probability? Confidence,
    DataFreshness? Freshness,
    bool? MarketMakerOnline,
    bool? HasExit,
    Score? OverallRisk,
    IReadOnlyList<BondCaveat> Caveats)
{
    /// <summary>
    /// Reads a translation and the inputs it was made from. A bond whose market was never seen has neither confidence nor freshness
    /// here: it cannot have become worse.
    /// </summary>
    public static AlertObservation Of(BondTranslation translation, BondInputs inputs)
    {
        var seen = translation.Liquidity is not null;
        return new(
            translation.AsOf,
            translation.Liquidity?.Index.Value,
            seen ? translation.Confidence : null,
            seen ? translation.Freshness : null,
            inputs.MarketMaker?.Value.IsOnline,
            translation.Exits is { } exits ? exits.Best is not null : null,
            translation.Risk?.Overall,
            translation.Caveats);
    }
}
