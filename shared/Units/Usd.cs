namespace LiquidityRisk.Units;

/// <summary>
/// An exact amount of US dollars, positive or negative, in which wallets are valued. <c>default</c> is nothing. A sum or a multiple of
/// amounts is an amount; a quotient of two is a plain number.
/// </summary>
/// <param name="Amount">Dollars.</param>
public readonly record struct Usd(decimal Amount) : IComparable<Usd>
{
    /// <summary>Nothing.</summary>
    public static Usd Zero => default;

    /// <summary>Both together.</summary>
    public static Usd operator +(Usd left, Usd right) => new(left.Amount + right.Amount);

    /// <summary>The left one less the right one.</summary>
    public static Usd operator -(Usd left, Usd right) => new(left.Amount - right.Amount);

    /// <summary>Many times as much.</summary>
    public static Usd operator *(Usd amount, decimal factor) => new(amount.Amount * factor);

    /// <summary>A part of it.</summary>
    public static Usd operator *(Usd amount, PartsPerMillion share) => new(amount.Amount * share.Value / PartsPerMillion.Whole);

    /// <summary>How many times the right one is in the left one.</summary>
    public static decimal operator /(Usd left, Usd right) => left.Amount / right.Amount;

    /// <summary>Whether the left one is less.</summary>
    public static bool operator <(Usd left, Usd right) => left.Amount < right.Amount;

    /// <summary>Whether the left one is more.</summary>
    public static bool operator >(Usd left, Usd right) => left.Amount > right.Amount;

    /// <summary>Whether the left one is not more.</summary>
    public static bool operator <=(Usd left, Usd right) => left.Amount <= right.Amount;

    /// <summary>Whether the left one is not less.</summary>
    public static bool operator >=(Usd left, Usd right) => left.Amount >= right.Amount;

    /// <summary>The smaller one.</summary>
    public static Usd Min(Usd left, Usd right) => left < right ? left : right;

    /// <summary>The larger one.</summary>
    public static Usd Max(Usd left, Usd right) => left > right ? left : right;

    /// <inheritdoc/>
    public int CompareTo(Usd other) => Amount.CompareTo(other.Amount);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"${Amount:#,0.00}");
}
