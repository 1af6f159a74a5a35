namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>An amount of every asset.</summary>
public sealed record AssetAmounts
{
    private AssetAmounts(AssetAmount eur, AssetAmount eua, AssetAmount cea) => (Eur, Eua, Cea) = (eur, eua, cea);

    /// <summary>Nothing of any asset.</summary>
    public static AssetAmounts None { get; } = new(AssetAmount.Zero(Asset.Eur), AssetAmount.Zero(Asset.Eua), AssetAmount.Zero(Asset.Cea));

    /// <summary>Euros.</summary>
    public AssetAmount Eur { get; }

    /// <summary>EU allowances.</summary>
    public AssetAmount Eua { get; }

    /// <summary>Chinese emission allowances.</summary>
    public AssetAmount Cea { get; }

    /// <summary>Whether there is nothing of any asset.</summary>
    public bool IsNone => this == None;

    /// <summary>Those that are not zero, in the order of <see cref="Assets.All"/>.</summary>
    public IEnumerable<AssetAmount> Present => Assets.All.Select(a => this[a]).Where(a => !a.IsZero);

    /// <summary>The amount of an asset.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such asset.</exception>
    public AssetAmount this[Asset asset] => asset switch
    {
        Asset.Eur => Eur,
        Asset.Eua => Eua,
        Asset.Cea => Cea,
        _ => throw new ArgumentOutOfRangeException(nameof(asset), asset, "No such asset."),
    };

    /// <summary>The sum of some amounts by asset.</summary>
    /// <exception cref="ArgumentException">A sum is beyond 10^24.</exception>
    public static AssetAmounts Sum(params IEnumerable<AssetAmount> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        return amounts.Aggregate(None, (sum, amount) => sum.Plus(amount));
    }

    /// <summary>These and one more.</summary>
    /// <exception cref="ArgumentException">A sum is beyond 10^24.</exception>
    public AssetAmounts Plus(AssetAmount amount) => amount.Asset switch
    {
        Asset.Eur => new(Eur + amount, Eua, Cea),
        Asset.Eua => new(Eur, Eua + amount, Cea),
        _ => new(Eur, Eua, Cea + amount),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Eur}, {Eua}, {Cea}";
}
