namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>What an account has of one asset. Neither part is ever negative. <c>default</c> is no euros.</summary>
public readonly record struct Holding
{
    /// <summary>Takes both parts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A part is negative.</exception>
    /// <exception cref="ArgumentException">The parts are of different assets, or together beyond 10^24.</exception>
    public Holding(AssetAmount available, AssetAmount locked)
    {
        if (available.IsNegative) throw new ArgumentOutOfRangeException(nameof(available), available, "A holding is never negative.");
        if (locked.IsNegative) throw new ArgumentOutOfRangeException(nameof(locked), locked, "A holding is never negative.");
        _ = available + locked;
        (Available, Locked) = (available, locked);
    }

    /// <summary>Free for orders, reservations and withdrawal.</summary>
    public AssetAmount Available { get; }

    /// <summary>Bound to resting orders and open reservations.</summary>
    public AssetAmount Locked { get; }

    /// <summary>Both parts together.</summary>
    public AssetAmount Total => Available + Locked;

    /// <summary>Nothing of an asset.</summary>
    public static Holding None(Asset asset) => new(AssetAmount.Zero(asset), AssetAmount.Zero(asset));

    /// <inheritdoc/>
    public override string ToString() => $"{Available} available, {Locked} locked";
}
