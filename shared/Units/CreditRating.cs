using System.Diagnostics.CodeAnalysis;

namespace LiquidityRisk.Units;

/// <summary>
/// A long-term credit rating on the S&amp;P/Fitch letter scale, from AAA (notch 0) to D (notch 21), or not rated.
/// <c>default</c> is not rated.
/// </summary>
public readonly record struct CreditRating
{
    private static readonly string[] Scale =
    [
        "AAA", "AA+", "AA", "AA-", "A+", "A", "A-", "BBB+", "BBB", "BBB-", "BB+", "BB", "BB-",
        "B+", "B", "B-", "CCC+", "CCC", "CCC-", "CC", "C", "D",
    ];

    private readonly int _rank;

    private CreditRating(int notch) => _rank = notch + 1;

    /// <summary>No rating.</summary>
    public static CreditRating NotRated => default;

    /// <summary>The weakest rating, in default.</summary>
    public static CreditRating Default => new(Scale.Length - 1);

    /// <summary>Whether there is a rating at all.</summary>
    public bool IsRated => _rank > 0;

    /// <summary>Steps below AAA, 0 to 21; null when not rated.</summary>
    public int? Notch => IsRated ? _rank - 1 : null;

    /// <summary>Whether the rating is BBB- or better; false when not rated.</summary>
    public bool IsInvestmentGrade => _rank is > 0 and <= 10;

    /// <summary>Reads <c>AAA</c> … <c>D</c> with + and -, or <c>NR</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CreditRating rating)
    {
        rating = default;
        if (string.Equals(text, "NR", StringComparison.Ordinal)) return true;
        var notch = Array.IndexOf(Scale, text);
        if (notch < 0) return false;
        rating = new CreditRating(notch);
        return true;
    }

    /// <summary>The rating some notches weaker (or, negative, stronger), within the scale; not rated stays not rated.</summary>
    public CreditRating Downgrade(int notches) =>
        Notch is { } notch ? new CreditRating(Math.Clamp(notch + notches, 0, Scale.Length - 1)) : this;

    /// <inheritdoc/>
    public override string ToString() => Notch is { } notch ? Scale[notch] : "NR";
}
