using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>What an account of the certificate market can hold.</summary>
public enum Asset
{
    /// <summary>Euros, counted to the cent.</summary>
    Eur,

    /// <summary>EU allowances, in whole lots.</summary>
    Eua,

    /// <summary>Chinese emission allowances, in whole lots.</summary>
    Cea,
}

/// <summary>The list of assets and which of them a certificate is.</summary>
public static class Assets
{
    /// <summary>All, in the order of their values.</summary>
    public static IReadOnlyList<Asset> All { get; } = [Asset.Eur, Asset.Eua, Asset.Cea];

    /// <summary>A certificate as an asset.</summary>
    /// <exception cref="ArgumentException">No certificate.</exception>
    public static Asset Of(CertificateType certificate)
    {
        if (certificate == CertificateType.Eua) return Asset.Eua;
        if (certificate == CertificateType.Cea) return Asset.Cea;
        throw new ArgumentException("No such certificate.", nameof(certificate));
    }
}
