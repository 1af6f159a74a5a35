namespace LiquidityRisk.Contracts.Json;

/// <summary>Says what a unit looks like on the wire, for the description of the API. It goes onto the unit's converter.</summary>
/// <param name="example">A value, written as JSON text without quotes.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WireFormAttribute(string example) : Attribute
{
    /// <summary>A value.</summary>
    public string Example => example;

    /// <summary>Smallest number; NaN when there is none.</summary>
    public double Minimum { get; set; } = double.NaN;

    /// <summary>The number that all are above; NaN when there is none.</summary>
    public double ExclusiveMinimum { get; set; } = double.NaN;

    /// <summary>Largest number; NaN when there is none.</summary>
    public double Maximum { get; set; } = double.NaN;

    /// <summary>Regular expression (ECMA-262) of a text; null when there is none.</summary>
    public string? Pattern { get; set; }
}

/// <summary>Gives a request's body that the service takes, for the description of the API.</summary>
/// <param name="json">The body as JSON text.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class JsonExampleAttribute(string json) : Attribute
{
    /// <summary>The body as JSON text.</summary>
    public string Json => json;
}

/// <summary>Says what a piece of JSON that is passed on as it is looks like, for the description of the API.</summary>
/// <param name="shapes">Its shape; several when it may be one of them. For a list, the shape of an item.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JsonShapeAttribute(params Type[] shapes) : Attribute
{
    /// <summary>The shapes.</summary>
    public IReadOnlyList<Type> Shapes => shapes;
}
