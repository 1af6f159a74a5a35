using System.Collections.Concurrent;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>
/// What tokens cost at any time since <see cref="ShockPath.Epoch"/>, the same for a seed whenever it is asked: a restart goes on where the app
/// stopped. Safe for concurrent use.
/// </summary>
internal sealed class TokenPaths
{
    /// <summary>The steps in which wallets live.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    private const int FactorStream = 0;
    private const int VolumeStream = 500;
    private const int MaxRemembered = 100_000;
    private const double DaysPerYear = 365.25;
    private static readonly DateTimeOffset Start = new(ShockPath.Epoch.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private readonly ConcurrentDictionary<long, double[]> _steps = new();
    private readonly ShockPath _factor;
    private readonly ShockPath[] _own;
    private readonly Draws _draws;

    public TokenPaths(int seed)
    {
        _draws = new Draws((ulong)(uint)seed);
        _factor = new ShockPath(TokenReturns.Factor, _draws, FactorStream);
        _own = [.. SimulatedTokens.All.Select((t, i) => new ShockPath(t.Risk.Own, _draws, FactorStream + 1 + i))];
    }

    /// <summary>Dollars for each of the first tokens at a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Before the second day of all.</exception>
    public double[] At(DateTimeOffset at, int count)
    {
        var past = (at - Start).TotalDays;
        var day = (int)past;
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1, nameof(at));
        return Fill(count, past, path => path.At(day, past - day));
    }

    /// <summary>Dollars for one token at a time.</summary>
    public UsdPrice Price(int token, DateTimeOffset at)
    {
        var past = (at - Start).TotalDays;
        var day = (int)past;
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1, nameof(at));
        return Exact(One(token, past, path => path.At(day, past - day)));
    }

    /// <summary>Dollars for one token at the end of a day.</summary>
    public UsdPrice Close(int token, DateOnly day)
    {
        var number = day.DayNumber - ShockPath.Epoch.DayNumber;
        return Exact(One(token, number + 1, path => path.Close(number)));
    }

    /// <summary>A token's last closes before a day, oldest first.</summary>
    public IReadOnlyList<DayPrice> Closes(int token, int days, DateOnly before) =>
        [.. Enumerable.Range(-days, days).Select(back => before.AddDays(back)).Select(day => new DayPrice(day, Close(token, day)))];

    /// <summary>Dollars for each token that loans are made of, at the beginning of a step. The array is shared: only read it.</summary>
    public double[] AtStep(long step)
    {
        if (_steps.TryGetValue(step, out var known)) return known;
        if (_steps.Count > MaxRemembered) _steps.Clear();
        return _steps[step] = At(TimeOf(step), SimulatedTokens.Core.Count);
    }

    /// <summary>Dollars traded in a token on a day.</summary>
    public Usd Volume(int token, DateOnly day) =>
        new(Math.Round((decimal)(SimulatedTokens.All[token].Volume * Math.Exp(0.3 * _draws.Normal(VolumeStream + token, day.DayNumber)))));

    /// <summary>The step in which a time falls.</summary>
    public static long StepOf(DateTimeOffset at) => at.UtcTicks / Step.Ticks;

    /// <summary>When a step begins.</summary>
    public static DateTimeOffset TimeOf(long step) => new(step * Step.Ticks, TimeSpan.Zero);

    /// <summary>A price as a source would tell it.</summary>
    public static UsdPrice Exact(double dollars) => new(decimal.Round((decimal)dollars, 12));

    private double One(int token, double past, Func<ShockPath, double> level) =>
        Dollars(token, past, level, level(_factor), SimulatedTokens.All[token].FollowsEther ? Dollars(SimulatedTokens.Ether, past, level, level(_factor), 0) : 0);

    private double[] Fill(int count, double past, Func<ShockPath, double> level)
    {
        var factor = level(_factor);
        var prices = new double[count];
        for (var i = 0; i < count; i++) prices[i] = Dollars(i, past, level, factor, prices[SimulatedTokens.Ether]);
        return prices;
    }

    private double Dollars(int token, double past, Func<ShockPath, double> level, double factor, double ether)
    {
        var model = SimulatedTokens.All[token];
        var moved = model.Risk.Own.Deviation > 0 ? level(_own[token]) : 0;
        if (!model.FollowsEther) return model.Anchor * Math.Exp((model.Risk.Loading * factor) + moved);
        var years = (past - (SimulatedTokens.AnchoredOn.DayNumber - ShockPath.Epoch.DayNumber)) / DaysPerYear;
        return ether * model.Anchor * Math.Exp((model.Yield * years) + moved);
    }
}
