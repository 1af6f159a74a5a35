using System.Globalization;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Local.Simulator.Replay;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Evidence;

/// <summary>One bond on one day of the SIX list, read on the same way as in a replay, with what the replay leaves out.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="Kind">The exchange's type of security.</param>
/// <param name="At">The evening of the day.</param>
/// <param name="Inputs">Its market and reference data.</param>
/// <param name="Turnover">Francs traded that day.</param>
/// <param name="OnMarket">Face amount traded in the order book that day.</param>
internal sealed record StudyBond(Isin Isin, string Kind, DateTimeOffset At, BondInputs Inputs, double Turnover, double OnMarket)
{
    public Microstructure Market { get; } = Inputs.Market!.Value;

    public LiquidityIndex First { get; } = LiquidityIndexModel1.Compute(Inputs.Market!.Value, LiquidityWeights.Standard);

    public CostRank Second { get; } = LiquidityIndexModel2.Compute(Inputs.Market!.Value, Inputs.Reference?.Value);

    public CostSurface? Surface { get; } = CostSurface.Of(Inputs.Market!.Value).Surface;

    /// <summary>Half of the bonds are fitted on and the other half scored: by whether the sum of the ISIN's characters is even.</summary>
    public bool IsFittedOn => Isin.Value.Sum(c => c) % 2 == 0;
}

/// <summary>The snapshots of the SIX bond list.</summary>
internal static class SixStudy
{
    /// <summary>Every snapshot by ISIN, in the order of days; refused rows are left out.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<Isin, StudyBond>> Read(string folder)
    {
        var trading = CsvRows.Read(Path.Combine(folder, "six_bonds_quotes.csv"), r => (
                Day: r.Text("snapshot")!, Isin: r.Text("isin")!,
                Turnover: (double)(r.Number("turnover_chf") ?? 0), OnMarket: (double)(r.Number("onmarket_volume") ?? 0)))
            .ToDictionary(r => (r.Day, r.Isin), r => (r.Turnover, r.OnMarket));
        var kinds = CsvRows.Read(Path.Combine(folder, "six_bonds_static.csv"), r => (Isin: r.Text("isin")!, Kind: r.Text("sec_type") ?? ""))
            .ToDictionary(r => r.Isin, r => r.Kind, StringComparer.Ordinal);
        var reader = new MarketEventReader(MarketEventRules.Standard);
        var snapshots = SixBondList.Read(folder).ToList();
        var terms = Events(snapshots[0], DateTimeOffset.UnixEpoch).ToDictionary(e => e.Isin);
        return [.. snapshots.Skip(1).Select(s => Day(s.Name[^10..], s))];

        IEnumerable<BondEvent> Events(Snapshot snapshot, DateTimeOffset at) =>
            snapshot.Rows.Select((row, i) => reader.Read(row(at, i).Body, at).Event).OfType<BondEvent>();

        Dictionary<Isin, StudyBond> Day(string day, Snapshot snapshot)
        {
            var at = new DateTimeOffset(DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeSpan.Zero).AddHours(18);
            return Events(snapshot, at).ToDictionary(e => e.Isin, e => new StudyBond(
                e.Isin,
                kinds.GetValueOrDefault(e.Isin.Value, ""),
                at,
                (terms.TryGetValue(e.Isin, out var reference) ? BondInputs.None.With(reference) : BondInputs.None).With(e),
                trading.GetValueOrDefault((day, e.Isin.Value)).Turnover,
                trading.GetValueOrDefault((day, e.Isin.Value)).OnMarket));
        }
    }
}
