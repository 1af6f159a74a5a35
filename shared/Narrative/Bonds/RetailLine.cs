namespace LiquidityRisk.Narrative.Bonds;

/// <summary>A sentence or two of the retail narrative.</summary>
/// <param name="Words">The text.</param>
/// <param name="Spare">0: must be said. Above: may be left out when the whole is too long, the highest first.</param>
internal readonly record struct RetailLine(string Words, int Spare = 0)
{
    public const int LastTrade = 5;
    public const int Cost = 4;
    public const int RoundTrip = 3;
    public const int Quotes = 2;
    public const int Scope = 1;

    /// <summary>Words in the sense of whatever stands between spaces.</summary>
    public int Count => Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
