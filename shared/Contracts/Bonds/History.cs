using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>How a bond has developed.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="Points">Oldest first.</param>
/// <param name="NextCursor">Asks for the next page; null on the last.</param>
public sealed record HistoryAnswer(Isin Isin, IReadOnlyList<HistoryPoint> Points, string? NextCursor);

/// <summary>A bond at one instant.</summary>
/// <param name="AsOf">The instant.</param>
/// <param name="LiquidityIndex">0 to 100, high = liquid; null when not assessed.</param>
/// <param name="SpreadBps">Ask minus bid over mid; null unless both sides were quoted.</param>
/// <param name="Mid">Midpoint, percent of face.</param>
/// <param name="VolumeFace">Face amount traded in the session.</param>
/// <param name="RiskScore">Overall risk, 0 = none, 100 = worst.</param>
/// <param name="BestPath">The best way out for the usual trade size; null when none was feasible.</param>
/// <param name="FillProbability">How likely it was to sell.</param>
/// <param name="TimeToExitMinutes">How long it would have taken.</param>
/// <param name="ConfidenceOverall">How far the inputs carried it.</param>
/// <param name="InputsHash">Names the inputs; the audit record keeps them.</param>
public sealed record HistoryPoint(
    DateTimeOffset AsOf,
    Score? LiquidityIndex,
    BasisPoints? SpreadBps,
    BondPrice? Mid,
    FaceAmount? VolumeFace,
    Score? RiskScore,
    string? BestPath,
    Probability? FillProbability,
    double? TimeToExitMinutes,
    Probability ConfidenceOverall,
    string InputsHash);
