namespace LiquidityRisk.Quant.Quoting;

/// <summary>How quotes become orders of a venue.</summary>
/// <param name="Tick">Step of prices, in price, above 0.</param>
/// <param name="Lot">Step of sizes, in units of the instrument, above 0.</param>
/// <param name="Size">Size of a level at no inventory, in units, not negative.</param>
/// <param name="MaximumInventory">Bound of |inventory| in units, above 0.</param>
public sealed record LadderSettings(double Tick, double Lot, double Size, double MaximumInventory)
{
    /// <summary>Levels a side, at least 1 (default).</summary>
    public int Levels { get; init; } = 1;

    /// <summary>Price between levels, not negative; rounded outwards to whole ticks and at least one (default).</summary>
    public double LevelStep { get; init; }

    /// <summary>Least spread of the best level, in price, not negative; default 0 (a tick remains).</summary>
    public double MinimumSpread { get; init; }

    /// <summary>Fee of a resting order as a fraction of its value, within ±1; below 0 is a rebate. Default 0.</summary>
    public double MakerFee { get; init; }

    /// <summary>Price by which both sides move down per unit held, not negative; default 0 (the model's own skew only).</summary>
    public double InventorySkew { get; init; }
}

/// <summary>One order to rest in the book.</summary>
/// <param name="Ticks">Price in ticks.</param>
/// <param name="Price">Ticks × tick.</param>
/// <param name="Size">Units of the instrument, whole lots, above 0.</param>
public readonly record struct QuoteLevel(long Ticks, double Price, double Size);

/// <summary>Orders to rest in the book, best first.</summary>
/// <param name="Bids">Falling in price.</param>
/// <param name="Asks">Rising in price.</param>
public sealed record QuoteLevels(IReadOnlyList<QuoteLevel> Bids, IReadOnlyList<QuoteLevel> Asks);
