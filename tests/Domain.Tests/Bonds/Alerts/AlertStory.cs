using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Alerts.Tests;

/// <summary>Observations of one bond, told minute by minute.</summary>
internal sealed class AlertStory
{
    public static readonly Isin Isin = Isin.Parse("US0378331005");
    public static readonly DateTimeOffset Start = SampleBonds.Now;

    /// <summary>A bond with nothing to complain about.</summary>
    public static AlertObservation Calm { get; } = new(
        Start, new Score(75), new Probability(0.9), DataFreshness.RealTime, MarketMakerOnline: true, HasExit: true, new Score(30), []);

    public AlertBook Book { get; private set; } = AlertBook.Empty(Isin);

    public List<AlertChange> Changes { get; } = [];

    public IEnumerable<AlertKind> Raised => Changes.Where(c => c.Kind == AlertChangeKind.Raised).Select(c => c.Alert.Kind);

    public IReadOnlyList<AlertChange> At(double minute, AlertObservation seen)
    {
        var (book, changes) = BondAlerts.Next(Book, seen with { Now = Start.AddMinutes(minute) });
        Book = book;
        Changes.AddRange(changes);
        return changes;
    }

    public AlertChange? Acknowledge(string id, double minute = 0)
    {
        var (book, change) = BondAlerts.Acknowledge(Book, id, "mara", Start.AddMinutes(minute));
        Book = book;
        return change;
    }
}
