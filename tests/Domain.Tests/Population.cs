using FsCheck;
using FsCheck.Fluent;

namespace LiquidityRisk.Domain.Tests;

/// <summary>Ten thousand random values that are drawn once and held to many laws: drawing them takes longer than looking at them.</summary>
internal sealed class Population<T>
{
    private readonly ulong _seed;
    private readonly Lazy<T[]> _all;

    /// <summary>Draws when it is first looked at.</summary>
    /// <param name="gen">How a value is drawn.</param>
    /// <param name="seed">Another one at every run when it is not given; what a broken law names, to draw the same again.</param>
    public Population(Gen<T> gen, ulong? seed = null)
    {
        _seed = seed ?? (ulong)TimeProvider.System.GetTimestamp();
        _all = new(() => [.. gen.Sample(10_000, new Rnd(_seed), 50)]);
    }

    public IReadOnlyList<T> All => _all.Value;

    public void Holds(Func<T, bool> law)
    {
        var broken = Array.FindIndex(_all.Value, value => !law(value));
        Assert.True(broken < 0, broken < 0 ? null : $"Number {broken} of seed {_seed} is {_all.Value[broken]}");
    }
}
