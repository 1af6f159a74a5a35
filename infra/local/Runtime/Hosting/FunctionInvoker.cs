using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.Local.Runtime.Hosting;

/// <summary>The middleware of the app in the order of registration, around the function itself.</summary>
internal sealed class WorkerPipeline
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];

    public void Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware) => _middleware.Add(middleware);

    public FunctionExecutionDelegate Build(FunctionExecutionDelegate function) =>
        Enumerable.Reverse(_middleware).Aggregate(function, (next, middleware) => middleware(next));
}

/// <summary>Runs functions: a scope, a context, the middleware, the bound parameters, the method, its result.</summary>
internal sealed class FunctionInvoker
{
    private readonly ConcurrentDictionary<FunctionEntry, FunctionPlan> _plans = new();
    private readonly IServiceScopeFactory _scopes;
    private readonly IParameterBinder[] _binders;
    private readonly FunctionExecutionDelegate _run;
    private readonly long _started;
    private long _count;

    public FunctionInvoker(
        IServiceScopeFactory scopes, WorkerPipeline pipeline, IEnumerable<IParameterBinder> binders, TimeProvider time)
    {
        _scopes = scopes;
        _binders = [.. binders];
        _run = pipeline.Build(ExecuteAsync);
        _started = time.GetUtcNow().UtcTicks;
    }

    public Task<object?> InvokeAsync(
        FunctionEntry function, object? triggerValue, CancellationToken cancellationToken, IReadOnlyDictionary<object, object>? items = null) =>
        InvokeAsync(function, new InvocationInput(triggerValue, items), cancellationToken);

    public async Task<object?> InvokeAsync(FunctionEntry function, InvocationInput input, CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var plan = _plans.GetOrAdd(function, static entry => new FunctionPlan(entry));
        var invocation = new Invocation(NextId(), plan, scope.ServiceProvider, input, cancellationToken);
        await _run(invocation);
        return invocation.Result;
    }

    private async Task ExecuteAsync(FunctionContext context)
    {
        var invocation = (Invocation)context;
        var parameters = invocation.Plan.Parameters;
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var value = Bind(parameters[i], invocation);
            arguments[i] = value is Task<object?> pending ? await pending : value;
        }

        invocation.Result = await invocation.Plan.CallAsync(invocation.InstanceServices, arguments);
    }

    private object? Bind(ParameterInfo parameter, Invocation invocation)
    {
        if (parameter.ParameterType == typeof(FunctionContext)) return invocation;
        // Reflection does not promise one object per parameter, so the trigger is known by its place.
        if (parameter.Position == invocation.Plan.Entry.TriggerParameter.Position) return invocation.TriggerValue;
        if (parameter.ParameterType == typeof(CancellationToken)) return invocation.CancellationToken;
        foreach (var binder in _binders)
            if (binder.TryBind(parameter, invocation, out var value)) return value;
        if (invocation.BindingContext.BindingData.TryGetValue(parameter.Name!, out var data) && data is not null)
            return Convert(data, parameter);
        if (invocation.Plan.Optional.Contains(parameter)) return parameter.HasDefaultValue ? parameter.DefaultValue : null;
        throw new InvalidOperationException(
            $"Function {invocation.Plan.Entry.Name}: nothing supplies the parameter {parameter.Name} of type {parameter.ParameterType.Name}.");
    }

    private static object? Convert(object data, ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type.IsInstanceOfType(data)) return data;
        var text = System.Convert.ToString(data, CultureInfo.InvariantCulture)!;
        return type == typeof(string) ? text : TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
    }

    /// <summary>Unique among the runs of all processes over one data folder: the start of this process and a count.</summary>
    private string NextId()
    {
        var count = Interlocked.Increment(ref _count);
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, _started);
        BitConverter.TryWriteBytes(bytes[8..], count);
        return new Guid(bytes).ToString();
    }
}
