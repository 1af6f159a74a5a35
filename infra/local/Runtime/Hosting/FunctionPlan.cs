using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.Local.Runtime.Hosting;

/// <summary>All that reflection can find out about a function once, so that a run is quick.</summary>
internal sealed class FunctionPlan
{
    private static readonly MethodInfo FromTaskOf = Method(nameof(FromTask), BindingFlags.NonPublic | BindingFlags.Static);
    private static readonly MethodInfo FromValueTaskOf = Method(nameof(FromValueTask), BindingFlags.NonPublic | BindingFlags.Static);

    private readonly MethodInvoker _invoker;
    private readonly ObjectFactory? _create;
    private readonly Func<object?, Task<object?>> _await;

    public FunctionPlan(FunctionEntry entry)
    {
        Entry = entry;
        Parameters = entry.Method.GetParameters();
        Optional = [.. Parameters.Where(IsOptional)];
        Definition = new EntryDefinition(entry, Parameters);
        _invoker = MethodInvoker.Create(entry.Method);
        _create = entry.Method.IsStatic ? null : ActivatorUtilities.CreateFactory(entry.Method.DeclaringType!, []);
        _await = Awaiting(entry.Method.ReturnType);
    }

    public FunctionEntry Entry { get; }

    public ParameterInfo[] Parameters { get; }

    /// <summary>The parameters that may stay without a value.</summary>
    public HashSet<ParameterInfo> Optional { get; }

    public FunctionDefinition Definition { get; }

    public Task<object?> CallAsync(IServiceProvider services, object?[] arguments) =>
        _await(_invoker.Invoke(_create?.Invoke(services, null), arguments.AsSpan()));

    private static Func<object?, Task<object?>> Awaiting(Type type)
    {
        if (type == typeof(Task)) return static async result => { await (Task)result!; return null; };
        if (type == typeof(ValueTask)) return static async result => { await (ValueTask)result!; return null; };
        if (!type.IsGenericType) return static result => Task.FromResult(result);
        var definition = type.GetGenericTypeDefinition();
        var adapter = definition == typeof(Task<>) ? FromTaskOf : definition == typeof(ValueTask<>) ? FromValueTaskOf : null;
        return adapter is null
            ? static result => Task.FromResult(result)
            : adapter.MakeGenericMethod(type.GetGenericArguments()).CreateDelegate<Func<object?, Task<object?>>>();
    }

    private static async Task<object?> FromTask<T>(object? result) => await (Task<T>)result!;

    private static async Task<object?> FromValueTask<T>(object? result) => await (ValueTask<T>)result!;

    private static bool IsOptional(ParameterInfo parameter) =>
        parameter.HasDefaultValue || new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable;

    private static MethodInfo Method(string name, BindingFlags flags) => typeof(FunctionPlan).GetMethod(name, flags)!;

    private sealed class EntryDefinition(FunctionEntry entry, ParameterInfo[] parameters) : FunctionDefinition
    {
        public override ImmutableArray<FunctionParameter> Parameters { get; } =
            [.. parameters.Select(p => new FunctionParameter(p.Name!, p.ParameterType))];

        public override string PathToAssembly { get; } = entry.Method.DeclaringType!.Assembly.Location;

        public override string EntryPoint { get; } = $"{entry.Method.DeclaringType!.FullName}.{entry.Method.Name}";

        public override string Id => Name;

        public override string Name { get; } = entry.Name;

        public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
            ImmutableDictionary<string, BindingMetadata>.Empty.Add(entry.TriggerParameter.Name!, new TriggerMetadata(entry));

        public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } =
            ImmutableDictionary<string, BindingMetadata>.Empty;
    }

    private sealed class TriggerMetadata(FunctionEntry entry) : BindingMetadata
    {
        public override string Name { get; } = entry.TriggerParameter.Name!;

        public override string Type { get; } = TypeName(entry.Trigger.GetType().Name);

        public override BindingDirection Direction => BindingDirection.In;

        private static string TypeName(string attribute) =>
            char.ToLowerInvariant(attribute[0]) + attribute[1..].Replace("Attribute", "", StringComparison.Ordinal);
    }
}
