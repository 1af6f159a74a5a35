using System.Globalization;

namespace LiquidityRisk.Local.Simulator.Evidence;

/// <summary>The tables of the study on the Moscow panel.</summary>
/// <param name="bonds">Every bond of the panel.</param>
internal sealed class MoexReport(IReadOnlyList<LabelledBond> bonds)
{
    private readonly List<LabelledBond> _labelled = [.. bonds.Where(b => b.Label is not null)];

    /// <summary>Signals against the label.</summary>
    public RankTable<LabelledBond> Everything => field ??= new(_labelled, b => b.Issuer, LabelledBond.Signals, [LabelledBond.LabelTarget]);

    /// <summary>The same for the bonds that have a Roll spread.</summary>
    public RankTable<LabelledBond> WithRoll => field ??= new(
        [.. _labelled.Where(b => b.History.Roll() is not null)], b => b.Issuer, [LabelledBond.Roll, .. LabelledBond.Signals], [LabelledBond.LabelTarget]);

    /// <summary>What the bonds of each label have in common.</summary>
    public IEnumerable<string> Labels()
    {
        yield return "| label | bonds | Roll spread, bp | no Roll spread | days without a change of price |";
        yield return "|---|---|---|---|---|";
        foreach (var group in _labelled.GroupBy(b => b.Label!.Value).OrderByDescending(g => g.Key))
        {
            double[] rolls = [.. group.Select(b => b.History.Roll()?.Value).OfType<double>().Order()];
            yield return string.Create(CultureInfo.InvariantCulture, $"| {group.Key} | {group.Count()} | {(rolls[(rolls.Length - 1) / 2] + rolls[rolls.Length / 2]) / 2:0} | {1 - (rolls.Length / (double)group.Count()):0.00} | {group.Average(b => b.UnchangedShare):0.00} |");
        }
    }
}
