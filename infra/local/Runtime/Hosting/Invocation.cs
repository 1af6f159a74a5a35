using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Local.Runtime.Hosting;

/// <summary>The context of one run of a function.</summary>
internal sealed class Invocation(
    string id, FunctionPlan plan, IServiceProvider services, InvocationInput input, CancellationToken cancellationToken) : FunctionContext
{
    private readonly InvocationFeatures _features = new();

    public override string InvocationId { get; } = id;

    public override string FunctionId => plan.Definition.Id;

    public override FunctionDefinition FunctionDefinition => plan.Definition;

    public override TraceContext TraceContext { get; } = new Trace(Activity.Current);

    public override BindingContext BindingContext { get; } = new Binding(input.BindingData ?? ImmutableDictionary<string, object?>.Empty);

    public override RetryContext RetryContext { get; } = input.Retry ?? new RetryState(0, 0);

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override IDictionary<object, object> Items { get; set; } =
        input.Items is null ? new Dictionary<object, object>() : new Dictionary<object, object>(input.Items);

    public override IInvocationFeatures Features => _features;

    public override CancellationToken CancellationToken { get; } = cancellationToken;

    public FunctionPlan Plan => plan;

    public object? TriggerValue => input.TriggerValue;

    public object? Result
    {
        get => _features.Result.Value;
        set => _features.Result.Value = value;
    }

    private sealed class Trace(Activity? activity) : TraceContext
    {
        public override string TraceParent { get; } = activity?.Id ?? "";

        public override string TraceState { get; } = activity?.TraceStateString ?? "";
    }

    private sealed class Binding(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData { get; } = data;
    }

    private sealed class ResultHolder : InvocationResult
    {
        public override object? Value { get; set; }
    }

    private sealed class InvocationFeatures : IInvocationFeatures
    {
        private readonly Dictionary<Type, object> _features = [];

        public InvocationFeatures() => _features.Add(typeof(InvocationResult), Result);

        public ResultHolder Result { get; } = new();

        public void Set<T>(T instance) => _features[typeof(T)] = instance!;

        public T? Get<T>() => _features.TryGetValue(typeof(T), out var feature) ? (T)feature : default;

        public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => _features.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

/// <summary>What starts a run: the trigger's value and what travels with it.</summary>
internal readonly record struct InvocationInput(
    object? TriggerValue,
    IReadOnlyDictionary<object, object>? Items = null,
    IReadOnlyDictionary<string, object?>? BindingData = null,
    RetryContext? Retry = null);

/// <summary>How often this run has been tried again.</summary>
internal sealed class RetryState(int count, int max) : RetryContext
{
    public override int RetryCount { get; } = count;

    public override int MaxRetryCount { get; } = max;
}
