namespace LiquidityRisk.Domain.CashMarket.Operations.Tests;

/// <summary>Visits every world that can be reached, each once, depth first.</summary>
internal sealed class Exploration
{
    private readonly Dictionary<UInt128, int> _places = [];
    private readonly List<(int From, string By)> _origins = [];
    private readonly List<OperationStatus> _statuses = [];
    private readonly List<(int From, int To)> _edges = [];
    private readonly Stack<(World World, int Place)> _open = [];

    private Exploration()
    {
    }

    public int States => _statuses.Count;

    public int Transitions => _edges.Count;

    public IEnumerable<OperationStatus> Statuses => _statuses.Distinct();

    /// <summary>What was broken first, and how it came to that; null when nothing was.</summary>
    public string? Fault { get; private set; }

    public static Exploration Of(Scenario scenario, int orders = 2, Flaw flaw = Flaw.None)
    {
        var (driver, exploration) = (new Driver(scenario, flaw), new Exploration());
        var moves = new Moves(driver, orders);
        exploration.Visit(scenario.Start, -1, "", driver);
        while (exploration.Fault is null && exploration._open.TryPop(out var current))
            foreach (var (name, after) in moves.From(current.World))
                exploration.Move(current, name, after, driver);
        if (exploration.Fault is null && exploration.Stuck() is var stuck and >= 0) exploration.Blame(stuck, "no way to an end");
        return exploration;
    }

    private void Move((World World, int Place) from, string name, World after, Driver driver)
    {
        if (Fault is not null) return;
        var to = after == from.World ? from.Place : Visit(after, from.Place, name, driver);
        _edges.Add((from.Place, to));
        if (Invariants.Broken(from.World, after) is { } broken) Blame(from.Place, $"{name}: {broken}");
    }

    private int Visit(World world, int from, string by, Driver driver)
    {
        var key = WorldKey.Of(world);
        if (_places.TryGetValue(key, out var known)) return known;
        var place = _statuses.Count;
        _places.Add(key, place);
        _statuses.Add(world.Operation.Status);
        _origins.Add((from, by));
        _open.Push((world, place));
        if (Invariants.Broken(world, driver) is { } broken) Blame(place, broken);
        return place;
    }

    /// <summary>A world from which no good end can be reached; −1 when there is none.</summary>
    private int Stuck()
    {
        var before = _edges.ToLookup(e => e.To, e => e.From);
        var reaches = new bool[_statuses.Count];
        var open = new Stack<int>(Enumerable.Range(0, reaches.Length).Where(i => _statuses[i] is >= OperationStatus.Completed and not OperationStatus.NeedsAttention));
        while (open.TryPop(out var place))
        {
            if (reaches[place]) continue;
            reaches[place] = true;
            foreach (var earlier in before[place]) open.Push(earlier);
        }

        return Array.IndexOf(reaches, false);
    }

    private void Blame(int place, string broken)
    {
        var path = new List<string> { broken };
        for (; place > 0; place = _origins[place].From) path.Add(_origins[place].By);
        path.Reverse();
        Fault ??= string.Join('\n', path);
    }
}
