namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>
/// Random numbers that are found by name, not in order: the same stream, index and part always have the same number, so that any moment can
/// be asked for without those before it. The mixing is the finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
/// </summary>
internal readonly struct Draws(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const double Unit = 1.0 / (1UL << 53);

    /// <summary>Uniform above 0 and below 1.</summary>
    public double Share(int stream, long index, int part = 0) => ((Bits(stream, index, part) >> 11) + 0.5) * Unit;

    /// <summary>Standard normal (Box and Muller).</summary>
    public double Normal(int stream, long index, int part = 0) =>
        Math.Sqrt(-2 * Math.Log(Share(stream, index, 2 * part))) * Math.Cos(2 * Math.PI * Share(stream, index, (2 * part) + 1));

    /// <summary>Student-t scaled to a variance of 1, by the polar method of R. W. Bailey (Mathematics of Computation 62, 1994).</summary>
    /// <param name="freedom">Degrees of freedom, above 2.</param>
    /// <param name="stream">Which stream.</param>
    /// <param name="index">Which of its numbers.</param>
    public double StudentT(double freedom, int stream, long index) =>
        Math.Sqrt((freedom - 2) * (Math.Pow(Share(stream, index, 0), -2 / freedom) - 1)) * Math.Cos(2 * Math.PI * Share(stream, index, 1));

    /// <summary>A whole number from 0 to below a limit.</summary>
    public int Below(int limit, int stream, long index, int part = 0) => (int)(Share(stream, index, part) * limit);

    private ulong Bits(int stream, long index, int part)
    {
        unchecked
        {
            return Mix(seed + (Golden * (ulong)stream) + Mix((ulong)index + (Golden * (ulong)(part + 1))));
        }
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
