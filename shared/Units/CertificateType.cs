using System.Diagnostics.CodeAnalysis;

namespace LiquidityRisk.Units;

/// <summary>
/// A kind of carbon certificate that is traded: <c>EUA</c> (EU allowance) or <c>CEA</c> (Chinese emission allowance). One
/// certificate covers one tonne of CO2. <c>default</c> is no certificate; its value is empty.
/// </summary>
public readonly record struct CertificateType
{
    private readonly string? _value;

    private CertificateType(string value) => _value = value;

    /// <summary>EU allowances.</summary>
    public static CertificateType Eua { get; } = new("EUA");

    /// <summary>Chinese emission allowances.</summary>
    public static CertificateType Cea { get; } = new("CEA");

    /// <summary>The three letters.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads <c>EUA</c> or <c>CEA</c>; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CertificateType type)
    {
        type = text switch { "EUA" => Eua, "CEA" => Cea, _ => default };
        return type != default;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
