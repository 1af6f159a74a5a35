using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>
/// So much of one asset, positive or negative: euros to the cent, certificates in whole lots; at most 10^24 either way.
/// <c>default</c> is no euros.
/// </summary>
/// <remarks>
/// <list type="table">
/// <item><term>amount ± amount</term><description>amount of the same asset; throws when the assets differ</description></item>
/// <item><term>−amount</term><description>the opposite change</description></item>
/// <item><term>amount &lt; amount</term><description>throws when the assets differ</description></item>
/// </list>
/// </remarks>
public readonly record struct AssetAmount : IComparable<AssetAmount>
{
    /// <summary>Largest size accepted, in euros or lots.</summary>
    public const decimal Max = 1_000_000_000_000_000_000_000_000m;

    /// <summary>Takes an amount.</summary>
    /// <param name="asset">Of what.</param>
    /// <param name="value">Euros with at most two decimals, or whole lots.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such asset, a part of a cent or of a lot, or beyond 10^24.</exception>
    public AssetAmount(Asset asset, decimal value)
    {
        if (asset is < Asset.Eur or > Asset.Cea) throw new ArgumentOutOfRangeException(nameof(asset), asset, "No such asset.");
        if (value is < -Max or > Max || value % (asset == Asset.Eur ? Ticks.Euro : 1m) != 0)
            throw new ArgumentOutOfRangeException(nameof(value), value, "An amount is in whole cents or lots, at most 10^24 euros or lots.");
        (Asset, Value) = (asset, value);
    }

    /// <summary>Of what.</summary>
    public Asset Asset { get; }

    /// <summary>Euros or lots.</summary>
    public decimal Value { get; }

    /// <summary>Whether there is nothing.</summary>
    public bool IsZero => Value == 0;

    /// <summary>Whether it is less than nothing.</summary>
    public bool IsNegative => Value < 0;

    /// <summary>Sum.</summary>
    /// <exception cref="ArgumentException">Different assets, or beyond 10^24.</exception>
    public static AssetAmount operator +(AssetAmount left, AssetAmount right) => new(Common(left, right), left.Value + right.Value);

    /// <summary>Difference.</summary>
    /// <exception cref="ArgumentException">Different assets, or beyond 10^24.</exception>
    public static AssetAmount operator -(AssetAmount left, AssetAmount right) => new(Common(left, right), left.Value - right.Value);

    /// <summary>The opposite.</summary>
    public static AssetAmount operator -(AssetAmount amount) => new(amount.Asset, -amount.Value);

    /// <summary>Whether the left one is smaller.</summary>
    /// <exception cref="ArgumentException">Different assets.</exception>
    public static bool operator <(AssetAmount left, AssetAmount right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one is larger.</summary>
    /// <exception cref="ArgumentException">Different assets.</exception>
    public static bool operator >(AssetAmount left, AssetAmount right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one is not larger.</summary>
    /// <exception cref="ArgumentException">Different assets.</exception>
    public static bool operator <=(AssetAmount left, AssetAmount right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one is not smaller.</summary>
    /// <exception cref="ArgumentException">Different assets.</exception>
    public static bool operator >=(AssetAmount left, AssetAmount right) => left.CompareTo(right) >= 0;

    /// <summary>Nothing of an asset.</summary>
    public static AssetAmount Zero(Asset asset) => new(asset, 0);

    /// <summary>Some euros.</summary>
    /// <exception cref="ArgumentException">Another currency, or a part of a cent, or beyond 10^24.</exception>
    public static AssetAmount Of(Money euros) => euros.IsEuros
        ? new(Asset.Eur, euros.Amount)
        : throw new ArgumentException("Certificates are traded against euros.", nameof(euros));

    /// <summary>Some certificates.</summary>
    /// <exception cref="ArgumentException">No certificate.</exception>
    public static AssetAmount Of(CertificateType certificate, Lots lots) => new(Assets.Of(certificate), lots.Value);

    /// <summary>What some certificates cost at a price, in euros.</summary>
    public static AssetAmount Cost(Ticks price, Lots lots) => new(Asset.Eur, price.ValueOf(lots).Amount);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Different assets.</exception>
    public int CompareTo(AssetAmount other)
    {
        Common(this, other);
        return Value.CompareTo(other.Value);
    }

    /// <inheritdoc/>
    public override string ToString() => Asset == Asset.Eur
        ? FormattableString.Invariant($"EUR {Value:0.00}")
        : FormattableString.Invariant($"{Value:0} {(Asset == Asset.Eua ? "EUA" : "CEA")}");

    private static Asset Common(AssetAmount left, AssetAmount right) => left.Asset == right.Asset
        ? left.Asset
        : throw new ArgumentException($"{left} and {right} are different assets.", nameof(right));
}
