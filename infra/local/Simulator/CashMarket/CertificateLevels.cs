using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.CashMarket;

/// <summary>Where prices begin in a market that has never traded.</summary>
internal static class CertificateLevels
{
    /// <summary>EUR for an EU allowance: the last price of eua_daily.csv, 8 April 2024.</summary>
    public const double Eua = 61.88;

    /// <summary>EUR for a Chinese allowance: assumed, in the middle of EUR 9 to 12. No file says it.</summary>
    public const double Cea = 10.50;

    public static double Of(CertificateType certificate) => certificate == CertificateType.Eua ? Eua : Cea;
}
