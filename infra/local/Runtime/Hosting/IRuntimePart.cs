using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace LiquidityRisk.Local.Runtime.Hosting;

/// <summary>A part of the runtime that starts functions: HTTP, event hubs, timers, durable, web pubsub.</summary>
internal interface IRuntimePart : IHostedService
{
    /// <summary>Names the part in messages.</summary>
    string Name { get; }

    /// <summary>
    /// True when nothing will happen in this part until a request comes in or the clock moves on: a wait for the clock is idle.
    /// </summary>
    bool IsIdle { get; }
}

/// <summary>Adds endpoints beside the functions' own routes.</summary>
internal interface IRuntimeEndpoints
{
    void Map(IEndpointRouteBuilder routes);
}

/// <summary>Supplies values for parameters that are not the trigger.</summary>
internal interface IParameterBinder
{
    /// <summary>
    /// Says whether this binder supplies the parameter. A value of type <see cref="Task{Object}"/> is awaited for the real one.
    /// </summary>
    bool TryBind(ParameterInfo parameter, FunctionContext context, out object? value);
}
