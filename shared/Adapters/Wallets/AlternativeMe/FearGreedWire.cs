namespace LiquidityRisk.Adapters.Wallets.AlternativeMe;

/// <summary>The part of the answer that is used.</summary>
/// <param name="Data">Days, the newest first.</param>
internal sealed record FearGreedWire(IReadOnlyList<FearGreedDayWire> Data);

/// <summary>The index of a day.</summary>
/// <param name="Value">0 to 100, as a text.</param>
/// <param name="Timestamp">Beginning of the day in seconds since 1970, as a text.</param>
internal sealed record FearGreedDayWire(string Value, string Timestamp);
