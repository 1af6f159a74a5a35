namespace LiquidityRisk.Flows.Wallets.Sources;

/// <summary>What a source could not tell of a position that is otherwise right.</summary>
public enum PositionCaveat
{
    /// <summary>
    /// The wallet has chosen an efficiency mode at some time, but the source does not say which and whether it still holds: the position is
    /// given with its assets' own terms. A mode never lowers a threshold, so that its health factor is at least what these terms give.
    /// </summary>
    EfficiencyModeUnknown,
}
