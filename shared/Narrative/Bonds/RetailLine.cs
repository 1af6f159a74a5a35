namespace LiquidityRisk.Narrative.Bonds;

/// <summary>A sentence or two of the retail narrative.</summary>
/// <param name="Words">The text.</param>
/// <param name="Spare">0: must be said. Above: may be left out when the whole is too long, the highest first.</param>
/// <param name="Brief">A shorter way to say it, when sparing others was not enough; null when there is none.</param>
internal readonly record struct RetailLine(string Words, int Spare = 0, string? Brief = null)
{
    public const int LastTrade = 4;
    public const int RoundTrip = 3;
    public const int Cost = 2;
    public const int Quotes = 1;

    /// <summary>Words in the sense of whatever stands between spaces.</summary>
    public int Count => Words.Count(c => c == ' ') + 1;
}
