using System.Globalization;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;

namespace LiquidityRisk.Local.Simulator.Evidence;

/// <summary>The tables of the study on the SIX list, each a block of Markdown lines by its name.</summary>
/// <param name="looks">Every bond with its next snapshot.</param>
internal sealed class SixReport(IReadOnlyList<NextLook> looks)
{
    private static readonly IReadOnlyList<Signal<NextLook>> Signals = [.. NextLook.ModelsOfAll, .. NextLook.Baselines];

    private readonly List<NextLook> _held = [.. looks.Where(l => !l.Now.IsFittedOn)];

    /// <summary>The half that nothing was fitted to, every bond in it.</summary>
    public RankTable<NextLook> Everything => field ??= Table(_held, Signals, NextLook.Targets.Where(t => t.Name is "turnover next" or "two-sided next"));

    /// <summary>The same half, only what index 2 has a value for.</summary>
    public RankTable<NextLook> Ranked => field ??= Table(_held.Where(l => l.IsRankedByCost), Signals, NextLook.Targets);

    /// <summary>The half that the segments were fitted to beside the other one, and the segments of the other one.</summary>
    public IEnumerable<string> Parts()
    {
        yield return "| looks with index 2 | turnover next: index 1 | index 2 | last trade's age | tight next: index 1 | index 2 | spread now | *n (issuers)* |";
        yield return "|---|---|---|---|---|---|---|---|";
        yield return Part("fitted half", Table(looks.Where(l => l.Now.IsFittedOn && l.IsRankedByCost), Signals, NextLook.Targets));
        yield return Part("held-out half", Ranked);
        foreach (var day in _held.GroupBy(l => l.Now.At).OrderBy(g => g.Key))
            yield return Part(Line($"held out, looks of {day.Key:yyyy-MM-dd}"), Table(day.Where(l => l.IsRankedByCost), Signals, NextLook.Targets));
        foreach (var segment in (LiquiditySegment[])[LiquiditySegment.Government, LiquiditySegment.InvestmentGrade, LiquiditySegment.Unrated])
            yield return Part(SegmentName(segment), Table(_held.Where(l => l.IsRankedByCost && l.Now.Second.Segment == segment), Signals, NextLook.Targets));

        static string Part(string name, RankTable<NextLook> table) => $"| {name} | {string.Join(" | ", new[]
        {
            Cell("index 1", "turnover next"), Cell("index 2", "turnover next"), Cell("last trade's age", "turnover next"),
            Cell("index 1", "tight next"), Cell("index 2", "tight next"), Cell("spread now", "tight next"),
        }.Select(c => RankTable<NextLook>.Cell(table[c.Signal, c.Target])))} | {RankTable<NextLook>.Count(table["index 1", "turnover next"])} |";

        static (string Signal, string Target) Cell(string signal, string target) => (signal, target);

        static string SegmentName(LiquiditySegment segment) => segment switch
        {
            LiquiditySegment.Government => "held out, government",
            LiquiditySegment.InvestmentGrade => "held out, other investment grade",
            _ => "held out, unrated",
        };
    }

    /// <summary>Variants of cost and advice on the half that nothing was fitted to, where index 2 has a value.</summary>
    public RankTable<NextLook> Tried => field ??= Table(
        _held.Where(l => l.IsRankedByCost), NextLook.Tried, NextLook.Targets.Where(t => t.Name is "turnover next" or "tight next"));

    /// <summary>Models less the best baseline, on the half that nothing was fitted to.</summary>
    public IEnumerable<string> Leads()
    {
        yield return "| model less baseline | looks | target | difference of ρ |";
        yield return "|---|---|---|---|";
        yield return Lead(Everything, "all", "index 1", "last trade's age", "turnover next");
        yield return Lead(Everything, "all", "index 1", "turnover now", "turnover next");
        yield return Lead(Everything, "all", "advised fill probability", "last trade's age", "turnover next");
        yield return Lead(Ranked, "with index 2", "index 1", "last trade's age", "turnover next");
        yield return Lead(Ranked, "with index 2", "index 2", "last trade's age", "turnover next");
        yield return Lead(Ranked, "with index 2", "index 2", "spread now", "turnover next");
        yield return Lead(Ranked, "with index 2", "index 2", "spread now", "tight next");
        yield return Lead(Ranked, "with index 2", "index 2", "index 1", "tight next");

        static string Lead(RankTable<NextLook> table, string looks, string model, string baseline, string target) =>
            $"| {model} − {baseline} | {looks} | {target} | {RankTable<NextLook>.Cell(table.Lead(model, baseline, target))} |";
    }

    /// <summary>Levels of both indices against each other on all looks, with the share that traded at the next snapshot.</summary>
    public IEnumerable<string> Levels()
    {
        LiquidityLevel?[] levels = [LiquidityLevel.Excellent, LiquidityLevel.Good, LiquidityLevel.Moderate, LiquidityLevel.Limited, LiquidityLevel.Poor, null];
        yield return $"| index 1 ↓, index 2 → | {string.Join(" | ", levels.Select(Name))} | all |";
        yield return $"|---|{string.Concat(levels.Select(_ => "---|"))}---|";
        foreach (var row in levels.SkipLast(1))
        {
            var of = looks.Where(l => l.Now.First.Level == row).ToList();
            yield return $"| {Name(row)} | {string.Join(" | ", levels.Select(c => Traded([.. of.Where(l => l.Now.Second.Level == c)])))} | {Traded(of)} |";
        }

        yield return $"| all | {string.Join(" | ", levels.Select(c => Traded([.. looks.Where(l => l.Now.Second.Level == c)])))} | {Traded(looks)} |";
    }

    /// <summary>Fifths of the advised fill probability on all looks that have one, with what happened next.</summary>
    public IEnumerable<string> Advice()
    {
        var ranked = looks.Where(l => l.Exit?.FillProbability is not null).OrderBy(l => l.Exit!.FillProbability!.Value.Value).ToList();
        yield return "| fill probability said | looks | mean said | traded next | quoted on both sides next |";
        yield return "|---|---|---|---|---|";
        foreach (var part in ranked.Chunk((ranked.Count + 4) / 5))
            yield return Row($"{P(part[0]):0.00}–{P(part[^1]):0.00}", part);
        foreach (var path in ranked.GroupBy(l => l.Exit!.Path).OrderBy(g => g.Key))
            yield return Row($"best way out: {path.Key switch { ExitPath.RfqBatch => "requests for quotes", ExitPath.TokenizedP2p => "token", var other => other.ToString() }}", [.. path]);

        static string Row(FormattableString name, NextLook[] part) =>
            Line($"| {Line(name)} | {part.Length:N0} | {part.Average(P):0.00} | {Share(part, l => l.Next.Turnover > 0):0.00} | {Share(part, l => l.Next.Market.Spread is not null):0.00} |");
    }

    /// <summary>Where the exchange and an index part, on all looks.</summary>
    public IEnumerable<string> Disagreements()
    {
        yield return "| looks | n | traded next | quoted on both sides next | median spread now, bp | median days since the last trade |";
        yield return "|---|---|---|---|---|---|";
        yield return Case("all", _ => true);
        yield return Case("traded today", l => l.Now.Turnover > 0);
        yield return Case("traded today, no index 2", l => l.Now.Turnover > 0 && !l.IsRankedByCost);
        yield return Case("index 2 good or better, last trade over 30 days ago", l => l.Now.Second.Level >= LiquidityLevel.Good && Age(l) > 30);
        yield return Case("index 2 poor or limited, traded today", l => l.Now.Second.Level <= LiquidityLevel.Limited && l.Now.Turnover > 0);
        yield return Case("quoted on both sides, over 50 bp (no points for spread in index 1)", l => l.Now.Market.Spread?.Value > 50);
        yield return Case("quoted on both sides, index 1 poor", l => l.Now.Market.Spread is not null && l.Now.First.Level == LiquidityLevel.Poor);
        yield return Case("index 1 is 0", l => l.Now.First.Value?.Value == 0);
        yield return Case("index 1 is 0, quoted on both sides", l => l.Now.First.Value?.Value == 0 && l.Now.Market.Spread is not null);
        yield return Case("amount issued above one billion", l => l.Now.Inputs.Reference?.Value.IssueSize?.Value > 1_000_000_000m);
    }

    private string Case(string name, Func<NextLook, bool> holds)
    {
        var of = looks.Where(holds).ToList();
        return Line($"| {name} | {of.Count:N0} | {Share(of, l => l.Next.Turnover > 0):0.00} | {Share(of, l => l.Next.Market.Spread is not null):0.00} | {Median(of.Select(l => l.Now.Market.Spread?.Value))} | {Median(of.Select(Age))} |");
    }

    private static RankTable<NextLook> Table(
        IEnumerable<NextLook> rows, IReadOnlyList<Signal<NextLook>> signals, IEnumerable<Signal<NextLook>> targets) =>
        new([.. rows], l => l.Issuer, signals, [.. targets]);

    private static double? Age(NextLook look) => look.Now.Market.TimeSinceLastTrade?.TotalDays;

    private static double P(NextLook look) => look.Exit!.FillProbability!.Value.Value;

    private static double Share(IReadOnlyCollection<NextLook> of, Func<NextLook, bool> holds) => of.Count(holds) / (double)of.Count;

    private static string Median(IEnumerable<double?> values)
    {
        var sorted = values.OfType<double>().Order().ToList();
        return sorted.Count == 0 ? "–" : Line($"{(sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2:0}");
    }

    private static string Name(LiquidityLevel? level) => level?.ToString().ToLowerInvariant() ?? "none";

    private static string Traded(IReadOnlyCollection<NextLook> of) =>
        of.Count == 0 ? "0" : Line($"{of.Count:N0} ({Share(of, l => l.Next.Turnover > 0):0.00})");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
