using MathNet.Numerics.Distributions;

namespace LiquidityRisk.Quant.Risk;

/// <summary>
/// Takes a number from one shape to another at equal probability: g(y) = G⁻¹(F(y)).
/// <code>
/// F normal, G t:   g = t_ν⁻¹(Φ(y))·√((ν − 2)/ν)            F t, G normal:   g = Φ⁻¹(T_ν(y))
/// </code>
/// Both shapes are symmetric, so g is odd and only the upper half is kept: a table over x = ln(1 + y), cubic Hermite with the exact slope
/// between its nodes (error below 1e-6 of g), constant beyond the last, at the probability 1e-15. Source: R. B. Nelsen (2006), An Introduction to
/// Copulas, §2.9, for the method of inversion; F. N. Fritsch, R. E. Carlson (1980), SIAM Journal on Numerical Analysis 17, for the interpolant.
/// </summary>
internal sealed class MarginalMap
{
    private const int Nodes = 513;
    private const double Rarest = 1e-15;

    private readonly double[] _values = new double[Nodes];
    private readonly double[] _slopes = new double[Nodes];
    private readonly double _step;

    public MarginalMap(Shape from, double degreesOfFreedom)
    {
        var nu = degreesOfFreedom;
        var last = from == Shape.Normal ? -ParametricVar.Quantile(Rarest) : -StudentTQuantile.Of(Rarest, nu);
        var scale = Math.Sqrt((nu - 2) / nu);
        _step = Math.Log(1 + last) / (Nodes - 1);
        for (var i = 1; i < Nodes; i++)
        {
            var y = Math.Exp(i * _step) - 1;
            _values[i] = from == Shape.Normal
                ? -StudentTQuantile.Of(Normal.CDF(0, 1, -y), nu) * scale
                : -ParametricVar.Quantile(StudentT.CDF(0, 1, nu, -y));
        }

        for (var i = 0; i < Nodes; i++)
        {
            var (y, g) = (Math.Exp(i * _step) - 1, _values[i]);
            var slope = from == Shape.Normal
                ? Normal.PDF(0, 1, y) / StudentT.PDF(0, 1, nu, g / scale) * scale
                : StudentT.PDF(0, 1, nu, y) / Normal.PDF(0, 1, g);
            _slopes[i] = slope * Math.Exp(i * _step) * _step;
        }
    }

    public double Of(double y)
    {
        var x = Math.Log(1 + Math.Abs(y)) / _step;
        if (x >= Nodes - 1) return Math.CopySign(_values[^1], y);
        var i = (int)x;
        var t = x - i;
        var s = 1 - t;
        var g = (s * s * (((1 + (2 * t)) * _values[i]) + (t * _slopes[i]))) + (t * t * (((3 - (2 * t)) * _values[i + 1]) - (s * _slopes[i + 1])));
        return Math.CopySign(g, y);
    }
}
