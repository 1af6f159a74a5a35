using System.Globalization;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>Says what a what-if moves.</summary>
public static class ScenarioChanges
{
    /// <summary>One sentence per figure that moves; a single sentence when none does.</summary>
    public static IReadOnlyList<string> Of(BondTranslation before, BondTranslation after)
    {
        var changes = new List<string>(5);
        var (was, now) = (before.Exits?.Best, after.Exits?.Best);
        if (was?.Path != now?.Path)
            changes.Add($"The best way out changes from {Name(was)} to {Name(now)}.");
        Add(changes, "The liquidity index", before.Liquidity?.Index.Value?.Value, after.Liquidity?.Index.Value?.Value, "0.0", 0.05);
        Add(changes, "The overall risk", before.Risk?.Overall?.Value, after.Risk?.Overall?.Value, "0.0", 0.05);
        Add(changes, "The chance of selling, in percent,", 100 * was?.FillProbability?.Value, 100 * now?.FillProbability?.Value, "0", 0.5);
        AddTime(changes, was?.ExpectedTime, now?.ExpectedTime);
        Add(changes, "The cost of selling", (double?)was?.Quote?.Cost.Amount, (double?)now?.Quote?.Cost.Amount, "#,##0", 0.5);
        if (changes.Count == 0) changes.Add("Nothing that is measured here would change.");
        return changes;
    }

    private static void AddTime(List<string> changes, TimeSpan? before, TimeSpan? after)
    {
        const string What = "The time to sell";
        if ((before, after) is not ({ } b, { } a))
        {
            Add(changes, What, before?.TotalMinutes, after?.TotalMinutes, "0", 0.5);
            return;
        }

        var say = Phrasebook.Of(NarrativeLanguage.English);
        var (from, to) = (SpokenTime.Wait(say, b), SpokenTime.Wait(say, a));
        if (!string.Equals(from, to, StringComparison.Ordinal)) changes.Add($"{What} {(a > b ? "rises" : "falls")} from {from} to {to}.");
    }

    private static void Add(List<string> changes, string what, double? before, double? after, string format, double least)
    {
        if (before is { } b && after is { } a)
        {
            if (Math.Abs(a - b) < least) return;
            changes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{what} {(a > b ? "rises" : "falls")} from {b.ToString(format, CultureInfo.InvariantCulture)} to {a.ToString(format, CultureInfo.InvariantCulture)}."));
        }
        else if (before is not null)
        {
            changes.Add($"{what} could no longer be told.");
        }
        else if (after is not null)
        {
            changes.Add($"{what} could be told for the first time.");
        }
    }

    private static string Name(ExitRecommendation? exit) => exit?.Path switch
    {
        ExitPath.MarketMaker => "the market maker",
        ExitPath.Auction => "the auction",
        ExitPath.RfqBatch => "the request for quotes",
        ExitPath.TokenizedP2p => "the sale as a token",
        _ => "none",
    };
}
