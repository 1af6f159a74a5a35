namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>How one source of risk moves from day to day: GARCH(1,1) with Student-t shocks, drawn back to its level.</summary>
/// <param name="Deviation">Long-run standard deviation of a day's shock.</param>
/// <param name="Arch">Weight of yesterday's squared shock.</param>
/// <param name="Garch">Weight of yesterday's variance; both together below 1.</param>
/// <param name="Freedom">Degrees of freedom, above 2.</param>
/// <param name="Reversion">Share of its distance from the level that it loses in a day, 0 to 1.</param>
internal sealed record ShockModel(double Deviation, double Arch, double Garch, double Freedom, double Reversion);

/// <summary>
/// One source of risk over time, the same for a seed whenever it is asked. Days are numbered from <see cref="Epoch"/>, where it is at its
/// level of 0; within a day it is a Brownian bridge between the closes, with the day's own variance (P. Lévy's construction by midpoints).
/// Safe for concurrent use.
/// </summary>
internal sealed class ShockPath(ShockModel model, Draws draws, int stream)
{
    /// <summary>The first day of all.</summary>
    public static readonly DateOnly Epoch = new(2019, 1, 1);

    private const int Depth = 11; // 2,048 parts of a day: 42 seconds each

    private readonly Lock _gate = new();
    private readonly List<(double Level, double Variance)> _days = [(0, model.Deviation * model.Deviation)];
    private double _last;

    /// <summary>Where it is at the end of a day.</summary>
    public double Close(int day) => Day(day).Level;

    /// <summary>Where it is within a day.</summary>
    /// <param name="day">Which day, at least 1.</param>
    /// <param name="fraction">How much of it is over, from 0 to 1.</param>
    public double At(int day, double fraction)
    {
        var (low, high, from, to) = (0.0, 1.0, Close(day - 1), Close(day));
        var variance = Day(day).Variance;
        var node = 1;
        for (var level = 0; level < Depth; level++)
        {
            var middle = (low + high) / 2;
            var there = ((from + to) / 2) + (Math.Sqrt(variance * (high - low) / 4) * draws.Normal(stream, day, node));
            var isLater = fraction >= middle;
            (low, high, from, to) = isLater ? (middle, high, there, to) : (low, middle, from, there);
            node = (2 * node) + (isLater ? 1 : 0);
        }

        return from + ((to - from) * (fraction - low) / (high - low));
    }

    private (double Level, double Variance) Day(int day)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(day);
        lock (_gate)
        {
            while (_days.Count <= day) Next();
            return _days[day];
        }
    }

    private void Next()
    {
        var (level, variance) = _days[^1];
        var longRun = model.Deviation * model.Deviation * (1 - model.Arch - model.Garch);
        var today = longRun + (model.Arch * _last * _last) + (model.Garch * variance);
        _last = Math.Sqrt(today) * draws.StudentT(model.Freedom, stream, _days.Count);
        _days.Add((((1 - model.Reversion) * level) + _last, today));
    }
}
