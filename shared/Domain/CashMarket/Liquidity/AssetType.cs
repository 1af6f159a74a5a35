using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>What an account of the certificate market holds.</summary>
public enum AssetType
{
    /// <summary>Euros.</summary>
    Eur,

    /// <summary>EU allowances.</summary>
    Eua,

    /// <summary>Chinese emission allowances.</summary>
    Cea,
}

/// <summary>An amount of an asset. <c>default</c> is no euros.</summary>
public readonly record struct AssetAmount
{
    private AssetAmount(AssetType asset, decimal amount) => (Asset, Amount) = (asset, amount);

    /// <summary>Of what.</summary>
    public AssetType Asset { get; }

    /// <summary>Euros and cents, or whole certificates.</summary>
    public decimal Amount { get; }

    /// <summary>Nothing of the same asset.</summary>
    public AssetAmount Nothing => new(Asset, 0);

    /// <summary>Some euros.</summary>
    /// <exception cref="ArgumentException">Another currency.</exception>
    public static AssetAmount Of(Money euros) => Cents.IsEur(euros)
        ? new(AssetType.Eur, euros.Amount)
        : throw new ArgumentException("Certificates are traded against euros.", nameof(euros));

    /// <summary>Some certificates.</summary>
    public static AssetAmount Of(CertificateType certificate, Lots quantity) => new(AssetOf(certificate), quantity.Value);

    /// <summary>A certificate as an asset.</summary>
    /// <exception cref="ArgumentException">No certificate.</exception>
    public static AssetType AssetOf(CertificateType certificate) =>
        certificate == CertificateType.Eua ? AssetType.Eua
        : certificate == CertificateType.Cea ? AssetType.Cea
        : throw new ArgumentException("This is no certificate.", nameof(certificate));

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Amount} {Asset.ToString().ToUpperInvariant()}");
}
