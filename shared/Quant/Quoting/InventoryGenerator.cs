using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace LiquidityRisk.Quant.Quoting;

/// <summary>
/// The even half of the tridiagonal matrix that moves a bounded inventory, and what e^(−Mτ) and its slowest decay make of the vector of ones.
/// <code>
/// M(q,q) = a·q²,  M(q,q±1) = −1,  |q| ≤ Q        a = α/η (see <see cref="GueantLehalleFernandezTapia"/>)
/// </code>
/// M and the ones are even in q, so only q = 0..Q is kept, in the basis e₀ = v₀, e_q = (v_q + v₋q)/√2, in which M stays symmetric.
/// </summary>
internal sealed class InventoryGenerator
{
    // Below this share of the largest element an eigenvector's rounding shows; then only products of positive numbers are used.
    private const double Precise = 1e-6;

    private readonly double _a;
    private readonly int _bound;
    private readonly double[] _rates;
    private readonly double[][] _modes;

    public InventoryGenerator(double a, int bound)
    {
        (_a, _bound) = (a, bound);
        var evd = DenseMatrix.Create(bound + 1, bound + 1, Element).Evd(Symmetricity.Symmetric);
        _rates = [.. evd.EigenValues.Select(l => l.Real)];
        _modes = [.. evd.EigenVectors.EnumerateColumns().Select(u => Whole((u * u.DotProduct(DenseVector.OfArray(Ones()))).ToArray()))];
    }

    /// <summary>ln v(q−1)/v(q) and ln v(q)/v(q+1) of v = e^(−Mτ)·1; 0 beyond the ends.</summary>
    public (double Inner, double Outer) Steps(double time, int q)
    {
        var (largest, inner, here, outer) = (0.0, 0.0, 0.0, 0.0);
        for (var j = 0; j <= _bound; j++)
        {
            var (weight, mode) = (Math.Exp((_rates[0] - _rates[j]) * time), _modes[j]);
            if (weight == 0) break;
            largest += weight * mode[0];
            here += weight * mode[q];
            if (q > 0) inner += weight * mode[q - 1];
            if (q < _bound) outer += weight * mode[q + 1];
        }

        if (!(here > Precise * largest) || (q < _bound && !(outer > Precise * largest))) return Steps(DecayedByProducts(time), q);
        return (q == 0 ? 0 : Math.Log(inner / here), q == _bound ? 0 : Math.Log(here / outer));
    }

    /// <summary>ln v(q−1)/v(q) at q = 1..Q (0 at 0) of the eigenvector of the least eigenvalue, which e^(−Mτ)·1 tends to.</summary>
    /// <remarks>
    /// Ratios ρ(q) = v(q−1)/v(q) = a·q² + μ − 1/ρ(q+1), from ρ(Q) inwards, and μ = −λ from μ = 2/ρ(1) by halving (0, 2]: precise in every element.
    /// </remarks>
    public double[] Slowest()
    {
        var ratios = new double[_bound + 1];
        var (low, high) = (0.0, 2.0);
        for (var middle = 1.0; middle > low && middle < high; middle = (low + high) / 2)
        {
            if (Ratios(middle, ratios) && middle * ratios[1] >= 2) high = middle;
            else low = middle;
        }

        Ratios(high, ratios);
        ratios[0] = 1;
        return [.. ratios.Select(r => Math.Log(r))];
    }

    private bool Ratios(double mu, double[] ratios)
    {
        for (var q = _bound; q > 0; q--)
        {
            ratios[q] = (_a * q * q) + mu - (q == _bound ? 0 : 1 / ratios[q + 1]);
            if (!(ratios[q] > 0)) return false;
        }

        return true;
    }

    // Scaling and squaring of c·1 − M, which has no negative element: nothing cancels, so small elements are as precise as large ones.
    private double[] DecayedByProducts(double time)
    {
        var largest = _a * _bound * _bound;
        var halvings = Math.Max(0, (int)Math.Ceiling(Math.Log2((largest + 3) * time * 4)));
        var step = DenseMatrix.Create(_bound + 1, _bound + 1, (i, j) => ((i == j ? largest : 0) - Element(i, j)) * Math.ScaleB(time, -halvings));
        Matrix<double> power = DenseMatrix.CreateIdentity(_bound + 1);
        for (var term = 12; term > 0; term--) power = DenseMatrix.CreateIdentity(_bound + 1) + (step * power / term);
        for (var i = 0; i < halvings; i++)
        {
            power *= power;
            power /= power.Enumerate().Max();
        }

        return Whole((power * DenseVector.OfArray(Ones())).ToArray());
    }

    private (double Inner, double Outer) Steps(double[] v, int q) =>
        (q == 0 ? 0 : Math.Log(v[q - 1] / v[q]), q == _bound ? 0 : Math.Log(v[q] / v[q + 1]));

    private double Element(int i, int j) =>
        i == j ? _a * i * i : Math.Abs(i - j) > 1 ? 0 : i + j == 1 ? -Math.Sqrt(2) : -1;

    private double[] Ones() => [1, .. Enumerable.Repeat(Math.Sqrt(2), _bound)];

    private static double[] Whole(double[] even)
    {
        for (var q = 1; q < even.Length; q++) even[q] /= Math.Sqrt(2);
        return even;
    }
}
