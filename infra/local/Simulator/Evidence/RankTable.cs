using System.Globalization;
using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Local.Simulator.Evidence;

/// <summary>Something that puts bonds into an order.</summary>
/// <param name="Name">As the report calls it.</param>
/// <param name="Of">High = liquid; null when it is not known of a bond.</param>
internal sealed record Signal<T>(string Name, Func<T, double?> Of);

/// <summary>How far two signals agree.</summary>
/// <param name="Rho">Spearman's ρ; null when one of the two does not vary.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Pairs">Rows compared.</param>
/// <param name="Issuers">Issuers among them.</param>
internal sealed record RankFigure(double? Rho, double Low, double High, int Pairs, int Issuers);

/// <summary>Signals against targets, all on the same rows: those of which every signal is known.</summary>
/// <param name="rows">Rows to compare.</param>
/// <param name="issuer">Whose bond a row is.</param>
/// <param name="signals">What is judged.</param>
/// <param name="targets">What it is judged by.</param>
internal sealed class RankTable<T>(
    IReadOnlyList<T> rows, Func<T, string> issuer, IReadOnlyList<Signal<T>> signals, IReadOnlyList<Signal<T>> targets)
{
    private readonly List<T> _rows = [.. rows.Where(r => signals.All(s => s.Of(r) is not null))];
    private readonly Dictionary<(string Signal, string Target), RankFigure> _figures = [];

    /// <summary>One figure.</summary>
    public RankFigure this[string signal, string target] => _figures.TryGetValue((signal, target), out var known)
        ? known
        : _figures[(signal, target)] = Figure(signal, signal, target, (s, _, t) => RankCorrelation.Of(s, t));

    /// <summary>ρ of one signal less ρ of another against the same target, with its interval; both on the same samples.</summary>
    public RankFigure Lead(string signal, string baseline, string target) =>
        Figure(signal, baseline, target, (s, b, t) => RankCorrelation.Of(s, t) - RankCorrelation.Of(b, t));

    /// <summary>The table as Markdown, a row per signal.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"| ranked by | {string.Join(" | ", targets.Select(t => t.Name))} |";
        yield return $"|---|{string.Concat(targets.Select(_ => "---|"))}";
        foreach (var signal in signals)
            yield return $"| {signal.Name} | {string.Join(" | ", targets.Select(t => Cell(this[signal.Name, t.Name])))} |";
        yield return $"| *n (issuers)* | {string.Join(" | ", targets.Select(t => Count(this[signals[0].Name, t.Name])))} |";
    }

    /// <summary>ρ with its interval, two decimals.</summary>
    public static string Cell(RankFigure figure) => figure.Rho is { } rho
        ? string.Create(CultureInfo.InvariantCulture, $"{rho:0.00} ({figure.Low:0.00} to {figure.High:0.00})").Replace("-0.00", "0.00").Replace('-', '−')
        : "does not vary";

    /// <summary>How many rows and issuers.</summary>
    public static string Count(RankFigure figure) =>
        string.Create(CultureInfo.InvariantCulture, $"*{figure.Pairs:N0} ({figure.Issuers:N0})*");

    private static Signal<T> Named(IReadOnlyList<Signal<T>> all, string name) => all.Single(s => string.Equals(s.Name, name, StringComparison.Ordinal));

    private RankFigure Figure(string signal, string baseline, string target, Func<double[], double[], double[], double?> statistic)
    {
        var (s, b, t) = (Named(signals, signal), Named(signals, baseline), Named(targets, target));
        List<Row> compared = [.. _rows.Where(r => t.Of(r) is not null).Select(r => new Row(issuer(r), s.Of(r)!.Value, b.Of(r)!.Value, t.Of(r)!.Value))];
        double? Of(IReadOnlyList<Row> sample) =>
            statistic([.. sample.Select(r => r.Signal)], [.. sample.Select(r => r.Baseline)], [.. sample.Select(r => r.Target)]);
        var (low, high) = IssuerBootstrap.Interval(compared, r => r.Issuer, Of);
        return new(Of(compared), low, high, compared.Count, compared.Select(r => r.Issuer).Distinct(StringComparer.Ordinal).Count());
    }

    private readonly record struct Row(string Issuer, double Signal, double Baseline, double Target);
}
