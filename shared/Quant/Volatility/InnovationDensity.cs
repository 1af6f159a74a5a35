using MathNet.Numerics;

namespace LiquidityRisk.Quant.Volatility;

/// <summary>
/// The log density of a return with variance h, written so that normal and Student's t share one code.
/// <code>
/// ln f(e | h) = c − ½·ln h + k(u)      u = e²/h
/// normal:       c = −½·ln 2π                                              k(u) = −u/2
/// Student's t:  c = ln Γ((ν+1)/2) − ln Γ(ν/2) − ½·ln(π(ν−2))              k(u) = −(ν+1)/2 · ln(1 + u/(ν−2))
/// </code>
/// So ∂/∂h = (−½ − u·k′(u))/h and ∂/∂e = 2·e·k′(u)/h. Source: T. Bollerslev (1987), A conditionally heteroskedastic time series model for
/// speculative prices and rates of return, Review of Economics and Statistics 69.
/// </summary>
internal readonly struct InnovationDensity
{
    private readonly double _excess; // ν − 2; 0 when normal
    private readonly double _power; // (ν + 1)/2

    public InnovationDensity(double? degreesOfFreedom)
    {
        if (degreesOfFreedom is not { } nu)
        {
            Constant = -0.5 * Math.Log(2 * Math.PI);
            return;
        }

        (_excess, _power) = (nu - 2, (nu + 1) / 2);
        Constant = SpecialFunctions.GammaLn(_power) - SpecialFunctions.GammaLn(nu / 2) - (0.5 * Math.Log(Math.PI * _excess));
        ConstantSlope = 0.5 * (SpecialFunctions.DiGamma(_power) - SpecialFunctions.DiGamma(nu / 2) - (1 / _excess));
    }

    /// <summary>c.</summary>
    public double Constant { get; }

    /// <summary>∂c/∂ν.</summary>
    public double ConstantSlope { get; }

    public bool IsStudent => _excess > 0;

    /// <summary>1 + u/(ν − 2), whose logarithm the kernel is a multiple of.</summary>
    public double Tail(double u) => 1 + (u / _excess);

    /// <summary>k(u), given ln(1 + u/(ν − 2)); summed over u and the logarithms it is the sum of k.</summary>
    public double Kernel(double u, double logTail) => IsStudent ? -_power * logTail : -0.5 * u;

    /// <summary>k′(u).</summary>
    public double Slope(double u) => IsStudent ? -_power / (_excess + u) : -0.5;

    /// <summary>∂ ln f/∂ν, given ln(1 + u/(ν − 2)).</summary>
    public double DegreesSlope(double u, double logTail) => ConstantSlope - (0.5 * logTail) + (_power * u / (_excess * (_excess + u)));
}
