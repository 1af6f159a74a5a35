using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Knobs of the bond flows.</summary>
/// <param name="Weights">Weights of the liquidity index; they sum to 1.</param>
/// <param name="News">How much must change before subscribers are told.</param>
/// <param name="Clocks">How long stored parts are served by <c>mode=fast</c>.</param>
/// <param name="TradeSize">The face amount that ways out are for unless a reader asks for another. Default 100,000.</param>
/// <param name="AuditInterval">
/// Shortest time between two audit records of a bond whose news are only gradual. Default 1 minute; 0 records every announcement.
/// A change of level, of the best way out, or of risk is always recorded.
/// </param>
/// <param name="MaxOutbox">
/// Announcements kept per bond while the publisher is down, 2 to 100. Default 20: beyond that subscribers see a gap in
/// <c>seq</c> and ask for a snapshot, which is cheaper than an unbounded document.
/// </param>
public sealed record BondSettings(
    LiquidityWeights Weights, NewsThresholds News, TranslationClocks Clocks, FaceAmount TradeSize, TimeSpan AuditInterval, int MaxOutbox)
{
    /// <summary>The defaults.</summary>
    public static BondSettings Standard { get; } = new(
        LiquidityWeights.Standard, NewsThresholds.Standard, TranslationClocks.Standard, new(100_000), TimeSpan.FromMinutes(1), 20);
}

/// <summary>How much must change before subscribers are told.</summary>
/// <param name="Liquidity">Index, spread and prices.</param>
/// <param name="RiskPoints">Points of the overall risk; a category's change of level is always news.</param>
/// <param name="FillProbability">A path's chance; a change in the order of feasible paths is always news.</param>
/// <param name="ExitTime">A path's time.</param>
public sealed record NewsThresholds(ChangeThresholds Liquidity, double RiskPoints, double FillProbability, TimeSpan ExitTime)
{
    /// <summary>One risk point, two percentage points of chance, five minutes.</summary>
    public static NewsThresholds Standard { get; } = new(ChangeThresholds.Standard, 1, 0.02, TimeSpan.FromMinutes(5));
}

/// <summary>What translations are made under at this moment.</summary>
public sealed class BondModel(BondSettings settings, IExitPolicies policies)
{
    private TranslationModel? _current;

    /// <summary>Weights, the policy in force and the usual trade size.</summary>
    public TranslationModel Current
    {
        get
        {
            var policy = policies.Current;
            var known = _current;
            return ReferenceEquals(known?.Policy, policy) ? known! : _current = new(settings.Weights, policy, settings.TradeSize);
        }
    }

}
