namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>What an account has of every asset.</summary>
/// <param name="Eur">Euros.</param>
/// <param name="Eua">EU allowances.</param>
/// <param name="Cea">Chinese emission allowances.</param>
public sealed record Holdings(Holding Eur, Holding Eua, Holding Cea)
{
    /// <summary>Nothing of any asset.</summary>
    public static Holdings None { get; } = new(Holding.None(Asset.Eur), Holding.None(Asset.Eua), Holding.None(Asset.Cea));

    /// <summary>The holding of an asset.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such asset.</exception>
    public Holding this[Asset asset] => asset switch
    {
        Asset.Eur => Eur,
        Asset.Eua => Eua,
        Asset.Cea => Cea,
        _ => throw new ArgumentOutOfRangeException(nameof(asset), asset, "No such asset."),
    };

    /// <summary>These with another holding of its asset.</summary>
    public Holdings With(Holding holding) => holding.Available.Asset switch
    {
        Asset.Eur => this with { Eur = holding },
        Asset.Eua => this with { Eua = holding },
        _ => this with { Cea = holding },
    };
}
