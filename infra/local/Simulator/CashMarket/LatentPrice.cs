using LiquidityRisk.Local.Simulator.Exits;

namespace LiquidityRisk.Local.Simulator.CashMarket;

/// <summary>
/// What a certificate is worth, which nobody in the market knows exactly: a random walk whose volatility reverts to its mean, by
/// <see cref="AllowanceReturns"/>. A day's variance is spread evenly over the seconds of a trading day.
/// </summary>
internal sealed class LatentPrice
{
    private readonly Dice _dice;
    private double _logVolatility;

    public LatentPrice(double euros, Dice dice)
    {
        (_dice, Euros) = (dice, euros);
        _logVolatility = AllowanceReturns.LogVolatilitySd * dice.Normal();
    }

    public double Euros { get; private set; }

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan by)
    {
        var days = by / AllowanceReturns.Day;
        var kept = Math.Pow(AllowanceReturns.Persistence, days);
        _logVolatility = (kept * _logVolatility) + (AllowanceReturns.LogVolatilitySd * Math.Sqrt(1 - (kept * kept)) * _dice.Normal());
        Euros *= Math.Exp(AllowanceReturns.MedianVolatility * Math.Exp(_logVolatility) * Math.Sqrt(days) * _dice.Normal());
    }
}
