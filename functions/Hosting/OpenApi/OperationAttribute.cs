using Microsoft.AspNetCore.Http;

namespace LiquidityRisk.Functions.Hosting.OpenApi;

/// <summary>
/// Describes an HTTP function for <c>/openapi.json</c>: what it answers and takes. Route, methods, roles and words come from the
/// function itself. A function with neither this nor <see cref="UndocumentedAttribute"/> fails a test.
/// </summary>
/// <param name="tag">The group that it is listed in.</param>
/// <param name="answers">The shape of a success; several when the request decides which; none when there is no body.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OperationAttribute(string tag, params Type[] answers) : Attribute
{
    public string Tag => tag;

    public IReadOnlyList<Type> Answers => answers;

    /// <summary>The shape of the request's JSON body; null when there is none.</summary>
    public Type? Body { get; set; }

    /// <summary>Status of a success. 202 and 201 say where to look (<c>Location</c>).</summary>
    public int Status { get; set; } = StatusCodes.Status200OK;

    /// <summary>Another status that answers in the same shape, for example 503 of a health check; 0 when there is none.</summary>
    public int AlsoStatus { get; set; }

    /// <summary>Whether answers carry an <c>ETag</c>, so that <c>If-None-Match</c> is answered with 304.</summary>
    public bool Versioned { get; set; }

    /// <summary>Whether <c>Idempotency-Key</c> makes a retry safe.</summary>
    public bool Repeatable { get; set; }

    /// <summary>Whether a change must name the version that it changes (<c>If-Match</c>).</summary>
    public bool IfMatch { get; set; }
}

/// <summary>Leaves an HTTP function out of <c>/openapi.json</c>.</summary>
/// <param name="because">Why clients need not know it.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UndocumentedAttribute(string because) : Attribute
{
    public string Because => because;
}

/// <summary>A parameter of the query. An enum is written in snake case.</summary>
/// <param name="name">Its name.</param>
/// <param name="type">What it is: an enum, a unit, <see cref="int"/>, <see cref="string"/> …</param>
/// <param name="meaning">What it does, in words.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class QueryAttribute(string name, Type type, string meaning) : Attribute
{
    public string Name => name;

    public Type Type => type;

    public string Meaning => meaning;

    /// <summary>What holds when it is absent; an enum's value, a number or a text.</summary>
    public object? Default { get; set; }

    /// <summary>Smallest number.</summary>
    public double Min { get; set; } = double.NaN;

    /// <summary>Largest number.</summary>
    public double Max { get; set; } = double.NaN;

    /// <summary>Longest text; 0 when there is no limit of its own.</summary>
    public int MaxLength { get; set; }

    /// <summary>Accepted besides the values of the type.</summary>
    public string? Also { get; set; }

    /// <summary>Whether a request without it is refused.</summary>
    public bool Required { get; set; }

    /// <summary>A value to try; taken from the type when absent.</summary>
    public string? Example { get; set; }
}

/// <summary>A part of the route that is more than a text.</summary>
/// <param name="name">Its name in the route.</param>
/// <param name="type">What it is.</param>
/// <param name="meaning">What it says, in words.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class PathAttribute(string name, Type type, string meaning) : Attribute
{
    public string Name => name;

    public Type Type => type;

    public string Meaning => meaning;

    /// <summary>A value to try; taken from the type when absent.</summary>
    public string? Example { get; set; }
}
