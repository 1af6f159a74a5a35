using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>Body of <c>POST /api/v1/liquidity-risk/recompute</c>.</summary>
/// <param name="Isins">1 to 5,000 bonds; one named twice counts once.</param>
/// <param name="Mode">"accurate", which is also meant when absent.</param>
[JsonExample("""{"isins":["US0378331005","GB0002634946"],"mode":"accurate"}""")]
public sealed record RecomputeRequest(IReadOnlyList<string?>? Isins, string? Mode);

/// <summary>A recomputation that has been taken on.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="StatusUrl">Where to ask how far it is, relative to the service.</param>
public sealed record RecomputeAcceptedAnswer(string Id, string StatusUrl);

/// <summary>How far a recomputation is.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Status">running, completed, failed or terminated.</param>
/// <param name="Done">Bonds dealt with so far.</param>
/// <param name="Total">Bonds asked for.</param>
/// <param name="Changed">Bonds whose news differed materially, so that they were saved and announced.</param>
/// <param name="Unknown">Bonds about which nothing is known; the first 100 of them.</param>
/// <param name="StartedAt">When it was asked for.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
public sealed record RecomputeStatusAnswer(
    string Id,
    string Status,
    int Done,
    int Total,
    int Changed,
    IReadOnlyList<Isin> Unknown,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt);
