namespace LiquidityRisk.Units;

/// <summary>
/// An amount of money, positive or negative. <c>default</c> is nothing, in no currency; an unknown currency is
/// <c>default(CurrencyCode)</c>.
/// </summary>
/// <param name="Amount">Currency units.</param>
/// <param name="Currency">Which currency.</param>
public readonly record struct Money(decimal Amount, CurrencyCode Currency)
{
    /// <summary>Whether it is in euros; nothing in no currency is too.</summary>
    public bool IsEuros => Currency == CurrencyCode.Eur || this == default;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Amount} {Currency}");
}
