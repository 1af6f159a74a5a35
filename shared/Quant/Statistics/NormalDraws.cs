using System.Numerics.Tensors;

namespace LiquidityRisk.Quant.Statistics;

/// <summary>
/// Independent standard normal numbers that depend only on a seed and their place.
/// <code>
/// uₖ = (mix(seed + (k + 1)·γ) &gt;&gt; 11 + ½)·2⁻⁵³        z₂ₖ = √(−2 ln u)·cos 2πv      z₂ₖ₊₁ = √(−2 ln u)·sin 2πv
/// </code>
/// mix and γ: the SplitMix64 finaliser and the odd constant nearest 2⁶⁴/golden ratio. Sources: G. L. Steele, D. Lea, C. H. Flood (2014), Fast splittable
/// pseudorandom number generators, OOPSLA; G. E. P. Box, M. E. Muller (1958), A note on the generation of random normal deviates.
/// The largest |z| that can come is 8.6, at the ends of 2⁵³ steps.
/// </summary>
internal sealed class NormalDraws(ulong seed)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private const double Step = 1.0 / (1UL << 53);

    private ulong _state = Mix(unchecked(seed + Gamma));

    /// <summary>A number above 0 and below 1.</summary>
    public double Uniform()
    {
        _state = unchecked(_state + Gamma);
        return ((Mix(_state) >> 11) + 0.5) * Step;
    }

    /// <summary>Fills the span; the scratch is as long and is overwritten.</summary>
    public void Fill(Span<double> normals, Span<double> scratch)
    {
        var half = (normals.Length + 1) / 2;
        var radius = scratch[..half];
        var angle = normals[..half];
        var sine = normals[half..];
        FillUniform(radius);
        FillUniform(angle);
        TensorPrimitives.Log(radius, radius);
        TensorPrimitives.Multiply(radius, -2, radius);
        TensorPrimitives.Sqrt(radius, radius);
        TensorPrimitives.Multiply(angle, 2 * Math.PI, angle);
        TensorPrimitives.Sin(angle[..sine.Length], sine);
        TensorPrimitives.Multiply(radius[..sine.Length], sine, sine);
        TensorPrimitives.Cos(angle, angle);
        TensorPrimitives.Multiply(radius, angle, angle);
    }

    /// <summary>One χ² number: twice a gamma of shape ν/2 (G. Marsaglia, W. W. Tsang (2000), ACM Transactions on Mathematical Software 26).</summary>
    public double ChiSquare(double degreesOfFreedom)
    {
        var d = (degreesOfFreedom / 2) - (1 / 3.0);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());
            var v = 1 + (c * x);
            if (v <= 0) continue;
            v = v * v * v;
            if (Math.Log(Uniform()) < (x * x / 2) + (d * (1 - v + Math.Log(v)))) return 2 * d * v;
        }
    }

    private void FillUniform(Span<double> uniforms)
    {
        var state = _state;
        for (var i = 0; i < uniforms.Length; i++)
        {
            state = unchecked(state + Gamma);
            uniforms[i] = ((Mix(state) >> 11) + 0.5) * Step;
        }

        _state = state;
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
