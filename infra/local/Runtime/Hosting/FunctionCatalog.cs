using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Local.Runtime.Hosting;

/// <summary>One function: a method marked <c>[Function]</c> with exactly one trigger parameter.</summary>
internal sealed record FunctionEntry(string Name, MethodInfo Method, ParameterInfo TriggerParameter, Attribute Trigger);

/// <summary>The functions of the app, found by reflection.</summary>
internal sealed class FunctionCatalog
{
    private readonly Dictionary<string, FunctionEntry> _byName = new(StringComparer.OrdinalIgnoreCase);

    public FunctionCatalog(IOptions<RuntimeOptions> options)
    {
        foreach (var function in Types(options.Value).SelectMany(Functions))
            if (!_byName.TryAdd(function.Name, function))
                throw new StartupException(
                    $"Two functions have the name {function.Name}: {Place(_byName[function.Name].Method)} and {Place(function.Method)}.");
    }

    public IReadOnlyCollection<FunctionEntry> All => _byName.Values;

    public FunctionEntry? Find(string name) => _byName.GetValueOrDefault(name);

    public IEnumerable<(FunctionEntry Function, TAttribute Trigger)> WithTrigger<TAttribute>()
        where TAttribute : TriggerBindingAttribute =>
        from function in All where function.Trigger is TAttribute select (function, (TAttribute)function.Trigger);

    private static IEnumerable<Type> Types(RuntimeOptions options)
    {
        if (options.FunctionTypes.Count > 0) return options.FunctionTypes.Distinct();
        IEnumerable<Assembly> assemblies = options.FunctionAssemblies.Count > 0 ? options.FunctionAssemblies : [Assembly.GetEntryAssembly()!];
        return assemblies.Distinct().SelectMany(assembly => assembly.GetTypes());
    }

    private static IEnumerable<FunctionEntry> Functions(Type type) =>
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select Entry(function.Name, method);

    private static FunctionEntry Entry(string name, MethodInfo method)
    {
        var triggers = (from parameter in method.GetParameters()
            let trigger = parameter.GetCustomAttribute<TriggerBindingAttribute>()
            where trigger is not null
            select (Parameter: parameter, Trigger: trigger)).ToList();
        return triggers.Count == 1
            ? new FunctionEntry(name, method, triggers[0].Parameter, triggers[0].Trigger)
            : throw new StartupException($"Function {name} ({Place(method)}) needs exactly one trigger parameter and has {triggers.Count}.");
    }

    private static string Place(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";
}
