using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>
/// The seam between <see cref="Money"/> and whole cents. A tick is a cent and a lot a certificate, so that what a quantity costs is
/// ticks × lots in whole cents and no plan rounds money.
/// </summary>
internal static class Cents
{
    /// <summary>Largest amount that is planned with: EUR 10^12.</summary>
    public const long Max = 100_000_000_000_000;

    /// <summary>Whole cents, rounded down and within 0 and <see cref="Max"/>; nothing when it is not in euros.</summary>
    public static long Within(Money money) =>
        money.IsEuros ? (long)decimal.Floor(Math.Clamp(money.Amount, 0, Max / 100m) * 100) : 0;

    public static Money Money(long cents) => new(cents / 100m, CurrencyCode.Eur);
}
