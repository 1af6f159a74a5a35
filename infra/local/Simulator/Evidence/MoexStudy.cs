using System.Globalization;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Local.Simulator.Replay;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Evidence;

/// <summary>One bond of the Moscow panel after its last day, with the label that the list gives it.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="Label">0 (very poor) to 6 (excellent); null when undefined.</param>
/// <param name="Inputs">Its last price and reference data, as a replay gives them.</param>
/// <param name="History">Its days.</param>
/// <param name="NationalRating">The first one stated, on the national scale; null when none is.</param>
/// <param name="Duration">Years.</param>
/// <param name="Exits">The ways out of 100,000 that are advised.</param>
internal sealed record LabelledBond(
    Isin Isin, int? Label, BondInputs Inputs, TradingHistory History, CreditRating? NationalRating, double? Duration, ExitRecommendations Exits)
{
    private readonly double[] _returns = [.. History.Days.Zip(History.Days.Skip(1), (a, b) =>
        Math.Log((double)(b.Price.PercentOfFace / a.Price.PercentOfFace)))];

    /// <summary>What can be said of a bond with closing prices and reference data only.</summary>
    public static IReadOnlyList<Signal<LabelledBond>> Signals { get; } =
    [
        new("volatility", b => -Math.Sqrt(b._returns.Sum(r => r * r) / b._returns.Length)),
        new("unchanged days", b => -b.UnchangedShare),
        new("issue size", b => (double?)b.Inputs.Reference?.Value.IssueSize?.Value),
        new("duration", b => -b.Duration),
        new("national rating", b => -b.NationalRating?.Notch),
        new("advised fill probability", b => b.Exits.Best?.FillProbability?.Value ?? 0),
    ];

    /// <summary>The Roll spread, which the product shows beside the index; not every bond has one.</summary>
    public static Signal<LabelledBond> Roll { get; } = new("Roll spread", b => -b.History.Roll()?.Value);

    public static Signal<LabelledBond> LabelTarget { get; } = new("label", b => b.Label);

    /// <summary>Share of days whose price is that of the day before.</summary>
    public double UnchangedShare => _returns.Count(r => r == 0) / (double)_returns.Length;

    public string Issuer => Inputs.Reference?.Value.Issuer ?? Isin.Value;
}

/// <summary>The Moscow panel.</summary>
internal static class MoexStudy
{
    private static readonly string[] Labels = ["very_poor", "poor", "borderline_poor", "average", "borderline_good", "good", "excellent"];

    /// <summary>Every bond of the panel.</summary>
    public static IReadOnlyList<LabelledBond> Read(string folder, ExitPolicy policy)
    {
        var rows = CsvRows.Read(Path.Combine(folder, "moex_bonds_static.csv"), r => (
            Isin: Isin.Parse(r.Text("isin")!), Label: Array.IndexOf(Labels, r.Text("liquidity")), Rating: r.Text("rating")));
        var durations = CsvRows.Read(Path.Combine(folder, "moex_bonds_panel.csv"), r => (
                Isin: Isin.Parse(r.Text("isin")!), Day: r.Text("date")!, Years: (double?)r.Number("duration_y")))
            .GroupBy(r => r.Isin)
            .ToDictionary(g => g.Key, g => g.MaxBy(r => r.Day, StringComparer.Ordinal).Years);
        var (inputs, histories, last) = Replayed(folder);
        return [.. rows.Select(r => new LabelledBond(
            r.Isin,
            r.Label < 0 ? null : r.Label,
            inputs[r.Isin],
            histories[r.Isin],
            First(r.Rating),
            durations.GetValueOrDefault(r.Isin),
            ExitRecommender.Recommend(inputs[r.Isin], null, NextLook.Size, policy, last)))];
    }

    private static (Dictionary<Isin, BondInputs> Inputs, Dictionary<Isin, TradingHistory> Histories, DateTimeOffset Last) Replayed(string folder)
    {
        var (inputs, histories, last) = (new Dictionary<Isin, BondInputs>(), new Dictionary<Isin, TradingHistory>(), DateTimeOffset.UnixEpoch);
        var reader = new MarketEventReader(MarketEventRules.Standard);
        foreach (var snapshot in MoexBondPanel.Read(folder))
        {
            var at = last = DateOnly.TryParseExact(snapshot.Name[^10..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? new DateTimeOffset(day, new TimeOnly(18, 0), TimeSpan.Zero)
                : last;
            foreach (var e in snapshot.Rows.Select((row, i) => reader.Read(row(at, i).Body, at).Event).OfType<BondEvent>())
            {
                inputs[e.Isin] = inputs.GetValueOrDefault(e.Isin, BondInputs.None).With(e);
                if (e.Input is Microstructure market)
                    histories[e.Isin] = histories.GetValueOrDefault(e.Isin, TradingHistory.None).With(market, at);
            }
        }

        return (inputs, histories, last);
    }

    private static CreditRating? First(string? rating) =>
        CreditRating.TryParse(rating?.Split('/', ' ')[0], out var first) && first.IsRated ? first : null;
}
