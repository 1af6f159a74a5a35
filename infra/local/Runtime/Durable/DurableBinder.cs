using System.Reflection;
using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Local.Runtime.Durable;

/// <summary>Binds <c>[DurableClient]</c> and the orchestrator's second parameter, which takes its input.</summary>
internal sealed class DurableBinder(DurableTaskClient client, DataConverter converter) : IParameterBinder
{
    public const string OrchestrationKey = "OrchestrationContext";

    public bool TryBind(ParameterInfo parameter, FunctionContext context, out object? value)
    {
        value = null;
        if (parameter.GetCustomAttribute<DurableClientAttribute>() is not null)
        {
            value = client;
            return true;
        }

        if (!context.Items.TryGetValue(OrchestrationKey, out var item) || item is not ReplayContext orchestration) return false;
        value = converter.Deserialize(orchestration.RawInput, parameter.ParameterType);
        return true;
    }
}
