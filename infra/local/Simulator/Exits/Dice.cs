namespace LiquidityRisk.Local.Simulator.Exits;

/// <summary>Seeded draws.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public int Seed() => _random.Next();

    public double Share() => _random.NextDouble();

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public T OneOf<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    /// <summary>A factor of median 1.</summary>
    public double Factor(double logSd) => Math.Exp(logSd * Normal());

    /// <summary>Time to the next arrival, in the inverse unit of the rate; infinite at rate 0.</summary>
    public double Wait(double rate) => rate <= 0 ? double.PositiveInfinity : -Math.Log(1 - _random.NextDouble()) / rate;

    public int Count(double mean)
    {
        var (count, spent) = (-1, 0.0);
        do
        {
            count++;
            spent += Wait(1);
        }
        while (spent < mean);
        return count;
    }
}
