using System.Reflection;
using System.Text.RegularExpressions;
using LiquidityRisk.Functions.Hosting.Access;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Hosting.OpenApi;

/// <summary>An HTTP function as its attributes declare it.</summary>
/// <param name="Name">Name of the function.</param>
/// <param name="Method">Its code.</param>
/// <param name="Route">Address below the root, parameters in braces without constraints, with a leading slash.</param>
/// <param name="Verbs">Methods in lower case.</param>
/// <param name="Roles">Who may call it; empty means everybody.</param>
/// <param name="Operation">Its description; null when it is left out of the document.</param>
internal sealed record HttpFunction(
    string Name, MethodInfo Method, string Route, IReadOnlyList<string> Verbs, IReadOnlyList<string> Roles, OperationAttribute? Operation)
{
    /// <summary>Whether its calls are not counted against the caller's allowance.</summary>
    public bool IsUnmetered => Method.IsDefined(typeof(UnmeteredAttribute));

    /// <summary>How many requests of the caller's allowance a call counts for.</summary>
    public int Weight => Method.GetCustomAttribute<WeightAttribute>()?.Requests ?? 1;

    /// <summary>Whether a call must name the wallet that it is about, and its caller must be allowed to read it.</summary>
    public bool NeedsWallet => Method.IsDefined(typeof(WalletHeaderAttribute));

    public IEnumerable<QueryAttribute> Query => Method.GetCustomAttributes<QueryAttribute>();

    public PathAttribute? Path(string name) =>
        Method.GetCustomAttributes<PathAttribute>().FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.Ordinal));
}

/// <summary>Every HTTP function of the app, found by reflection, in the order of their routes.</summary>
internal static partial class HttpFunctionList
{
    public static IReadOnlyList<HttpFunction> All { get; } = [.. typeof(HttpFunctionList).Assembly.GetTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(m => m.IsDefined(typeof(FunctionAttribute)))
        .Select(Read)
        .OfType<HttpFunction>()
        .OrderBy(f => f.Route, StringComparer.Ordinal)
        .ThenBy(f => f.Verbs[0], StringComparer.Ordinal)];

    /// <summary>Names of the parameters in a route.</summary>
    public static IEnumerable<string> ParametersOf(string route) => Parameter().Matches(route).Select(m => m.Groups["name"].Value);

    private static HttpFunction? Read(MethodInfo method)
    {
        var trigger = method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(t => t is not null);
        if (trigger is null) return null;
        var name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        return new HttpFunction(
            name,
            method,
            "/" + Parameter().Replace(trigger.Route ?? name, "{${name}}"),
            [.. (trigger.Methods ?? ["get", "post"]).Select(m => m.ToLowerInvariant())],
            method.GetCustomAttribute<AccessAttribute>()?.Roles ?? [],
            method.GetCustomAttribute<OperationAttribute>());
    }

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
