using LiquidityRisk.Local.Simulator.Exits;

namespace LiquidityRisk.Local.Simulator.Market;

/// <summary>Something that lasts for some minutes and comes back by chance: quiet times are exponential, episodes uniform.</summary>
internal sealed class Episodes
{
    private readonly Dice _dice;
    private readonly TimeSpan _meanQuiet;
    private readonly TimeSpan _shortest;
    private readonly TimeSpan _longest;
    private DateTimeOffset _begins;
    private DateTimeOffset _ends;

    public Episodes(Dice dice, DateTimeOffset start, TimeSpan meanQuiet, TimeSpan shortest, TimeSpan longest)
    {
        (_dice, _meanQuiet, _shortest, _longest) = (dice, meanQuiet, shortest, longest);
        Schedule(start);
    }

    /// <summary>Whether one is on. Asked with rising instants.</summary>
    public bool IsOn(DateTimeOffset now) => Strength(now, TimeSpan.Zero) > 0;

    /// <summary>1 while one is on; then it falls in a straight line to 0 over the time of recovery.</summary>
    public double Strength(DateTimeOffset now, TimeSpan recovery)
    {
        while (now >= _ends + recovery) Schedule(_ends + recovery);
        if (now < _begins) return 0;
        return now < _ends ? 1 : 1 - ((now - _ends) / recovery);
    }

    private void Schedule(DateTimeOffset from)
    {
        _begins = from + (_dice.Wait(1) * _meanQuiet);
        _ends = _begins + _shortest + (_dice.Share() * (_longest - _shortest));
    }
}
