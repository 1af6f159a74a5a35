using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Measures;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Wallets;

/// <summary>What a reader of a wallet's figures must know.</summary>
public static class WalletCaveats
{
    /// <summary>The caveats.</summary>
    /// <param name="assessment">The wallet.</param>
    /// <param name="degraded">Sources whose facts are old, missing or contradict themselves, each in words.</param>
    public static IReadOnlyList<string> Of(WalletAssessment assessment, IReadOnlyList<string> degraded)
    {
        var caveats = new List<string>(degraded);
        if (assessment.Exposures.Unpriced.Count > 0)
            caveats.Add($"No price is known of {Figures.List([.. assessment.Exposures.Unpriced.Take(5).Select(t => t.Value)])}{(assessment.Exposures.Unpriced.Count > 5 ? " and others" : "")}: as assets they count nothing here, and health is not known where they are owed.");
        if (assessment.Var.Sample < WalletVar.LeastSample && assessment.Exposures.Assets > Usd.Zero)
            caveats.Add($"Insufficient data for value at risk: {assessment.Var.Sample} days of history are known, {WalletVar.LeastSample} are needed.");
        else if (assessment.Var.Coverage.Value < 0.95 && assessment.Exposures.Assets > Usd.Zero)
            caveats.Add($"Value at risk covers {Figures.Percent(assessment.Var.Coverage.Value)} of the exposures: of the others no history is known.");
        if (!assessment.Mark.IsDebtFree)
            caveats.Add("Value at risk is that of prices; what a liquidation would cost comes on top of it.");
        if (assessment.Mark.Worst is { Value: > 1_000_000 })
            caveats.Add("The debt is dust: its health factor is so large that it says nothing.");
        return caveats;
    }

    /// <summary>A position of which the source does not tell whether it has better terms.</summary>
    public static string ModeUnknown(LendingProtocol protocol) =>
        $"It is not known whether the position in {ProtocolNames.Of(protocol)} is in an efficiency mode; if it is, its health is better than shown.";

    /// <summary>A source whose facts cannot be relied upon.</summary>
    /// <param name="source">Which one.</param>
    /// <param name="age">How old its facts are; null when there are none.</param>
    /// <param name="reason">Why, as a source's fault is called; null when it merely was not asked.</param>
    /// <param name="contradiction">What was wrong with its answer; null for nothing.</param>
    public static string Source(string source, TimeSpan? age, string? reason, string? contradiction)
    {
        var known = age is { } old ? $"What it said {Age(old)} ago is used." : "Nothing is known from it.";
        var fault = reason switch
        {
            null => "was not asked lately",
            "not_configured" => "is not set up",
            "slow" => "takes too long",
            "throttled" => "is asked too often",
            "refused" => "refuses our key",
            "unusable" => contradiction is null ? "answers with something that cannot be used" : $"contradicts itself ({contradiction})",
            _ => "cannot be reached",
        };
        return $"The source {source} {fault}. {known}";
    }

    private static string Age(TimeSpan age) => age.TotalMinutes < 120
        ? $"{Math.Max(1, Math.Round(age.TotalMinutes)):0} minutes"
        : age.TotalHours < 48 ? $"{Math.Round(age.TotalHours):0} hours" : $"{Math.Round(age.TotalDays):0} days";
}
